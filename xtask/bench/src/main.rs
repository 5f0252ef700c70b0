//! The command line of the benchmarks: `cargo xtask bench`.

mod cli;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use bench::contender::{self, Contender};
use bench::meter::{self, Meter};
use bench::place::Place;
use bench::report::{self, Header};
use bench::suite::{compile, generation, growth, runtime, size};
use bench::table::Side;
use bench::{document, install, machine};
use clap::Parser;

use cli::{Cli, Command, Options, Part};

fn main() -> ExitCode {
    let cli = Cli::parse();
    let outcome = match &cli.command {
        Some(Command::Measure { figures, command }) => meter::run(figures, command),
        None => run(&cli.options).map(|()| 0),
    };
    match outcome {
        Ok(status) => ExitCode::from(status),
        Err(error) => {
            // Nobody may read the error stream any more.
            let _ = writeln!(io::stderr(), "error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<()> {
    let absolute = |path: &PathBuf| std::path::absolute(path).with_context(|| format!("no path: {}", path.display()));
    let place = Place::new(options.tools.as_ref().map(absolute).transpose()?);
    let document = match &options.document {
        Some(document) => absolute(document)?,
        None => document::by_default(&place.root),
    };
    let text = fs::read_to_string(&document).with_context(|| format!("cannot read {}", document.display()))?;
    let header = Header {
        date: jiff::Zoned::now().date().to_string(),
        document: name_of(&document, &text),
        machine: machine::describe(),
        load: machine::load(),
    };
    let contenders = contenders(options, &place)?;
    if options.install
        && let Err(error) = install::run(&contenders, &place)
    {
        say(&format!("warning: {error:#}\n"));
    }

    let meter = Meter::new(std::env::current_exe()?, &place.work);
    let mut sections = Vec::new();
    if options.wants(Part::Generation) {
        say("generation ...\n");
        sections.push(generation::run(&contenders, &document, &place, &meter, options.rounds)?);
    }
    if options.wants(Part::Growth)
        && let Some(ours) = contenders.first()
    {
        say("growth ...\n");
        sections.extend(growth::run(ours, &document, &place, &meter, options.rounds)?);
    }
    if options.wants(Part::Compile) {
        say("compilation ...\n");
        sections.extend(compile::run(&contenders, &document, &options.area, &place, &meter, options.rounds)?);
    }
    if options.wants(Part::Size) {
        say("size ...\n");
        sections.extend(size::run(&contenders, &options.area, &place, &meter)?);
    }
    if options.wants(Part::Runtime) {
        say("calls ...\n");
        sections.push(runtime::run(&place, &meter, options.rounds)?);
    }
    let report = report::render(&header, &sections);
    io::stdout().write_all(report.as_bytes())?;
    let Some(file) = options.report() else { return Ok(()) };
    fs::write(file, report).with_context(|| format!("cannot write {}", file.display()))
}

/// Ours, and the rivals that are asked for.
fn contenders(options: &Options, place: &Place) -> Result<Vec<Contender>> {
    let mut contenders = contender::all(place, ours(place)?);
    if let Some(names) = &options.rivals {
        if let Some(unknown) = names.iter().find(|name| contenders.iter().all(|it| it.name != name.as_str())) {
            let known: Vec<_> = contenders.iter().skip(1).map(|it| it.name).collect();
            bail!("there is no rival `{unknown}`; there are {}", known.join(", "));
        }
        contenders.retain(|it| it.side == Side::Ours || names.iter().any(|name| name == it.name));
    }
    Ok(contenders)
}

/// The path of `xtask`, just built beside this program: the same that `cargo xtask codegen` runs.
fn ours(place: &Place) -> Result<PathBuf> {
    let this = std::env::current_exe()?;
    let mut cargo = std::process::Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["build", "--quiet", "--package", "xtask"]).current_dir(&place.root);
    if let Some(target) = this.ancestors().nth(2) {
        cargo.env("CARGO_TARGET_DIR", target);
    }
    if !cargo.status()?.success() {
        bail!("xtask does not compile");
    }
    Ok(this.with_file_name(format!("xtask{}", std::env::consts::EXE_SUFFIX)))
}

/// The document's name and length, without the folders above it.
fn name_of(document: &Path, text: &str) -> String {
    let name = document.file_name().unwrap_or(document.as_os_str()).to_string_lossy();
    format!("`{name}` ({} kB)", text.len() / 1000)
}

fn say(text: &str) {
    // Nobody may read the error stream any more.
    let _ = io::stderr().write_all(text.as_bytes());
}
