//! `cargo xtask codegen`: from the API description to a crate on disk.

mod input;
mod options;
mod overlays;
mod package_name;
mod summary;
mod templates;
mod timings;

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Result;
use generator::diagnostic::Diagnostics;
use generator::{Crate, Input, Stage, Timings};

pub(crate) use options::Options;

use crate::output::Output;
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
    let mut diagnostics = Diagnostics::default();
    let generated = generate(options, terminal, timings, &mut diagnostics);
    let clock = timings.start();
    terminal.error(&diagnostics.render(terminal.style()));
    clock.stop("report", || format!("{} problems", diagnostics.iter().count()));
    let Some((input, krate)) = generated? else { return Ok(Outcome::Refused) };

    let output = Output::at(&output_path(options, &input))?;
    terminal.progress(&format!("comparing {}", output.name()));
    let clock = timings.start();
    let changes = output.compare(&krate.files)?;
    clock.stop("compare", || format!("{} files", krate.files.len()));
    if options.check && !changes.is_empty() {
        terminal.error(&changes.report(output.name()));
        return Ok(Outcome::Refused);
    }
    terminal.progress(&format!("writing {}", output.name()));
    let clock = timings.start();
    output.write(&changes)?;
    clock.stop("write", || format!("{} files", changes.stale.len() + changes.missing.len() + changes.orphaned.len()));
    terminal.result(&summary::of(output.name(), &krate, &changes, &diagnostics, started.elapsed()));
    Ok(Outcome::Done)
}

fn generate(
    options: &Options,
    terminal: &Terminal,
    timings: &Timings,
    diagnostics: &mut Diagnostics,
) -> Result<Option<(Input, Crate)>> {
    terminal.progress("reading the documents");
    let clock = timings.start();
    let Some(input) = read(options, "cargo xtask codegen", diagnostics)? else { return Ok(None) };
    clock.stop("read", || format!("{} documents, their overlays, and the templates", input.documents.len()));
    terminal.progress("generating");
    Ok(generator::generate_timed(&input, timings, diagnostics).map(|krate| (input, krate)))
}

/// What the generator is given; `command` is what banners name.
pub(crate) fn read(options: &Options, command: &str, diagnostics: &mut Diagnostics) -> Result<Option<Input>> {
    input::read(options, command, diagnostics)
}

fn output_path(options: &Options, input: &Input) -> PathBuf {
    let by_name = || workspace::root().join("generated").join(&input.settings.package.name);
    options.out.clone().unwrap_or_else(by_name)
}
