//! `cargo xtask diff`: what changed between two versions of the API and of the crate.

mod options;
mod revision;
mod version;

use anyhow::Result;

use ::diff::render::{self, Names};
use ::diff::{Changes, Level};

use options::Format;
pub(crate) use options::Options;
pub(crate) use version::Reader;

use crate::outcome::{Outcome, Refusal};
use crate::terminal::Terminal;
use crate::workspace;

/// The status of a command line that is wrong, which for other commands is 2.
pub(crate) const WRONG_COMMAND_LINE: u8 = 5;

/// Reads both versions, compares them and writes what changed.
pub(crate) fn run(options: &Options, terminal: &Terminal) -> Result<Outcome> {
    match changes(options, terminal) {
        Ok(Some(worst)) => Ok(Outcome::Status(worst.map_or(0, status))),
        Ok(None) => Ok(Outcome::Status(4)),
        Err(error) if error.is::<Refusal>() => {
            terminal.error(&format!("error: {error:#}\n"));
            Ok(Outcome::Status(4))
        }
        Err(error) => Err(error),
    }
}

fn status(worst: Level) -> u8 {
    match worst {
        Level::Breaking => 2,
        Level::Additive => 1,
        Level::Cosmetic => 0,
    }
}

/// The worst of what changed; `None` if a version has errors, which have been said.
fn changes(options: &Options, terminal: &Terminal) -> Result<Option<Option<Level>>> {
    let Some(old) = &options.old else {
        terminal.result(&render::rules());
        return Ok(Some(None));
    };
    let reader = Reader {
        root: workspace::root(),
        settings: options.settings.as_deref(),
        overlays: &options.overlays,
        only: options.only,
        terminal,
    };
    // Both are read before either is given up, so that one run tells of all that is wrong.
    let new = match &options.new {
        Some(new) => reader.read(new),
        None => reader.settings(&workspace::root().join("specs"), "specs"),
    };
    let (old, new) = (reader.read(old)?, new?);
    let (Some(old), Some(new)) = (old, new) else { return Ok(None) };
    terminal.progress("comparing");
    let changes = Changes::between(&old, &new);
    let names = Names { old: &old.name, new: &new.name };
    terminal.result(&match options.format {
        Format::Human => render::human(&changes, names),
        Format::Markdown => render::markdown(&changes, names),
        Format::Json => render::json(&changes, names),
    });
    Ok(Some(changes.worst()))
}
