//! The options of `cargo xtask spec pull`, and its help.

use std::path::PathBuf;

use clap::Args;

use crate::messages::Messages;

/// Bring what the vendor changed into the documents
///
/// Fetches the vendor's documents, checks them, leaves out prose, and merges what changed since the last time into ours: what the
/// vendor did not change stays as it is, corrections and comments included; where both changed the same thing, ours stays, and
/// the place is told. Overlays are not touched; a target that lost its place is told, with what is nearest to it.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES, verbatim_doc_comment)]
pub(crate) struct Options {
    /// Take them from here: a file or an address of one document, or a folder or an address with `/` at its end that has all
    /// [default: the addresses under `upstream` in the settings]
    #[arg(long, value_name = "URL|FILE", verbatim_doc_comment)]
    pub(super) from: Option<String>,

    /// Pull this document alone, such as `management.yaml`
    #[arg(long, value_name = "DOCUMENT")]
    pub(super) only: Option<String>,

    /// Write nothing; tell what would change, and exit with status 1 if anything would
    #[arg(long)]
    pub(super) dry_run: bool,

    /// Write the documents though ours will have errors, so that they can be mended by hand
    #[arg(long)]
    pub(super) allow_errors: bool,

    /// How long a server may take to be reached, and then to say anything more
    #[arg(long, value_name = "SECONDS", default_value_t = 20)]
    pub(super) timeout: u64,

    /// The settings file; the documents stand beside it [default: specs/settings.yaml]
    #[arg(long, value_name = "FILE")]
    pub(super) settings: Option<PathBuf>,

    #[command(flatten)]
    pub(super) messages: Messages,
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask spec pull
      Fetch the documents from where the settings say, and bring what changed into ours.
  cargo xtask spec pull --dry-run
      Find out whether the vendor has changed anything.
  cargo xtask spec pull --from ../upstream
      Take the documents from a folder, in which they have the names of their addresses.
  cargo xtask spec pull --only management.yaml --from new.json
      Take one document from a file.

Files, beside the settings:
  DOCUMENT           ours, with the vendor's changes
  upstream/DOCUMENT  the facts that the vendor's document had when it was last pulled
  sources.yaml       where it came from, its SHA-256, and what the server says of it
  All are written or none. A run that is killed is ended by the next one.

Network:
  A proxy is taken from HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY. A document that is still the same is not sent again.
  What passes, such as a refused connection or status 503, is tried three times.

Exit status:
  0  done, whether or not anything changed; with --dry-run: nothing would change
  1  a document is not there, is none, has errors, or would make ours unusable; nothing was written;
     with --dry-run: something would change
  2  the command line is wrong
  3  trouble of the network or the machine; nothing was written";
