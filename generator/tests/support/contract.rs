//! The contract test of a fixture: the table of its operations, and the hand-written part that the SDK's own test has.

use std::fs;
use std::path::Path;

use generator::Input;

/// The hand-written files that the table needs.
const PARTS: &[&str] = &["operation.rs", "input.rs", "input/fault.rs", "input/difference.rs"];

/// A test that calls nothing: that the table compiles is all that a fixture can show.
const MAIN: &str = "//! Every operation has a typed call.

#![allow(dead_code, reason = \"nothing is called\")]

mod input;
mod operation;
mod operations;
";

/// Gives a fixture a contract test.
pub(crate) fn add(input: &mut Input) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../templates/genauth/tests/contract");
    let krate = format!("{}::", input.settings.package.name.replace('-', "_"));
    input.settings.package.contract = Some("tests/contract/operations".to_owned());
    input.templates.insert("generic", "tests/contract/main.rs", MAIN);
    for part in PARTS {
        let text = fs::read_to_string(folder.join(part)).expect("the contract test is there");
        input.templates.insert("generic", format!("tests/contract/{part}"), text.replace("genauth::", &krate));
    }
}
