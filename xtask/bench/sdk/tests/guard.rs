//! What the emitted crate allocates stays near the numbers that are kept in `allocations.txt`.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "a test")]

use std::fmt::Write;
use std::process::Command;

/// Run in the root of the repository.
const RENEW: &str =
    "cargo run --manifest-path xtask/bench/sdk/Cargo.toml --bin allocations > xtask/bench/sdk/allocations.txt";

/// A name, a number of allocations, and their bytes.
type Line<'a> = (&'a str, u64, u64);

#[test]
fn allocations_have_not_grown_by_more_than_a_tenth() {
    let output = Command::new(env!("CARGO_BIN_EXE_allocations")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let measured = String::from_utf8(output.stdout).unwrap();
    let grown = growth(&lines(include_str!("../allocations.txt")), &lines(&measured));
    assert!(grown.is_empty(), "{grown}If that is meant, renew the kept numbers: {RENEW}");
}

#[test]
fn growth_names_what_grew_and_what_is_not_kept() {
    let kept = [("call", 100, 1000), ("decode", 10, 10)];
    let measured = [("call", 110, 1101), ("decode", 2, 11), ("encode", 1, 1)];
    let expected = "call: 1101 bytes, and 1000 are kept (+10.1 %)\nencode: is not kept yet\n";
    assert_eq!(growth(&kept, &measured), expected);
    assert_eq!(growth(&kept, &measured[1..2]), "call: is kept, and not measured any more\n");
}

fn lines(text: &str) -> Vec<Line<'_>> {
    text.lines().map(|text| line(text).unwrap_or_else(|| panic!("not a line `name count bytes`: {text}"))).collect()
}

fn line(text: &str) -> Option<Line<'_>> {
    let mut words = text.split(' ');
    Some((words.next()?, words.next()?.parse().ok()?, words.next()?.parse().ok()?))
}

/// What is more than a tenth above the kept number, a line for each.
fn growth(kept: &[Line<'_>], measured: &[Line<'_>]) -> String {
    let mut grown = String::new();
    for (name, count, bytes) in measured {
        let Some((_, kept_count, kept_bytes)) = kept.iter().find(|(kept, ..)| kept == name) else {
            writeln!(grown, "{name}: is not kept yet").unwrap();
            continue;
        };
        for (now, before, what) in [(count, kept_count, "allocations"), (bytes, kept_bytes, "bytes")] {
            if now * 10 > before * 11 {
                let percent = (*now as f64 / *before as f64 - 1.0) * 100.0;
                writeln!(grown, "{name}: {now} {what}, and {before} are kept (+{percent:.1} %)").unwrap();
            }
        }
    }
    for (name, ..) in kept.iter().filter(|(kept, ..)| !measured.iter().any(|(name, ..)| name == kept)) {
        writeln!(grown, "{name}: is kept, and not measured any more").unwrap();
    }
    grown
}
