//! What a generator costs: from the document to files on disk.

use std::path::Path;

use anyhow::Result;

use super::{Section, USAGE, figures, in_turn};
use crate::contender::Contender;
use crate::meter::Meter;
use crate::place::Place;
use crate::table::Table;
use crate::trial::settle;

/// Lets each generator write its crate, and again in each round.
///
/// # Errors
///
/// The folder of the crates cannot be written.
pub fn run(contenders: &[Contender], document: &Path, place: &Place, meter: &Meter, rounds: usize) -> Result<Section> {
    place.prepare_crates()?;
    let trials = settle(contenders, document, place, |trial| trial.generate(meter).map(drop))?;
    let results = in_turn(trials, rounds, |trial| trial.generate(meter).map(figures));
    let rows = results.into_iter().map(|(trial, rounds)| trial.row(rounds)).collect();
    Ok(Section {
        title: "Generation".to_owned(),
        note: format!(
            "One warm-up, then {rounds} rounds, each of all programs in turn; the output folder is removed before each run."
        ),
        table: Table { columns: USAGE.to_vec(), rows },
    })
}
