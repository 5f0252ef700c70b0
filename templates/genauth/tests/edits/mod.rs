//! Texts that are edited at random, and how many of them are tried.

#![allow(dead_code, missing_docs, unreachable_pub, reason = "a test's own module, of which every test uses a part")]

use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_oneof};
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, RngSeed, TestRunner};

/// One of the texts, in which words, bytes and parts of the texts stand in the place of others, up to seven times.
pub fn edited(texts: Vec<Vec<u8>>, words: Vec<Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    let inserted = prop_oneof![select(words), vec(any::<u8>(), 0..3)];
    let edit = (any::<Index>(), prop_oneof![0..3_usize, 0..40_usize], inserted);
    (select(texts), vec(edit, 0..8)).prop_map(|(mut text, edits)| {
        for (at, length, inserted) in edits {
            let start = at.index(text.len() + 1);
            let end = text.len().min(start + length);
            text.splice(start..end, inserted);
        }
        text
    })
}

/// Tries `cases` values. `PROPTEST_CASES` tells another number, `PROPTEST_RNG_SEED` where they start from.
pub fn each<S: Strategy>(cases: u32, values: &S, attempt: impl Fn(S::Value)) {
    let environment = Config::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { environment.cases } else { cases };
    let is_seeded = std::env::var_os("PROPTEST_RNG_SEED").is_some();
    let rng_seed = if is_seeded { environment.rng_seed } else { RngSeed::Fixed(1) };
    let config = Config { cases, rng_seed, failure_persistence: None, ..environment };
    let outcome = TestRunner::new(config).run(values, |value| {
        attempt(value);
        Ok(())
    });
    assert!(outcome.is_ok(), "{}", outcome.err().map(|error| error.to_string()).unwrap_or_default());
}
