//! Documents that would take all memory or the whole stack: the program refuses them with a message, within 2 GB.

use std::fs::File;
use std::io::Write;
use std::process::Command;

use super::{Folder, PETS};

/// What the error stream says of a document that is refused, in a process with little memory.
fn refusal(name: &str, folder: &Folder) -> String {
    let script = format!("ulimit -d {GIGABYTES_2}; exec \"$0\" codegen --spec {name} --out out");
    let mut command = Command::new("sh");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_xtask")]).current_dir(folder.path("."));
    let output = command.output().expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert_eq!(folder.names(), [name], "nothing was written");
    said
}

/// In kilobytes, as shells count.
const GIGABYTES_2: u32 = 2 * 1024 * 1024;

fn refusal_of(name: &str, text: &str) -> String {
    let folder = Folder::with(&[(name, text)]);
    refusal(name, &folder)
}

#[test]
fn a_file_of_200_megabytes() {
    let folder = Folder::with(&[]);
    // Its zeros take no room on the disk.
    let file = File::create(folder.path("large.yaml")).expect("the file is made");
    file.set_len(200_000_000).expect("it is made long");
    let said = refusal("large.yaml", &folder);
    assert!(said.contains("error[GA0044]") && said.contains("32 MiB"), "{said}");
}

#[test]
fn a_large_file_is_read_when_somebody_trusts_it() {
    let folder = Folder::with(&[("large.yaml", &format!("{PETS}# {}\n", "long ".repeat(7_000_000)))]);
    let refused = folder.codegen("--spec large.yaml --out out");
    assert!(refused.stderr.contains("error[GA0044]") && refused.stderr.contains("`--trust-size`"), "{refused:?}");
    let ran = folder.codegen("--spec large.yaml --out out --trust-size");
    assert!(ran.status == Some(0) && ran.stdout.contains("1 operation,"), "{ran:?}");
}

#[test]
fn a_file_without_an_end() {
    let folder = Folder::with(&[]);
    let ran = folder.codegen("--spec /dev/zero --out out");
    assert!(ran.stderr.contains("error[GA0044]"), "{ran:?}");
}

#[test]
fn a_hundred_thousand_levels() {
    let (open, close) = ("[".repeat(100_000), "]".repeat(100_000));
    let json = refusal_of("deep.json", &format!("{{\"openapi\": \"3.0.3\", \"x-a\": {open}{close}}}"));
    assert!(json.contains("error[GA0043]"), "{json}");
    let yaml = refusal_of("deep.yaml", &format!("{PETS}x-a: {open}{close}\n"));
    assert!(yaml.contains("error[GA0043]"), "{yaml}");
    let blocks = refusal_of("deep.yaml", &format!("{PETS}x-a:\n  {}1\n", "- ".repeat(100_000)));
    assert!(blocks.contains("error[GA0043]"), "{blocks}");
}

#[test]
fn a_million_values_of_an_enum() {
    let values: Vec<String> = (0..1_000_000).map(|index| format!("v{index}")).collect();
    let said =
        refusal_of("many.yaml", &format!("{PETS}    Many:\n      type: string\n      enum: [{}]\n", values.join(", ")));
    assert!(said.contains("error[GA0044]"), "{said}");
}

#[test]
fn a_thousand_million_laughs() {
    let level = |level| format!("x-{level}: &l{level} [{}]\n", vec![format!("*l{}", level - 1); 10].join(", "));
    let laughs: String = (1..=9).map(level).collect();
    let said = refusal_of("laughs.yaml", &format!("x-0: &l0 lol\n{laughs}{PETS}"));
    assert!(said.contains("error[GA0044]"), "{said}");
}

/// As many values as may be read, and as large as they may be.
#[test]
fn the_largest_texts_that_are_read() {
    let numbers = refusal_of("numbers.yaml", &format!("x-a: [{}1]\n", "1,".repeat(3_900_000)));
    assert!(numbers.contains("error[GA0006]"), "{numbers}");
    let folder = Folder::with(&[]);
    let mut file = File::create(folder.path("long.json")).expect("the file is made");
    write!(file, "{{\"x-a\": \"{}\"}}", "long ".repeat(6_000_000)).expect("it is written");
    let long = refusal("long.json", &folder);
    assert!(long.contains("error[GA0006]"), "{long}");
}
