//! What the figures were measured on.

use std::fs;
use std::process::Command;

/// One line each about the machine: processor, memory, system, compiler.
pub fn describe() -> Vec<String> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let mut lines = vec![format!("{cores} cores{}", processor().map(|name| format!(", {name}")).unwrap_or_default())];
    lines.extend(memory().map(|gib| format!("{gib:.0} GiB of memory")));
    lines.push(format!("{}, {}", std::env::consts::OS, std::env::consts::ARCH));
    lines.extend(first_line("rustc", &["--version"]));
    lines
}

/// The load before the run: the mean number of programs that wanted a core in the last minute. More than a little of it
/// means that the times are not to be trusted.
pub fn load() -> Option<f64> {
    fs::read_to_string("/proc/loadavg").ok()?.split(' ').next()?.parse().ok()
}

fn processor() -> Option<String> {
    let text = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = text.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

fn memory() -> Option<f64> {
    let text = fs::read_to_string("/proc/meminfo").ok()?;
    let kib = text.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
    Some(kib.split_whitespace().next()?.parse::<f64>().ok()? / 1024.0 / 1024.0)
}

/// The first line that a program prints; `None` when there is no such program.
pub fn first_line(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines().next().map(str::to_owned)
}
