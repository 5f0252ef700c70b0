//! Any answer of CAS, as text, JSON or XML.

#![no_main]

#[path = "../../../generated/genauth/tests/oracles/mod.rs"]
#[rustfmt::skip]
mod oracles;

use libfuzzer_sys::fuzz_target;
use oracles::cas::Cas;

thread_local! {
    static ORACLE: Cas = Cas::default();
}

fuzz_target!(|text: &str| ORACLE.with(|oracle| oracle.check(text)));
