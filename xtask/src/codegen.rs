//! `cargo xtask codegen`: from the API description to a crate on disk.

mod input;
mod options;
mod overlays;
mod package_name;
mod parts;
mod stamp;
mod summary;
mod templates;
mod text;
mod timings;

use std::mem;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::Result;
use generator::diagnostic::Diagnostics;
use generator::{Crate, Input, Stage, Timings};

pub(crate) use input::Description;
pub(crate) use options::Options;
use stamp::{Said, Stamp};

use crate::output::{Access, Changes, Opened, Output};
use crate::terminal::Terminal;
use crate::{Outcome, workspace};

/// Reads, generates, and then writes or compares.
pub(crate) fn run(options: &Options, terminal: &Terminal) -> Result<Outcome> {
    let started = Instant::now();
    let timings = if options.timings { Timings::on() } else { Timings::off() };
    let outcome = write(options, terminal, &timings, started);
    if options.timings {
        let run = Stage { name: "all", what: String::new(), took: started.elapsed() };
        terminal.error(&timings::of(&timings.stages(), &run));
    }
    outcome
}

fn write(options: &Options, terminal: &Terminal, timings: &Timings, started: Instant) -> Result<Outcome> {
    let messages = &options.messages;
    let mut diagnostics = Diagnostics::default();
    terminal.progress("reading the documents");
    let clock = timings.start();
    let input = read(options, "cargo xtask codegen", &mut diagnostics);
    clock.stop("read", || "the documents, their overlays, and the templates".to_owned());
    let Ok(Some(input)) = input else {
        messages.tell(&mut diagnostics, terminal);
        return input.map(|_| Outcome::Refused);
    };

    let output = Output::at(&output_path(options, &input));
    // A file that could not be read is no part of the input; and who asks for the time of each stage wants to see them run.
    let can_be_kept = diagnostics.is_empty() && !options.timings;
    let known = output.as_ref().ok().filter(|_| can_be_kept);
    let stamp = known.and_then(|output| Stamp::of(&input, output, &(messages, terminal.style())));
    if let Some(said) = stamp.as_ref().and_then(Stamp::said) {
        messages.repeat(&said.problems, terminal);
        messages.result(&summary::line(&said.summary, started.elapsed()), terminal);
        return Ok(Outcome::Done);
    }

    terminal.progress("generating");
    let krate = generator::generate_timed(&input, timings, &mut diagnostics);
    let clock = timings.start();
    let problems = messages.tell(&mut diagnostics, terminal);
    clock.stop("report", || format!("{} problems", diagnostics.iter().count()));
    // What is denied is an error only now, when there is a crate already.
    let Some(krate) = krate.filter(|_| !diagnostics.has_errors()) else { return Ok(Outcome::Refused) };
    let Ok(output) = &output else { return output.map(|_| Outcome::Refused) };

    // It stays open until the stamp is kept, which must not be that of what another run wrote.
    let opened = output.open(Access::of(options.check), &|text| terminal.error(text))?;
    let Some(changes) = bring(&krate, &opened, options, terminal, timings)? else { return Ok(Outcome::Refused) };
    let summary = |changes| summary::of(output.name(), &krate, changes, &diagnostics);
    messages.result(&summary::line(&summary(&changes), started.elapsed()), terminal);
    if let Some(stamp) = stamp.filter(|_| changes.passed_over.is_empty()) {
        stamp.keep(&Said { problems, summary: summary(&Changes::none(&krate.files)) });
    }
    // The program ends here, and with it all memory; to take a million small values apart first would be for nothing.
    mem::forget((krate, input));
    Ok(Outcome::Done)
}

/// Brings a crate to its folder, or only looks, and gives what there was to change; `None` where nothing may be changed.
fn bring<'a>(
    krate: &'a Crate,
    output: &Opened<'_>,
    options: &Options,
    terminal: &Terminal,
    timings: &Timings,
) -> Result<Option<Changes<'a>>> {
    terminal.progress(&format!("comparing {}", output.name()));
    let clock = timings.start();
    let changes = output.compare(&krate.files)?;
    terminal.error(&changes.warnings(output.name()));
    clock.stop("compare", || format!("{} files", krate.files.len()));
    if options.check && !changes.is_empty() {
        terminal.error(&changes.report(output.name()));
        return Ok(None);
    }
    terminal.progress(&format!("writing {}", output.name()));
    let clock = timings.start();
    output.write(&changes)?;
    clock.stop("write", || format!("{} files", changes.stale.len() + changes.missing.len() + changes.orphaned.len()));
    Ok(Some(changes))
}

/// What the generator is given; `command` is what banners name.
pub(crate) fn read(options: &Options, command: &str, diagnostics: &mut Diagnostics) -> Result<Option<Input>> {
    input::read(options, command, diagnostics)
}

fn output_path(options: &Options, input: &Input) -> PathBuf {
    let by_name = || workspace::root().join("generated").join(&input.settings.package.name);
    options.out.clone().unwrap_or_else(by_name)
}
