//! What a run of a program costs.
//!
//! The operating system counts the processor time and the peak memory of children that have ended, all together. So each run gets
//! a small process of its own, `bench measure`, which has no other child. That process is small on purpose: a child's
//! peak begins with that of the process that started it.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::Failure;

/// What a run cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Usage {
    /// Time on the clock, in seconds.
    pub wall: f64,
    /// Processor time outside the kernel, of the program and all its children, in seconds.
    pub user: f64,
    /// The peak memory of the largest process, in MiB.
    pub peak: f64,
}

impl Usage {
    /// The line that [`run`] writes.
    fn line(self) -> String {
        format!("{} {} {}", self.wall, self.user, self.peak)
    }

    fn parse(line: &str) -> Option<Self> {
        let mut numbers = line.split_whitespace().map(str::parse);
        let mut next = || numbers.next()?.ok();
        Some(Self { wall: next()?, user: next()?, peak: next()? })
    }
}

/// Starts programs, and says what they cost.
#[derive(Clone, Debug)]
pub struct Meter {
    /// The program with the command `measure`.
    program: PathBuf,
    /// Where figures and output are put; a folder.
    folder: PathBuf,
}

impl Meter {
    /// `program` is the path of `bench` itself.
    pub fn new(program: impl Into<PathBuf>, folder: impl Into<PathBuf>) -> Self {
        Self { program: program.into(), folder: folder.into() }
    }

    /// Runs a command to its end, without a terminal.
    ///
    /// # Errors
    ///
    /// The program is missing, or it ended with a status other than 0; `what` names it then.
    pub fn measure(&self, what: &str, command: &Command) -> Result<Usage, Failure> {
        let unusable = |error: std::io::Error| Failure::Unusable(error.to_string());
        fs::create_dir_all(&self.folder).map_err(unusable)?;
        let figures = self.folder.join("usage");
        let mut wrapper = Command::new(&self.program);
        wrapper.arg("measure").arg(&figures).arg("--").arg(command.get_program()).args(command.get_args());
        // An error is shown by its message.
        wrapper.env("RUST_BACKTRACE", "0");
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => wrapper.env(name, value),
                None => wrapper.env_remove(name),
            };
        }
        if let Some(folder) = command.get_current_dir() {
            wrapper.current_dir(folder);
        }
        let output = wrapper.stdin(Stdio::null()).output().map_err(unusable)?;
        if output.status.code() == Some(i32::from(MISSING)) {
            return Err(Failure::Missing);
        }
        if !output.status.success() {
            return Err(Failure::of(
                what,
                &String::from_utf8_lossy(&output.stderr),
                &String::from_utf8_lossy(&output.stdout),
            ));
        }
        let line = fs::read_to_string(&figures).map_err(unusable)?;
        Usage::parse(&line).ok_or_else(|| Failure::Unusable(format!("`{line}` is no measurement")))
    }
}

/// The exit status for a program that is not there, as of shells.
const MISSING: u8 = 127;

/// The command `measure`: runs a command, writes what it cost, and returns the exit status to end with.
///
/// # Errors
///
/// The figures cannot be had or written.
pub fn run(figures: &PathBuf, command: &[OsString]) -> anyhow::Result<u8> {
    let Some((program, arguments)) = command.split_first() else { anyhow::bail!("there is no command to measure") };
    let started = Instant::now();
    let status = match Command::new(program).args(arguments).status() {
        Ok(status) => status,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(MISSING),
        Err(error) => return Err(error.into()),
    };
    let (user, peak) = of_children()?;
    let usage = Usage { wall: started.elapsed().as_secs_f64(), user: user.as_secs_f64(), peak };
    fs::write(figures, usage.line())?;
    // A program that a signal ended has no status, and failed.
    Ok(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1))
}

/// User time, and the peak memory of the largest process in MiB.
#[cfg(unix)]
fn of_children() -> anyhow::Result<(Duration, f64)> {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike;
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let user = Duration::from_micros(u64::try_from(usage.user_time().num_microseconds()).unwrap_or(0));
    // macOS counts bytes, every other system KiB.
    let unit = if cfg!(target_os = "macos") { 1024.0 * 1024.0 } else { 1024.0 };
    #[allow(clippy::cast_precision_loss, reason = "no process has 2^52 KiB")]
    let peak = usage.max_rss() as f64 / unit;
    Ok((user, peak))
}

#[cfg(not(unix))]
fn of_children() -> anyhow::Result<(Duration, f64)> {
    anyhow::bail!("what a program costs can only be measured on a system with getrusage(2)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_survive_the_way_through_the_file() {
        let usage = Usage { wall: 1.25, user: 0.5, peak: 86.75 };
        assert_eq!(Usage::parse(&usage.line()), Some(usage));
    }

    #[test]
    fn half_a_line_is_no_measurement() {
        assert_eq!(Usage::parse("1.25 0.5"), None);
        assert_eq!(Usage::parse("1.25 x 86"), None);
    }
}
