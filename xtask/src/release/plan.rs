//! What the next release is: compared, decided, and as texts. Nothing is written here.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use semver::Version;

use diff::{Changes, Verdict, render};
use generator::Input;
use generator::diagnostic::Diagnostics;
use generator::source::Size;

use super::changelog::{self, Changelog};
use super::files::{self, File};
use super::options::Range;
use super::{repository, settings_text, version};
use crate::codegen::Description;
use crate::diff::Reader;
use crate::messages::Messages;
use crate::outcome::refusal;
use crate::terminal::Terminal;
use crate::workspace;

/// The settings, by path from the root.
pub(super) const SETTINGS: &str = "specs/settings.yaml";

/// What changed since the last release, and what comes of it.
pub(super) struct Plan {
    pub(super) root: PathBuf,
    /// The crate's name.
    pub(super) package: String,
    /// The revision and the version of the last release, if there was one.
    pub(super) released: Option<(String, Version)>,
    /// What the changes ask for; `None` for the first release.
    pub(super) verdict: Option<Verdict>,
    /// The version in the settings.
    pub(super) current: Version,
    /// The smallest version that the changes allow.
    pub(super) required: Version,
    /// Whether the changelog has a section of the current version.
    pub(super) has_section: bool,
    /// What the changelog would say of the next release.
    pub(super) section: String,
    /// The files to write, in the order in which they are written.
    pub(super) files: Vec<File>,
    /// The description with what is to be written, for a look at what comes of it.
    pub(super) input: Input,
}

impl Plan {
    /// The version that is prepared: the current one, if the changes allow it.
    pub(super) fn next(&self) -> &Version {
        if self.current > self.required { &self.current } else { &self.required }
    }

    /// Whether there is anything to release.
    pub(super) fn is_empty(&self) -> bool {
        self.released.as_ref().is_some_and(|(_, released)| self.next() == released)
    }
}

/// Compares and decides; `None` if a description has errors, which have been said.
pub(super) fn of(range: &Range, terminal: &Terminal) -> Result<Option<Plan>> {
    let root = range.root();
    let settings = root.join(SETTINGS);
    let mut diagnostics = Diagnostics::default();
    let name = workspace::name_of(&settings);
    let Some(mut description) = Description::from_settings(&settings, &name, Size::Limited, &mut diagnostics) else {
        Messages::default().tell(&mut diagnostics, terminal);
        return Ok(None);
    };
    let package = description.settings.package.name.clone();
    let current = parsed(&description.settings.package.version, &name)?;
    let named = |file: &Option<String>, entry: &str| {
        let missing = || {
            refusal(format!(
                "`{name}` has no entry `release.{entry}`, and a release is written down there\n  help: add `release: {{history: history.yaml, changelog: CHANGELOG.md}}`, and the two files"
            ))
        };
        file.clone().ok_or_else(missing)
    };
    let history_file = named(&description.settings.release.history, "history")?;
    let changelog_file = named(&description.settings.release.changelog, "changelog")?;

    let since = match &range.since {
        Some(since) => Some(since.clone()),
        None => repository::last_release(&root)?,
    };
    let reader = Reader { root: &root, settings: None, overlays: &[], only: None, terminal };
    let specs = root.join("specs");
    let Some(new) = reader.read(&specs.to_string_lossy())? else { return Ok(None) };
    let old = match &since {
        Some(since) => match reader.read(since)? {
            Some(old) => Some((since.clone(), old)),
            None => return Ok(None),
        },
        None => None,
    };
    let api = new.api.as_ref().context("the working tree has no description")?;
    let released = match &old {
        Some((since, old)) => {
            let old = old.api.as_ref().with_context(|| format!("`{since}` has no description"))?;
            Some((since.clone(), parsed(&old.package.version, since)?))
        }
        None => None,
    };
    let before = released.as_ref().map(|(_, version)| version);
    if let Some(before) = before.filter(|before| current < **before) {
        return Err(refusal(format!(
            "`{name}` says version {current}, and {before} is released already\n  help: write `version: {before}` under `package`"
        )));
    }

    let changes = old.as_ref().map(|(_, old)| Changes::between(old, &new));
    let log_path = specs.join(&changelog_file);
    let log = files::read(&log_path)?.replace("\r\n", "\n");
    let log = Changelog::parse(&log);
    let notes = log.notes(before);
    let verdict = changes.as_ref().map(|changes| match changes.verdict() {
        // What somebody has written down is worth a release.
        Verdict::Nothing if !notes.is_empty() => Verdict::Patch,
        verdict => verdict,
    });
    let required = match (before, verdict) {
        (Some(released), Some(verdict)) => version::next(released, verdict),
        _ => current.clone(),
    };
    let next = current.clone().max(required.clone());

    let made = match &changes {
        Some(changes) => render::changelog(changes),
        None => "The first release.".to_owned(),
    };
    let made = format!("From version {} of the API description.\n\n{made}", api.package.api_version);
    let has_section = log.has(&current);
    let section = changelog::section(&next, &notes, made.trim_end());
    let new_log = log.with(&next, before, made.trim_end());
    let history = description.settings.release.releases.with(&next, api);
    let history_text = history.to_text().context("the history cannot be written as YAML")?;
    let settings_old = files::read(&settings)?;
    let settings_new = match (next == current, settings_text::with_version(&settings_old, &next)) {
        (true, _) => settings_old.clone(),
        (false, Some(text)) => text,
        (false, None) => {
            return Err(refusal(format!(
                "`{name}` does not state the version of the crate\n  help: write `version: {current}` under `package`"
            )));
        }
    };
    let file = |name: &str, new: String| -> Result<File> {
        let path = specs.join(name);
        Ok(File { name: format!("specs/{name}"), old: files::read(&path)?, path, new })
    };
    let files = vec![
        file(&history_file, history_text)?,
        file(&changelog_file, new_log.clone())?,
        // The version is written last: until then, the next run begins as this one did.
        file("settings.yaml", settings_new)?,
    ];
    description.settings.package.version = next.to_string();
    description.settings.release.releases = history;
    description.settings.release.changes = Some(new_log);
    let input = description.with_templates(&workspace::root().join("templates"), "cargo xtask codegen")?;
    Ok(Some(Plan { root, package, released, verdict, current, required, has_section, section, files, input }))
}

fn parsed(version: &str, name: &str) -> Result<Version> {
    version.parse().map_err(|error| {
        refusal(format!(
            "the version `{version}` in `{name}` is none of Cargo's: {error}\n  help: write three numbers, such as `0.1.0`"
        ))
    })
}

/// The path of a folder below the root.
pub(super) fn generated(root: &Path, name: &str) -> PathBuf {
    root.join("generated").join(name)
}
