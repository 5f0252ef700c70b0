//! Fetches the rivals, each from the registry that its users have it from, into `target/bench`.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::contender::Contender;
use crate::place::Place;
use crate::table::Side;

/// The vendor's SDK for Node.js.
pub const NODE_PACKAGE: &str = "authing-node-sdk@4.0.1";

/// Installs the rivals among `contenders`, and the vendor's SDK for Node.js.
///
/// What is there already stays. One that cannot be installed does not keep back the others: the report will say that it is
/// missing.
///
/// # Errors
///
/// The names of those that could not be installed.
pub fn run(contenders: &[Contender], place: &Place) -> Result<()> {
    let rivals = contenders.iter().filter(|contender| contender.side == Side::Rival && !contender.program.is_file());
    let mut failed = Vec::new();
    for rival in rivals {
        let installed =
            if rival.program.starts_with(place.python()) { by_pip(rival, place) } else { by_cargo(rival, place) };
        failed.extend(installed.err().map(|error| format!("{}: {error:#}", rival.name)));
    }
    failed.extend(by_npm(place).err().map(|error| format!("{NODE_PACKAGE}: {error:#}")));
    if failed.is_empty() { Ok(()) } else { bail!("not installed: {}", failed.join("; ")) }
}

fn by_cargo(rival: &Contender, place: &Place) -> Result<()> {
    // progenitor's program is in the package that cargo's naming of subcommands asks for.
    let package = if rival.name == "progenitor" { "cargo-progenitor" } else { rival.name };
    let mut cargo = place.cargo(&place.root, "install");
    cargo.args(["--locked", "--root"]).arg(&place.tools).arg(format!("{package}@{}", rival.version));
    // What a rival is built for is not what its crate is built for.
    succeed(cargo.env_remove("CARGO_PROFILE_DEV_DEBUG"))
}

fn by_pip(rival: &Contender, place: &Place) -> Result<()> {
    succeed(Command::new("python3").args(["-m", "venv"]).arg(place.python()))?;
    let package = format!("openapi-generator-cli=={}", rival.version);
    succeed(Command::new(place.python().join("bin/pip")).args(["install", "--quiet", &package]))
}

fn by_npm(place: &Place) -> Result<()> {
    if place.node().join("node_modules/authing-node-sdk").is_dir() {
        return Ok(());
    }
    std::fs::create_dir_all(place.node())?;
    let options = ["install", "--no-audit", "--no-fund", "--no-save", NODE_PACKAGE];
    succeed(Command::new("npm").args(options).current_dir(place.node()))
}

fn succeed(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("cannot run {name}"))?;
    if status.success() { Ok(()) } else { bail!("{name} ended with {status}") }
}
