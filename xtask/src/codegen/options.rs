//! The options of `cargo xtask codegen`, and its help.

use std::path::PathBuf;

use clap::Args;
use generator::source::Size;

use super::package_name::PackageName;
use crate::messages::Messages;

/// Write the Rust SDK from the API description
///
/// Reads the settings file and the OpenAPI 3.0 documents and overlays it names, and writes a crate. Only
/// files that changed are written; generated files that are no longer needed are deleted; files
/// without the mark `@generated` are never touched, and links are not followed. If writing fails
/// half-way, the output stays as it was; if the program is killed, the next run sees to that. Two
/// runs at once wait for each other. A run that would be the same as the last one, by documents,
/// program and output, is not done again: it says what that one said.
#[derive(Args, Debug, Default)]
#[command(after_help = EXAMPLES, verbatim_doc_comment)]
pub(crate) struct Options {
    /// Write nothing; name every stale, missing and orphaned file, and exit with status 1 if there is one
    #[arg(long)]
    pub(crate) check: bool,

    /// Make the crate from this OpenAPI 3.0 document alone (YAML or JSON), and from the files that it refers to in its folder
    #[arg(long, value_name = "FILE", requires = "out")]
    pub(crate) spec: Option<PathBuf>,

    /// An overlay to lay over that document, or a folder of them (OpenAPI Overlay Specification 1.0); may be given again
    ///
    /// They are laid over it in the order they are given, above those that the settings name.
    #[arg(long = "overlay", value_name = "FILE", requires = "spec")]
    pub(crate) overlays: Vec<PathBuf>,

    /// The folder of the crate [default: generated/NAME in the workspace]
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,

    /// The package's name [default: what the settings say, or else the name of the document's file]
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<PackageName>,

    /// Say on the error stream how long each stage took, and what it worked on; every stage runs
    #[arg(long)]
    pub(crate) timings: bool,

    /// The settings file; it names documents and overlays by path from its own folder [default: specs/settings.yaml]
    ///
    /// With `--spec` there are none by default. Given beside it, they must have one client, which gets that document.
    #[arg(long, value_name = "FILE")]
    pub(crate) settings: Option<PathBuf>,

    /// Read files of any size, not 32 MiB and 4,000,000 values at most; for those that you trust
    #[arg(long)]
    pub(crate) trust_size: bool,

    #[command(flatten)]
    pub(crate) messages: Messages,
}

impl Options {
    /// How much is read of a file.
    pub(super) fn size(&self) -> Size {
        if self.trust_size { Size::Trusted } else { Size::Limited }
    }
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask codegen
      Write the SDK, generated/genauth, from specs/settings.yaml.
  cargo xtask codegen --check
      Find out whether the SDK is up to date, as CI does.
  cargo xtask codegen --spec petstore.yaml --out ../petstore
      Make the crate `petstore` from any OpenAPI 3.0 document.
  cargo xtask codegen --spec petstore.json --out ../pets --name pets --settings pets.yaml
      The same, with another name, and with settings for its one client.
  cargo xtask codegen --spec petstore.yaml --overlay english.yaml --out ../petstore
      The same with an overlay: its actions change the document before it is looked at.
  cargo xtask codegen --check --deny unsupported --message-format github
      Find out in a workflow of GitHub Actions whether the SDK is up to date, and has all that is described.
  cargo xtask codegen --timings
      Find out where the time goes.

Output:
  What is wrong goes to the error stream, each with file, line and column; the summary goes to the output stream.
  With `--message-format json` it is the other way round. generator/DIAGNOSTICS.md describes every form.
  Colour is for terminals alone, and not where NO_COLOR is set.

Exit status:
  0  done; with --check: the output is up to date
  1  a document, an overlay or the settings have errors, or problems that --deny makes errors of, or
     files that were not generated are in the way; the output is as it was;
     with --check: a file is stale, missing or orphaned
  2  the command line is wrong
  3  trouble of the machine, such as a file that cannot be written; the output is as it was";
