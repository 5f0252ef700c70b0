//! What must hold of whatever others send: an oracle for each kind, and texts to begin with.
//!
//! `hostile` asks them in every run of the tests, with texts that are edited at random; the fuzz targets in `xtask/fuzz` ask
//! the same with whatever reaches more of the code.

#![allow(dead_code, missing_docs, unreachable_pub, reason = "a test's own module, of which every test uses a part")]
#![allow(clippy::unwrap_used, reason = "a test")]

pub mod callback;
pub mod cas;
pub mod fixed_answer;
pub mod frames;

use std::error::Error;

/// What texts to begin with have where nothing may show it.
pub const HIDDEN: &str = "HIDDEN-7f3a91";

/// All that a person could get to see of an error: its texts and those of its causes.
pub fn everything_about(error: &genauth::Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?}");
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(&format!(" {error} {error:?}"));
        cause = error.source();
    }
    text
}
