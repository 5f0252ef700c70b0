//! `cargo xtask bench`: builds and runs the benchmarks against other generators.
//!
//! They are a package of their own, as the mock server is, so that who only generates does not wait for them to compile.

use std::ffi::OsString;
use std::process::Command;

use anyhow::{Context, Result};
use clap::Args;

use crate::{Outcome, workspace};

/// Measures this generator and others in turn on one document, and writes BENCHMARKS.md; --help lists its options.
#[derive(Args, Debug)]
#[command(disable_help_flag = true)]
pub(crate) struct Options {
    /// What the benchmarks themselves are told.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "OPTIONS")]
    arguments: Vec<OsString>,
}

/// Runs them to their end.
pub(crate) fn run(options: &Options) -> Result<Outcome> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let manifest = workspace::root().join("Cargo.toml");
    let mut command = Command::new(cargo);
    command.args(["run", "--quiet", "--package", "bench", "--manifest-path"]).arg(manifest);
    let status = command.arg("--").args(&options.arguments).status().context("cannot run the benchmarks")?;
    Ok(if status.success() { Outcome::Done } else { Outcome::Refused })
}
