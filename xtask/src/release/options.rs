//! The options of `cargo xtask release`, and its help.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::workspace;

/// Prepare the next release of the SDK, or check that one is prepared
///
/// Compares the working tree with the last release, and takes the version from Cargo's rules: what
/// breaks programs counts up the major version (before 1.0.0 the minor one), what adds to the crate
/// the minor one (before 1.0.0 the patch), and texts the patch.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES, verbatim_doc_comment)]
pub(crate) struct Options {
    #[command(subcommand)]
    pub(super) task: Task,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Task {
    /// Write the next version into the settings, add to changelog and history, and generate anew
    ///
    /// What somebody has written under `Unreleased` in the changelog, or beside the part that this
    /// command makes, is kept. A second run changes nothing. Without a release, the first one is prepared: the version stays.
    Prepare {
        #[command(flatten)]
        range: Range,

        /// Write nothing; show the version and the changelog's section
        #[arg(long)]
        dry_run: bool,
    },
    /// Exit with status 1 if the version is smaller than the changes ask for, or has no section in the changelog
    Check {
        #[command(flatten)]
        range: Range,
    },
}

/// What is compared.
#[derive(Args, Debug)]
pub(super) struct Range {
    /// The revision of the last release [default: the tag of the highest version, such as v0.1.0, that the current commit has]
    #[arg(long, value_name = "REV")]
    pub(super) since: Option<String>,

    /// The folder of the repository, with `specs/settings.yaml` and `generated` [default: this workspace]
    #[arg(long, value_name = "DIR")]
    root: Option<PathBuf>,
}

impl Range {
    pub(super) fn root(&self) -> PathBuf {
        self.root.clone().unwrap_or_else(|| workspace::root().to_owned())
    }
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask release prepare --dry-run
      Show what the next release would be called, and what its changelog would say.
  cargo xtask release prepare
      Prepare it. Read the difference, add to specs/CHANGELOG.md what only a person knows, commit, and tag the commit.
  cargo xtask release check --since origin/main
      Find out in a pull request whether version and changelog keep up with the changes.

Exit status:
  0  done, or there is nothing to release
  1  the description has errors, something is not committed, or the release is not prepared; nothing was written
  2  the command line is wrong
  3  trouble of the machine, such as a file that cannot be written; run the command again when it is mended";
