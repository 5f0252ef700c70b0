//! Any answer to any operation, through the reader in both modes, and back.

#![no_main]
#![allow(dead_code, reason = "the modules are a test's, of which this uses a part")]

#[path = "../../../generated/genauth/tests/contract"]
#[rustfmt::skip]
mod contract {
    pub(crate) mod guess;
    pub(crate) mod input;
    pub(crate) mod nulls;
    pub(crate) mod operation;
    pub(crate) mod operations;
    pub(crate) mod reading;
}
#[path = "../../../generated/genauth/tests/oracles"]
#[rustfmt::skip]
mod oracles {
    pub(crate) mod fixed_answer;
}

// Where the modules look for each other.
use contract::{guess, input, nulls, operation, operations};
use oracles::fixed_answer;

use contract::reading::Reading;
use libfuzzer_sys::fuzz_target;

thread_local! {
    static ORACLE: Reading = Reading::default();
}

fuzz_target!(|text: &[u8]| ORACLE.with(|oracle| oracle.check(text)));
