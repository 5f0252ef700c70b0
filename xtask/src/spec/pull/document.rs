//! One document: from where the vendor has it to what ours becomes.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result};
use generator::settings::UpstreamSettings;
use generator::source::Source;
use serde_yaml::Value;

use super::Options;
use crate::outcome::refusal;
use crate::spec::merge::{self, Change};
use crate::spec::origin::{Found, Origin, Text};
use crate::spec::report::Report;
use crate::spec::sources::{Recorded, Sources, sha256};
use crate::spec::tags::{self, Areas};
use crate::spec::{checks, normal, text};
use crate::terminal::Terminal;

/// A document that was pulled.
pub(super) struct Pulled {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) base: String,
    pub(super) recorded: Recorded,
    pub(super) changes: Vec<Change>,
    pub(super) new_tags: Vec<String>,
}

/// What all documents of a pull have in common.
pub(super) struct Run<'a> {
    pub(super) habits: &'a UpstreamSettings,
    pub(super) folder: &'a Path,
    pub(super) record: &'a Sources,
    pub(super) options: &'a Options,
    pub(super) terminal: &'a Terminal,
}

/// One document; `Some(None)` if it is the one that we have, `None` if it cannot be used, which has been told.
pub(super) fn pull(name: &str, address: &str, run: &Run<'_>) -> Result<Option<Option<Pulled>>> {
    let Run { habits, folder, record, options, terminal } = run;
    terminal.progress(&format!("fetching {name}"));
    let base = read(&folder.join("upstream").join(name))?;
    // Without what the vendor said last, it is not enough to know that nothing has changed.
    let known = record.0.get(name).filter(|_| base.is_some());
    let origin = Origin::of(address, options.from.as_deref());
    let Text { source, text, known } = match origin.read(known, options.timeout)? {
        None => return Ok(None),
        Some(Found::Unchanged) => {
            terminal.result(&format!("{name}: the vendor's document is still the same\n"));
            return Ok(Some(None));
        }
        Some(Found::Text(text)) => text,
    };
    let recorded = Recorded { source, sha256: sha256(&text), known };
    let vendor = Source::new(recorded.source.as_str(), text);
    let Some(theirs) = checks::vendor(&vendor, &options.messages, terminal)? else { return Ok(None) };
    let theirs = normal::facts(theirs, habits);
    let ours_text = read(&folder.join(name))?.unwrap_or_default();
    let parse = |text: &str, file: &str| -> Result<Value> {
        serde_yaml::from_str(text).map_err(|error| refusal(format!("`{file}` cannot be read: {error}")))
    };
    let ours = parse(&ours_text, name)?;
    // When there was no pull before, what differs is taken for our corrections.
    let base = match base {
        // Should the rules of the normal form have changed since, that is no change of the vendor's.
        Some(base) => normal::facts(parse(&base, &format!("upstream/{name}"))?, habits),
        None => theirs.clone(),
    };
    let areas = Areas::learn(&base, &ours);
    let [mut base_named, mut theirs_named] = [base, theirs.clone()];
    areas.rename(&mut base_named);
    areas.rename(&mut theirs_named);
    let mut merged = merge::merge(&base_named, &theirs_named, &ours);
    let new_tags = tags::declare(&mut merged.document, &ours);
    Ok(Some(Some(Pulled {
        name: name.to_owned(),
        text: text::rewrite(&ours_text, &ours, &merged.document)?,
        base: base_text(&normal::in_order(theirs)),
        recorded,
        changes: merged.changes,
        new_tags,
    })))
}

fn base_text(facts: &Value) -> String {
    let head = "# The facts of the vendor's document, as `cargo xtask spec pull` found it last. Corrections belong into the document\n\
                # of the same name in the folder above.\n";
    format!("{head}{}", text::block(facts))
}

impl Pulled {
    pub(super) fn report(&self) -> Report<'_> {
        Report {
            name: &self.name,
            source: &self.recorded.source,
            sha256: &self.recorded.sha256,
            changes: &self.changes,
            new_tags: &self.new_tags,
        }
    }
}

/// The text of a file, if there is one.
pub(super) fn read(path: &Path) -> Result<Option<String>> {
    match fs::read_to_string(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        read => read.map(Some).with_context(|| format!("cannot read {}", path.display())),
    }
}
