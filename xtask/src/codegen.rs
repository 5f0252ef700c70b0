//! `cargo xtask codegen`: from the API description to a crate on disk.

mod input;
mod options;
mod overlays;
mod package_name;
mod summary;
mod templates;

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Result;
use generator::diagnostic::Diagnostics;
use generator::{Crate, Input};

pub(crate) use options::Options;

use crate::output::Output;
use crate::terminal::Terminal;
use crate::{Outcome, workspace};

/// Reads, generates, and then writes or compares.
pub(crate) fn run(options: &Options, terminal: &Terminal) -> Result<Outcome> {
    let started = Instant::now();
    let mut diagnostics = Diagnostics::default();
    let generated = generate(options, terminal, &mut diagnostics);
    terminal.error(&diagnostics.render(terminal.style()));
    let Some((input, krate)) = generated? else { return Ok(Outcome::Refused) };

    let output = Output::at(&output_path(options, &input))?;
    terminal.progress(&format!("comparing {}", output.name()));
    let changes = output.compare(&krate.files)?;
    if options.check && !changes.is_empty() {
        terminal.error(&changes.report(output.name()));
        return Ok(Outcome::Refused);
    }
    terminal.progress(&format!("writing {}", output.name()));
    output.write(&changes)?;
    terminal.result(&summary::of(output.name(), &krate, &changes, &diagnostics, started.elapsed()));
    Ok(Outcome::Done)
}

fn generate(options: &Options, terminal: &Terminal, diagnostics: &mut Diagnostics) -> Result<Option<(Input, Crate)>> {
    terminal.progress("reading the documents");
    let Some(input) = read(options, "cargo xtask codegen", diagnostics)? else { return Ok(None) };
    terminal.progress("generating");
    Ok(generator::generate(&input, diagnostics).map(|krate| (input, krate)))
}

/// What the generator is given; `command` is what banners name.
pub(crate) fn read(options: &Options, command: &str, diagnostics: &mut Diagnostics) -> Result<Option<Input>> {
    input::read(options, command, diagnostics)
}

fn output_path(options: &Options, input: &Input) -> PathBuf {
    let by_name = || workspace::root().join("generated").join(&input.settings.package.name);
    options.out.clone().unwrap_or_else(by_name)
}
