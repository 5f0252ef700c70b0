//! `cargo xtask check-spec`: everything that is wrong with a description, and no crate.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use generator::diagnostic::Diagnostics;

use crate::codegen::{self, Options as Codegen};
use crate::messages::Messages;
use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Check OpenAPI 3.0 documents, and write nothing
///
/// Reports everything that is wrong with the documents, or that the generator cannot do, each with its place and what to do.
/// It is the first step of `codegen`. `cargo xtask explain RULE` says more about a rule.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES, verbatim_doc_comment)]
pub(crate) struct Options {
    /// The documents (YAML or JSON), each by itself [default: those that the settings name, with their overlays]
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The settings file, which names documents and overlays and gives rules their levels [default: specs/settings.yaml]
    ///
    /// With a document there are none by default. Given beside one, they must have one client, which gets that document.
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,

    /// An overlay to lay over each document, or a folder of them; may be given again
    #[arg(long = "overlay", value_name = "FILE", requires = "files")]
    overlays: Vec<PathBuf>,

    /// Say on the output stream how often each rule was broken
    #[arg(long)]
    counts: bool,

    /// Read files of any size, not 32 MiB and 4,000,000 values at most; for those that you trust
    #[arg(long)]
    trust_size: bool,

    #[command(flatten)]
    messages: Messages,
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask check-spec
      Check the documents of this project, with their overlays.
  cargo xtask check-spec petstore.yaml
      Check any OpenAPI 3.0 document.
  cargo xtask check-spec --message-format github --deny warnings
      Check as a workflow would, and let nothing pass.

Exit status:
  0  there are no errors; there may be warnings
  1  a document, an overlay or the settings have errors, or problems that `--deny` does not let pass
  2  the command line is wrong
  3  trouble of the machine";

/// Reads and checks, and says what it found.
pub(crate) fn run(options: &Options, terminal: &Terminal) -> Result<Outcome> {
    let mut diagnostics = Diagnostics::default();
    let specs: Vec<Option<&PathBuf>> =
        if options.files.is_empty() { vec![None] } else { options.files.iter().map(Some).collect() };
    let (mut documents, mut operations) = (0, 0);
    for spec in specs {
        terminal.progress("reading the documents");
        let codegen = Codegen {
            spec: spec.cloned(),
            settings: options.settings.clone(),
            overlays: options.overlays.clone(),
            trust_size: options.trust_size,
            ..Codegen::default()
        };
        let Some(input) = codegen::read(&codegen, "cargo xtask check-spec", &mut diagnostics)? else { continue };
        terminal.progress("checking");
        documents += input.documents.len();
        let model = generator::model_of(&input.settings, &input.documents, &input.overlays, &mut diagnostics);
        operations += model
            .iter()
            .flat_map(|api| &api.clients)
            .flat_map(|client| &client.areas)
            .map(|area| area.operations.len())
            .sum::<usize>();
    }
    let messages = &options.messages;
    messages.tell(&mut diagnostics, terminal);
    if options.counts {
        let lines =
            diagnostics.by_rule().into_iter().map(|((code, name), count)| format!("{count:>6}  {code}  {name}\n"));
        messages.result(&lines.collect::<String>(), terminal);
    }
    if diagnostics.has_errors() {
        return Ok(Outcome::Refused);
    }
    let count = |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
    let (documents, operations) = (count(documents, "document"), count(operations, "operation"));
    messages.result(&format!("{documents} with {operations}: no errors\n"), terminal);
    Ok(Outcome::Done)
}
