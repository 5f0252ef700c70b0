//! What a crate costs to compile, without its dependencies.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::Result;

use super::{Rounds, Section, USAGE, figures, in_turn};
use crate::Failure;
use crate::contender::Contender;
use crate::meter::{Meter, Usage};
use crate::place::Place;
use crate::table::{Row, Side, Table};
use crate::trial::{Trial, settle};

/// Checks and builds the crate of each generator, ours with its test kit too, and this project's own crate with one area alone.
///
/// # Errors
///
/// The folder of the crates cannot be written.
pub fn run(
    contenders: &[Contender],
    document: &Path,
    area: &str,
    place: &Place,
    meter: &Meter,
    rounds: usize,
) -> Result<Vec<Section>> {
    place.prepare_crates()?;
    // The first run compiles the dependencies too, and shows whether the crate compiles at all.
    let trials = settle(contenders, document, place, |trial| {
        trial.generate(meter)?;
        let subject = Subject::of(trial, place);
        COMMANDS.iter().try_for_each(|command| subject.compile(command, place, meter).map(drop))
    })?;
    let mut subjects: Vec<_> =
        trials.iter().map(|(trial, outcome)| (Subject::of(trial, place), outcome.clone())).collect();
    let ours = trials.iter().map(|(trial, _)| trial).filter(|trial| trial.side() == Side::Ours);
    let others = ours.map(|trial| Subject::every_feature(trial, place)).chain([Subject::one_area(area, place)]);
    for (place_in_table, subject) in (1..).zip(others) {
        let outcome = COMMANDS.iter().try_for_each(|command| subject.compile(command, place, meter).map(drop));
        subjects.insert(subjects.len().min(place_in_table), (subject, outcome));
    }

    let mut sections = Vec::new();
    for command in COMMANDS {
        let results = in_turn(subjects.clone(), rounds, |subject| {
            subject.touch().map_err(|error| Failure::Unusable(error.to_string()))?;
            subject.compile(command, place, meter).map(figures)
        });
        sections.push(Section {
            title: format!("cargo {command}"),
            note: format!(
                "The crate alone, development profile, ours with the feature `full`: every operation, every type and all that programs run with. \
                 A row more has what tests and conversions of dates add, which no other crate has. As for the rest: dependencies are compiled before, then {rounds} rounds of \
                 all crates in turn, without incremental compilation and debug information. The peak is rustc's."
            ),
            table: Table { columns: USAGE.to_vec(), rows: results.into_iter().map(Subject::row).collect() },
        });
    }
    Ok(sections)
}

const COMMANDS: [&str; 2] = ["check", "build"];

/// A crate that is compiled.
#[derive(Clone, Debug)]
struct Subject {
    row: Row,
    /// Where cargo is run.
    folder: PathBuf,
    /// What it is told besides the command.
    arguments: Vec<String>,
    /// The folder of the crate's sources.
    sources: PathBuf,
}

impl Subject {
    /// Ours with all that a program can run with; a rival's features are for more than one user at once, and stay as it sets them.
    fn of(trial: &Trial, place: &Place) -> Self {
        let mut arguments = vec!["--package".to_owned(), trial.package.clone()];
        if trial.side() == Side::Ours {
            arguments.extend(["--features", "full"].map(str::to_owned));
        }
        Self { row: trial.row(Ok(Vec::new())), folder: place.crates(), arguments, sources: trial.out.join("src") }
    }

    /// Ours with the mock for tests and the conversions of dates as well.
    fn every_feature(trial: &Trial, place: &Place) -> Self {
        let arguments = ["--package", &trial.package, "--all-features"].map(str::to_owned).to_vec();
        let name = "ours, with its test kit and every conversion".to_owned();
        Self { row: Row { name, ..trial.row(Ok(Vec::new())) }, arguments, ..Self::of(trial, place) }
    }

    /// This project's own crate, compiled for a program that uses nothing else of it.
    fn one_area(area: &str, place: &Place) -> Self {
        let arguments = ["--package", "genauth", "--no-default-features", "--features", area];
        Self {
            row: Row { name: format!("ours, genauth's `{area}` alone"), side: Side::Ours, rounds: Ok(Vec::new()) },
            folder: place.root.clone(),
            arguments: arguments.map(str::to_owned).to_vec(),
            sources: place.root.join("generated/genauth/src"),
        }
    }

    fn compile(&self, command: &str, place: &Place, meter: &Meter) -> Result<Usage, Failure> {
        meter.measure(&format!("cargo {command}"), place.cargo(&self.folder, command).args(&self.arguments))
    }

    /// Makes cargo compile the crate again: its root looks as if it had just been written, whatever the root is called.
    fn touch(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.sources)? {
            let path = entry?.path();
            if path.is_file() {
                File::options().append(true).open(path)?.set_modified(SystemTime::now())?;
            }
        }
        Ok(())
    }

    fn row((subject, rounds): (Self, Rounds)) -> Row {
        Row { rounds: rounds.map_err(|failure| failure.to_string()), ..subject.row }
    }
}
