//! Whatever bytes a service answers with, reading them is a value or an error, and never the end of the program.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use genauth::models::Sample;
use genauth::{Client, Transport, TransportFuture};
use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_oneof};
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, RngSeed, TestRunner};

/// Answers every request with the same bytes.
#[derive(Clone, Default)]
struct Answer(Arc<Mutex<Vec<u8>>>);

impl Transport for Answer {
    fn send(&self, _: http::Request<Bytes>, _: Duration) -> TransportFuture<'_> {
        let body = Bytes::from(self.0.lock().unwrap().clone());
        Box::pin(async { Ok(http::Response::new(body)) })
    }
}

/// An answer that has every type, to begin with.
const COMPLETE: &str = r#"{"statusCode":200,"message":"","data":{"id":-9223372036854775808,"small":-1,"big":18446744073709551615,
"ratio":1e-7,"flag":false,"name":"\ud83d\ude00","type":"NEW","level":99,"password":"p","phone":null,"managerId":null,
"next":{"id":2,"type":"PASSWORD","managerId":"m","gaps":[],"table":{}},"tags":["a"],"gaps":[1,null],"table":{"":{"success":true}},
"anything":{"deep":[1,2.5,"x",null,true,{}]},"choice":[{"success":true}],"pet":{"petType":"kitten","lives":9},
"at":"2024-01-02T03:04:05Z","newer":[{"x":1}]}}"#;

const WORDS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "\\ud83d",
    "\\udc00",
    "null",
    "true",
    "-",
    "-0",
    "0.",
    "1e400",
    "1e-400",
    "18446744073709551616",
    "\u{0}",
    "\u{feff}",
    "\u{1f600}",
    "\"id\":",
    "\"petType\":\"cat\"",
    "\"data\":",
];

/// Puts bytes in the place of others, one to eight times.
fn edited() -> impl Strategy<Value = Vec<u8>> {
    let inserted = prop_oneof![select(WORDS).prop_map(|word| word.as_bytes().to_vec()), vec(any::<u8>(), 0..3)];
    vec((any::<Index>(), 0..30_usize, inserted), 1..8).prop_map(|edits| {
        let mut bytes = COMPLETE.as_bytes().to_vec();
        for (at, length, inserted) in edits {
            let start = at.index(bytes.len() + 1);
            let end = bytes.len().min(start + length);
            bytes.splice(start..end, inserted);
        }
        bytes
    })
}

#[test]
fn edited_answers_and_any_bytes() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let answer = Answer::default();
    let client = Client::builder().base_url("example.com").transport(answer.clone()).build().unwrap();
    each(&prop_oneof![9 => edited(), 1 => any::<Vec<u8>>()], |bytes| {
        *answer.0.lock().unwrap() = bytes;
        runtime.block_on(async {
            let tolerant = client.sample().await;
            let strict = client.sample().strict().await;
            assert!(tolerant.is_ok() || strict.is_err(), "only the strict mode takes it");
            if let Ok(response) = tolerant {
                let _ = format!("{:?}", response.data);
                let written = serde_json::to_string(&response.data).unwrap();
                let again: Sample = serde_json::from_str(&written).unwrap();
                assert_eq!(serde_json::to_string(&again).unwrap(), written);
            }
            let _ = client.bare_list().await.map_err(|error| format!("{error} {error:?}"));
            let _ = client.maybe().await;
            let _ = client.text(String::new()).await;
        });
    });
}

#[test]
fn nesting_without_end() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let answer = Answer::default();
    let client = Client::builder().base_url("example.com").transport(answer.clone()).build().unwrap();
    for open in [r#"["#, r#"{"a":"#, r#"{"next":"#, r#"{"data":{"next":"#, r#"{"data":{"choice":[["#] {
        for close in ["", "1"] {
            *answer.0.lock().unwrap() = format!("{}{close}", open.repeat(100_000)).into_bytes();
            assert!(runtime.block_on(async { client.sample().await }).is_err(), "{open}");
            assert!(runtime.block_on(async { client.sample().strict().await }).is_err(), "{open}");
        }
    }
}

/// `PROPTEST_CASES` tells how many values are tried, `PROPTEST_RNG_SEED` where they start from.
fn each<S: Strategy>(values: &S, attempt: impl Fn(S::Value)) {
    let environment = Config::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { environment.cases } else { 2000 };
    let is_seeded = std::env::var_os("PROPTEST_RNG_SEED").is_some();
    let rng_seed = if is_seeded { environment.rng_seed } else { RngSeed::Fixed(1) };
    let config = Config { cases, rng_seed, failure_persistence: None, ..environment };
    let outcome = TestRunner::new(config).run(values, |value| {
        attempt(value);
        Ok(())
    });
    assert!(outcome.is_ok(), "{}", outcome.err().map(|error| error.to_string()).unwrap_or_default());
}
