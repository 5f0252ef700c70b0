//! The site of a book. The program that builds it is a package of its own, so that who only generates does not wait for it
//! to compile.

use std::ffi::OsStr;
use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::{Outcome, workspace};

/// Builds the site of the book in `book` into the folder `site`.
pub(super) fn build(book: &Path, site: &Path) -> Result<Outcome> {
    run(&["build".as_ref(), book.as_os_str(), site.as_os_str()])
}

/// Serves the site until the command is stopped.
pub(super) fn serve(book: &Path, listen: SocketAddr) -> Result<Outcome> {
    run(&["serve".as_ref(), book.as_os_str(), "--listen".as_ref(), listen.to_string().as_ref()])
}

fn run(arguments: &[&OsStr]) -> Result<Outcome> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let manifest = workspace::root().join("Cargo.toml");
    let mut command = Command::new(cargo);
    command.args(["run", "--quiet", "--package", "site", "--manifest-path"]).arg(manifest).arg("--").args(arguments);
    let status = command.status().context("cannot run the program that builds the site")?;
    Ok(if status.success() { Outcome::Done } else { Outcome::Refused })
}
