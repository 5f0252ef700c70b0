//! The options of `cargo xtask diff`, and its help.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Say what changed between two versions, for the service's callers and for the crate's
///
/// Compares on two levels: the API, which is what the service promises, and the crate's public surface, which is what a
/// Rust caller sees. Each version is a git revision such as `HEAD~1` or a tag, an OpenAPI 3.0 document, a folder with
/// a settings file in it such as `specs`, or the folder of a generated crate, of which only the surface is known.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES, verbatim_doc_comment)]
pub(crate) struct Options {
    /// The older version
    #[arg(value_name = "OLD", required_unless_present = "rules")]
    pub(crate) old: Option<String>,

    /// The newer version [default: the specs that lie here]
    #[arg(value_name = "NEW")]
    pub(crate) new: Option<String>,

    /// Compare on one level only
    #[arg(long, value_name = "LEVEL", value_enum)]
    pub(crate) only: Option<Only>,

    /// How the findings are written; xtask/diff/DIFF.md describes each form
    #[arg(long, value_name = "FORM", value_enum, default_value_t)]
    pub(crate) format: Format,

    /// The settings file for versions that are a document; it must have one client, which gets the document
    #[arg(long, value_name = "FILE")]
    pub(crate) settings: Option<PathBuf>,

    /// An overlay, or a folder of them, to lay over versions that are a document; may be given again
    #[arg(long = "overlay", value_name = "FILE")]
    pub(crate) overlays: Vec<PathBuf>,

    /// List every rule with its level, or its levels in requests and in answers, and compare nothing
    #[arg(long, conflicts_with = "old")]
    pub(crate) rules: bool,
}

/// A level to compare on.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum Only {
    /// What the service promises
    Api,
    /// What a Rust caller sees
    Crate,
}

/// A form of the findings.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, ValueEnum)]
pub(crate) enum Format {
    /// For people, in a terminal or a log
    #[default]
    Human,
    /// The body of a pull request
    Markdown,
    /// For programs
    Json,
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask diff HEAD~1
      What the last commit and the working tree changed, in the API and in the crate.
  cargo xtask diff v0.1.0 HEAD --format markdown
      The same between a tag and the last commit, as the body of a pull request.
  cargo xtask diff petstore-1.yaml petstore-2.yaml
      Two OpenAPI 3.0 documents, and the crates that would be made of them.
  cargo xtask diff ../published/genauth generated/genauth
      Two crates, by their surface.

Versions:
  A revision's API is read from its `specs`, and its surface from the crate that it holds under `generated`; without one,
  the crate is made from its `specs` and `templates`. A document and a folder of settings are made into a crate in memory.
  Whatever is a path is no revision: `refs/heads/NAME` names a branch that is called as a folder is.
  `cargo xtask explain RULE` says more about a rule.

Exit status:
  0  nothing changed that a caller could notice: nothing at all, or texts
  1  all that changed is additive
  2  something is breaking, on either level
  3  trouble of the machine, such as a file that cannot be read or no git
  4  something is wrong with a version: a document with errors, or a name that is neither path nor revision
  5  the command line is wrong";
