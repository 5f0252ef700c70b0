//! `cargo xtask mock`: builds and runs the mock server.
//!
//! It is a package of its own, so that who only generates does not wait for a web server to compile.

use std::ffi::OsString;
use std::process::Command;

use anyhow::{Context, Result};
use clap::Args;

use crate::{Outcome, workspace};

/// Runs the API on the loopback address, from its documents alone; --help lists its options.
#[derive(Args, Debug)]
#[command(disable_help_flag = true)]
pub(crate) struct Options {
    /// What the mock server itself is told.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "OPTIONS")]
    arguments: Vec<OsString>,
}

/// Runs the server until it is told to stop.
pub(crate) fn run(options: &Options) -> Result<Outcome> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    let manifest = workspace::root().join("Cargo.toml");
    command
        .args(["run", "--quiet", "--package", "mock", "--manifest-path"])
        .arg(manifest)
        .arg("--")
        .args(&options.arguments);
    replace(&mut command).context("cannot run the mock server")
}

/// Becomes the server, so that signals reach it and its exit status is the command's.
#[cfg(unix)]
fn replace(command: &mut Command) -> std::io::Result<Outcome> {
    use std::os::unix::process::CommandExt;
    Err(command.exec())
}

#[cfg(not(unix))]
fn replace(command: &mut Command) -> std::io::Result<Outcome> {
    let status = command.status()?;
    Ok(if status.success() { Outcome::Done } else { Outcome::Refused })
}
