//! The options of `cargo xtask docs`, and its help.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;

use crate::codegen;
use crate::messages::Messages;

/// Write the reference documentation of the Rust SDK, and build its site
///
/// Reads what `cargo xtask codegen` reads, writes a page for every operation as Markdown, and
/// builds a site from the pages. Files without the mark `@generated` are never touched.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES, verbatim_doc_comment)]
pub(crate) struct Options {
    /// Write nothing; name every stale, missing and orphaned page, and exit with status 1 if there is one
    #[arg(long, conflicts_with_all = ["coverage", "serve"])]
    pub(crate) check: bool,

    /// Write nothing; count what has a description, name what has none, and exit with status 1 if there is any
    #[arg(long, conflicts_with = "serve")]
    pub(crate) coverage: bool,

    /// Serve the site for reading, until the command is stopped; changed pages show at once
    #[arg(long)]
    pub(crate) serve: bool,

    /// The address to serve at
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:3000", requires = "serve")]
    pub(crate) listen: SocketAddr,

    /// The folder of the pages [default: generated/docs in the workspace]
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,

    /// Build no site
    #[arg(long, conflicts_with_all = ["serve", "site"])]
    pub(crate) no_site: bool,

    /// The folder of the site [default: site in the target folder]
    #[arg(long, value_name = "DIR")]
    pub(crate) site: Option<PathBuf>,

    /// The settings file; it names documents by path from its own folder [default: specs/settings.yaml]
    #[arg(long, value_name = "FILE")]
    pub(crate) settings: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) messages: Messages,
}

impl Options {
    /// What is read: the same as for the crate.
    pub(super) fn input(&self) -> codegen::Options {
        codegen::Options { settings: self.settings.clone(), ..codegen::Options::default() }
    }
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask docs
      Write generated/docs, and build the site from it.
  cargo xtask docs --serve
      The same, and read it in a browser.
  cargo xtask docs --no-site
      Write generated/docs and nothing else.
  cargo xtask docs --check
      Find out whether the pages are up to date, as CI does.
  cargo xtask docs --coverage
      Find out whether every operation, parameter and property is described.
  cargo xtask docs --check --deny warnings --message-format github
      Check as a workflow would, and let nothing pass.

Exit status:
  0  done; with --check: the pages are up to date; with --coverage: everything is described
  1  a document or the settings have errors, or problems that `--deny` does not let pass, or the site
     has errors; with --check: a page is stale, missing or orphaned; with --coverage: something is not
     described
  2  the command line is wrong
  3  trouble of the machine, such as a file that cannot be written; the pages are as they were";
