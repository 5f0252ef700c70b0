//! The stages of a run, with the time that each took.

use super::{Folder, PETS};

#[test]
fn every_stage_says_how_long_it_took_and_what_it_worked_on() {
    let folder = Folder::with(&[("pets.yaml", PETS)]);
    let ran = folder.codegen("--spec pets.yaml --out out --timings");
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    let table = ran.stderr.lines().skip_while(|line| !line.starts_with("stage ")).map(redacted);
    let table: Vec<String> = table.collect();
    assert_eq!(table.first().map(String::as_str), Some("stage time of the run worked on"));
    for stage in ["parse # ms # % # texts, # MB", "lower # ms # % # operations, # types", "all # ms # %"] {
        assert!(table.iter().any(|line| line == stage), "{stage}: {table:#?}");
    }
}

#[test]
fn without_the_option_nothing_is_said() {
    let folder = Folder::with(&[("pets.yaml", PETS)]);
    let ran = folder.codegen("--spec pets.yaml --out out");
    assert!(!ran.stderr.contains("of the run"), "{}", ran.stderr);
}

/// A line with `#` for each number, and one space between words.
fn redacted(line: &str) -> String {
    let is_number = |word: &str| word.starts_with(|first: char| first.is_ascii_digit());
    let words = line.split_whitespace().map(|word| if is_number(word) { "#" } else { word });
    words.collect::<Vec<_>>().join(" ")
}
