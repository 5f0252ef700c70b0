//! Callbacks, answers of CAS and frames as nobody should send them. `xtask/fuzz` goes on where this ends.

#![cfg(all(feature = "events", feature = "oidc"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "a test")]

mod edits;
mod oracles;

use edits::{each, edited};
use oracles::callback::Callback;
use oracles::cas::Cas;
use oracles::frames::{Frames, LIMIT};
use oracles::{callback, cas, frames};
use proptest::collection::vec;
use proptest::prelude::any;

fn bytes(texts: &[&str]) -> Vec<Vec<u8>> {
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}

#[test]
fn callbacks() {
    let oracle = Callback::default();
    let seeds = callback::seeds();
    let seeds: Vec<&str> = seeds.iter().map(String::as_str).collect();
    seeds.iter().for_each(|text| oracle.check(text));
    each(3000, &edited(bytes(&seeds), bytes(callback::WORDS)), |text| oracle.check(&String::from_utf8_lossy(&text)));
}

#[test]
fn answers_of_cas() {
    let oracle = Cas::default();
    cas::SEEDS.iter().for_each(|text| oracle.check(text));
    each(3000, &edited(bytes(cas::SEEDS), bytes(cas::WORDS)), |text| oracle.check(&String::from_utf8_lossy(&text)));
}

#[test]
fn any_frames() {
    let oracle = Frames::default();
    frames::seeds().iter().for_each(|bytes| oracle.check(bytes));
    each(500, &edited(frames::seeds(), frames::seeds()), |bytes| oracle.check(&bytes));
}

#[test]
fn frames_as_they_should_be() {
    let oracle = Frames::default();
    oracle.check_written(&["", "{}", "ü", "\u{1f600}"], 1);
    oracle.check_written(&["a", &"b".repeat(LIMIT), &"c".repeat(LIMIT + 1), "d"], 1000);
    each(300, &(vec(any::<String>(), 0..5), 1..50_usize), |(texts, frame_size)| {
        oracle.check_written(&texts.iter().map(String::as_str).collect::<Vec<_>>(), frame_size);
    });
}
