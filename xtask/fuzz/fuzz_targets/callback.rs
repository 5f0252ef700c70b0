//! A user coming back from signing in, with any address, any cookies and any answer of the token endpoint.

#![no_main]

#[path = "../../../generated/genauth/tests/oracles/mod.rs"]
#[rustfmt::skip]
mod oracles;

use libfuzzer_sys::fuzz_target;
use oracles::callback::Callback;

thread_local! {
    static ORACLE: Callback = Callback::default();
}

fuzz_target!(|text: &str| ORACLE.with(|oracle| oracle.check(text)));
