//! What this generator costs when a document grows: ten and a hundred times as much of the same.

use std::io;
use std::path::Path;

use anyhow::Result;
use tempfile::TempDir;

use super::{Section, USAGE, figures, in_turn};
use crate::Failure;
use crate::contender::Contender;
use crate::document;
use crate::meter::Meter;
use crate::place::Place;
use crate::table::{Row, Side, Table};
use crate::trial::Trial;

const COPIES: [usize; 3] = [1, 10, 100];

/// How often the document itself is run in a round: once takes a tenth of a second, of which the system counts hundredths.
const RUNS: usize = 10;

/// Lets this generator write its crate from more and more copies of a document; nothing for one in YAML, which is not copied.
///
/// # Errors
///
/// A copy or the folder of the crates cannot be written.
pub fn run(ours: &Contender, document: &Path, place: &Place, meter: &Meter, rounds: usize) -> Result<Option<Section>> {
    let memory = in_memory()?;
    let out = memory
        .as_ref()
        .map_or_else(|| place.clone(), |folder| Place { work: folder.path().to_owned(), ..place.clone() });
    out.prepare_crates()?;
    let mut trials = Vec::new();
    for copies in COPIES {
        let Some(multiplied) = document::multiplied(document, copies, &place.work)? else { return Ok(None) };
        let trial = Trial::new(ours, &multiplied, &out);
        let warm_up = trial.generate(meter).map(drop);
        trials.push(((copies, trial), warm_up));
    }
    let measured = in_turn(trials, rounds, |(copies, trial)| mean(trial, meter, RUNS / copies));
    let rows = measured.into_iter().map(|((copies, _), rounds)| Row {
        name: if copies == 1 { "the document".to_owned() } else { format!("{copies} copies of it") },
        // Ratios are taken to what is not ours.
        side: if copies == 1 { Side::Rival } else { Side::Ours },
        rounds: rounds.map_err(|failure| failure.to_string()),
    });
    Ok(Some(Section {
        title: "Growth".to_owned(),
        note: format!(
            "Ours alone: the document, and copies of its operations and schemas under other names, {rounds} rounds in turn after a \
             warm-up. A round of the document is the mean of {RUNS} runs. Files are written {}. Here a ratio is to the document \
             itself.",
            if memory.is_some() { "to memory, not to a disk" } else { "to a disk" }
        ),
        table: Table { columns: USAGE.to_vec(), rows: rows.collect() },
    }))
}

/// The mean of some runs, and of one at least.
fn mean(trial: &Trial, meter: &Meter, runs: usize) -> Result<Vec<f64>, Failure> {
    let runs = runs.max(1);
    let mut sums = Vec::new();
    for _ in 0..runs {
        let run = figures(trial.generate(meter)?);
        sums.resize(run.len(), 0.0);
        sums.iter_mut().zip(run).for_each(|(sum, figure)| *sum += figure);
    }
    Ok(sums.into_iter().map(|sum| sum / runs as f64).collect())
}

/// A folder in memory, where the system has one. A disk takes longer for ten thousand files than the program, and not always as
/// long: what would be measured is its growth.
fn in_memory() -> io::Result<Option<TempDir>> {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { TempDir::new_in(memory).map(Some) } else { Ok(None) }
}
