//! `cargo xtask docs`: from the API description to the book about the crate, and from the book to a site.

mod coverage;
mod options;
mod site;
mod summary;

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Result;
use generator::diagnostic::Diagnostics;
use generator::{Book, Coverage};

pub(crate) use options::Options;

use crate::messages::Messages;
use crate::output::{Access, Changes, Output};
use crate::terminal::Terminal;
use crate::{Outcome, codegen, workspace};

/// Makes the book, and then compares it, writes it and builds the site, or counts its texts.
pub(crate) fn run(options: &Options, terminal: &Terminal) -> Result<Outcome> {
    let started = Instant::now();
    let Some(book) = book(options, terminal)? else { return Ok(Outcome::Refused) };
    if options.coverage {
        return Ok(report(&Coverage::of(&book.api), &options.messages, terminal));
    }
    let folder = options.out.clone().unwrap_or_else(|| workspace::root().join("generated/docs"));
    let output = Output::at(&folder)?;
    let opened = output.open(Access::of(options.check), &|text| terminal.error(text))?;
    let changes = opened.compare(&book.files)?;
    terminal.error(&changes.warnings(output.name()));
    let tell = |changes: &Changes<'_>| {
        options.messages.result(&summary::of(output.name(), &book, changes, started.elapsed()), terminal);
    };
    if options.check {
        if changes.is_empty() {
            tell(&changes);
            return Ok(Outcome::Done);
        }
        terminal.error(&changes.report(output.name()));
        return Ok(Outcome::Refused);
    }
    terminal.progress(&format!("writing {}", output.name()));
    opened.write(&changes)?;
    // The site only reads, for as long as it is served.
    drop(opened);
    tell(&changes);
    if options.no_site {
        return Ok(Outcome::Done);
    }
    if options.serve {
        return site::serve(&folder, options.listen);
    }
    site::build(&folder, &options.site.clone().unwrap_or_else(site_folder))
}

/// Where sites go that are not to be kept.
fn site_folder() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace::root().join("target"), PathBuf::from);
    target.join("site")
}

fn book(options: &Options, terminal: &Terminal) -> Result<Option<Book>> {
    let mut diagnostics = Diagnostics::default();
    terminal.progress("reading the documents");
    let input = codegen::read(&options.input(), "cargo xtask docs", &mut diagnostics)?;
    let book = input.and_then(|input| generator::document(&input, &mut diagnostics));
    options.messages.tell(&mut diagnostics, terminal);
    // What is denied is an error only now, when there is a book already.
    Ok(book.filter(|_| !diagnostics.has_errors()))
}

fn report(coverage: &Coverage, messages: &Messages, terminal: &Terminal) -> Outcome {
    terminal.error(&coverage::missing(coverage));
    messages.result(&coverage::counts(coverage), terminal);
    if coverage.is_complete() { Outcome::Done } else { Outcome::Refused }
}
