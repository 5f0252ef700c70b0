//! Any answer to any operation, through the reader in both modes, and back.

#![no_main]
#![allow(dead_code, unused_imports, reason = "the modules are a test's, of which this uses a part")]

#[path = "../../../generated/genauth/tests/oracles/fixed_answer.rs"]
mod fixed_answer;
#[path = "../../../generated/genauth/tests/contract/guess.rs"]
mod guess;
#[path = "../../../generated/genauth/tests/contract/input.rs"]
mod input;
#[path = "../../../generated/genauth/tests/contract/nulls.rs"]
mod nulls;
#[path = "../../../generated/genauth/tests/contract/operation.rs"]
mod operation;
#[path = "../../../generated/genauth/tests/contract/operations.rs"]
mod operations;
#[path = "../../../generated/genauth/tests/contract/reading.rs"]
mod reading;

use libfuzzer_sys::fuzz_target;
use reading::Reading;

thread_local! {
    static ORACLE: Reading = Reading::default();
}

fuzz_target!(|text: &[u8]| ORACLE.with(|oracle| oracle.check(text)));
