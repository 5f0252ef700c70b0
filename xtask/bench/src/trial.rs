//! One generator on one document, as it is or after a repair.

use std::fs;
use std::path::{Path, PathBuf};

use crate::contender::{Contender, Emitted, Repair};
use crate::meter::{Meter, Usage};
use crate::place::Place;
use crate::table::{Row, Side};
use crate::{Failure, document};

/// One generator on one document.
#[derive(Clone, Debug)]
pub struct Trial {
    contender: Contender,
    document: PathBuf,
    repair: Option<Repair>,
    /// The folder of the crate.
    pub out: PathBuf,
    /// The name of the crate.
    pub package: String,
}

impl Trial {
    /// A generator on a document as it is.
    pub fn new(contender: &Contender, document: &Path, place: &Place) -> Self {
        let package = format!("made-by-{}", contender.name);
        let out = place.crates().join(&package);
        Self { contender: contender.clone(), document: document.to_owned(), repair: None, out, package }
    }

    /// The same with the contender's repair, if it has one and has not been given it yet.
    ///
    /// # Errors
    ///
    /// The document cannot be read, or its copy cannot be written.
    pub fn repaired(&self, place: &Place) -> anyhow::Result<Option<Self>> {
        let (None, Some(repair)) = (self.repair, self.contender.repair) else { return Ok(None) };
        let mut trial = Self { repair: Some(repair), ..self.clone() };
        trial.package.push_str("-repaired");
        trial.out.set_file_name(&trial.package);
        if repair == Repair::WithoutWrongDefaults {
            let Some(edited) = document::without_wrong_defaults(&self.document, &place.work)? else { return Ok(None) };
            trial.document = edited;
        }
        Ok(Some(trial))
    }

    /// Whether it is this project's.
    pub fn side(&self) -> Side {
        self.contender.side
    }

    /// A row of a table about this trial.
    pub fn row(&self, rounds: Result<Vec<Vec<f64>>, Failure>) -> Row {
        let mut name = format!("{} {}", self.contender.name, self.contender.version);
        if let Some(repair) = self.repair {
            name = format!("{name}, {}", repair.name());
        }
        Row { name, side: self.contender.side, rounds: rounds.map_err(|failure| failure.to_string()) }
    }

    /// Removes the crate, and writes it anew; only the generator's own work is measured.
    ///
    /// # Errors
    ///
    /// The generator failed, or what it wrote cannot be made a crate.
    pub fn generate(&self, meter: &Meter) -> Result<Usage, Failure> {
        let unusable = |error: std::io::Error| Failure::Unusable(error.to_string());
        if self.out.exists() {
            fs::remove_dir_all(&self.out).map_err(unusable)?;
        }
        let command = self.contender.command(&self.document, &self.out, &self.package, self.repair);
        let usage = meter.measure(self.contender.name, &command)?;
        if self.contender.result == Emitted::Module {
            self.complete().map_err(unusable)?;
        }
        Ok(usage)
    }

    /// Puts a crate around a module.
    fn complete(&self) -> std::io::Result<()> {
        let dependencies = fs::read_to_string(self.out.join("src/generated/REQUIRED_DEPS.toml"))?;
        let package = format!("[package]\nname = \"{}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n", self.package);
        fs::write(self.out.join("Cargo.toml"), package + &dependencies)?;
        fs::write(self.out.join("src/lib.rs"), "pub mod generated;\n")
    }
}

/// Trials with what became of the first run of each. One that failed stays, and is followed by the same after a repair.
///
/// # Errors
///
/// As of [`Trial::repaired`].
pub fn settle(
    contenders: &[Contender],
    document: &Path,
    place: &Place,
    mut attempt: impl FnMut(&Trial) -> Result<(), Failure>,
) -> anyhow::Result<Vec<(Trial, Result<(), Failure>)>> {
    let mut settled = Vec::new();
    for contender in contenders {
        let mut next = Some(Trial::new(contender, document, place));
        while let Some(trial) = next.take() {
            let outcome = attempt(&trial);
            if outcome.as_ref().is_err_and(Failure::may_be_repaired) {
                next = trial.repaired(place)?;
            }
            settled.push((trial, outcome));
        }
    }
    Ok(settled)
}
