//! `cargo xtask release`: the next version of the crate, and what users are told of it.
//!
//! Lives here: from what changed to version, changelog and history. Does not live here: how versions are compared, and tags,
//! which a person makes.

mod changelog;
mod check;
mod files;
mod options;
mod plan;
mod prepare;
mod repository;
mod settings_text;
mod version;

use anyhow::Result;

pub(crate) use options::Options;
use options::Task;

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Prepares or checks a release.
pub(crate) fn run(options: &Options, terminal: &Terminal) -> Result<Outcome> {
    match &options.task {
        Task::Prepare { range, dry_run } => prepare::run(range, *dry_run, terminal),
        Task::Check { range } => check::run(range, terminal),
    }
}
