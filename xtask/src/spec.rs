//! `cargo xtask spec`: where the documents come from.
//!
//! Lives here: bringing what the vendor changed into our documents.
//! Does not live here: HTTP, which is a package of its own, and what the documents mean.

mod checks;
mod identity;
mod merge;
mod normal;
mod origin;
mod pull;
mod report;
mod sources;
mod tags;
mod text;
mod write;

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Look after the API description
#[derive(Args, Debug)]
pub(crate) struct Options {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Pull(pull::Options),
}

/// Runs the subcommand.
pub(crate) fn run(options: &Options, terminal: &Terminal) -> Result<Outcome> {
    match &options.command {
        Command::Pull(options) => pull::run(options, terminal),
    }
}
