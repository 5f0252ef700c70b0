//! `cargo xtask spec pull`: fetch, check, normalise, merge, tell, write.

mod document;
mod options;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use anyhow::Result;
use generator::Coverage;
use generator::diagnostic::Diagnostics;
use generator::source::{Size, Source};

use document::{Pulled, Run, pull, read};
pub(crate) use options::Options;

use super::checks::{self, Verdict};
use super::report;
use super::sources::{self, Sources};
use super::write::Folder;
use crate::codegen::Description;
use crate::outcome::{Outcome, refusal};
use crate::terminal::Terminal;
use crate::workspace;

/// Pulls all documents, and writes all or none.
pub(crate) fn run(options: &Options, terminal: &Terminal) -> Result<Outcome> {
    let settings = options.settings.clone().unwrap_or_else(|| workspace::root().join("specs/settings.yaml"));
    let folder = settings.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !settings.is_file() {
        return Err(refusal(format!("the settings file `{}` is not there", workspace::name_of(&settings))));
    }
    let place = Folder::open(folder)?;
    let mut diagnostics = Diagnostics::default();
    let description =
        Description::from_settings(&settings, &workspace::name_of(&settings), Size::Limited, &mut diagnostics);
    let Some(mut description) = description.filter(|_| !diagnostics.has_errors()) else {
        options.messages.tell(&mut diagnostics, terminal);
        return Ok(Outcome::Refused);
    };
    let upstream = description.settings.upstream.clone();
    let wanted = wanted(&upstream.documents, options)?;
    let mut record = Sources::parse(&read(&folder.join(sources::FILE))?.unwrap_or_default(), sources::FILE)?;
    let run = Run { habits: &upstream, folder, record: &record, options, terminal };
    let mut pulled = Vec::new();
    for (name, address) in wanted {
        let Some(found) = pull(name, address, &run)? else { return Ok(Outcome::Refused) };
        pulled.extend(found);
    }
    for Pulled { name, text, .. } in &pulled {
        let same = |document: &&mut Arc<Source>| is_document(document.name(), name);
        if let Some(document) = description.documents.iter_mut().find(same) {
            *document = Source::new(document.name(), text.as_str());
        }
    }
    terminal.progress("checking what comes out");
    let verdict = checks::ours(&description, &options.messages, terminal);
    for pulled in &pulled {
        terminal.result(&pulled.report().text());
    }
    if matches!(verdict, Verdict::Refused) && !options.allow_errors {
        terminal.error(
            "nothing was written: with the vendor's changes our documents have errors\n  \
             help: write them all the same by `--allow-errors`, and mend them\n",
        );
        return Ok(Outcome::Refused);
    }
    let files = changed_files(&pulled, &mut record, folder)?;
    if let Verdict::Fit(api) = &verdict
        && !files.is_empty()
    {
        terminal.result(&report::without_text(&Coverage::of(api)));
    }
    if let Verdict::Unfit(count) = verdict {
        let places = if count == 1 { "place of overlays or settings is" } else { "places of overlays or settings are" };
        terminal.error(&format!("{count} {places} to be mended before `codegen` runs again\n"));
    }
    finish(&place, &files, options, terminal)
}

fn finish(place: &Folder<'_>, files: &[(String, String)], options: &Options, terminal: &Terminal) -> Result<Outcome> {
    let names: Vec<&str> = files.iter().map(|(file, _)| file.as_str()).collect();
    if names.is_empty() {
        terminal.result("nothing to write\n");
        return Ok(Outcome::Done);
    }
    if options.dry_run {
        terminal.result(&format!("would write {}\n", names.join(", ")));
        return Ok(Outcome::Refused);
    }
    place.write(files)?;
    terminal.result(&format!("wrote {}\n", names.join(", ")));
    Ok(Outcome::Done)
}

/// The documents that are asked for, with their addresses.
fn wanted<'a>(upstream: &'a BTreeMap<String, String>, options: &Options) -> Result<Vec<(&'a String, &'a String)>> {
    let is_wanted = |name: &str| options.only.as_deref().is_none_or(|only| only == name);
    let wanted: Vec<_> = upstream.iter().filter(|(name, _)| is_wanted(name)).collect();
    let names = || upstream.keys().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    match (&options.only, wanted.as_slice()) {
        (_, []) if upstream.is_empty() => {
            Err(refusal("the settings name no address under `upstream` for any document".to_owned()))
        }
        (Some(only), []) => Err(refusal(format!("`upstream` in the settings has no `{only}`, but {}", names()))),
        (_, [_, _, ..]) if options.from.as_deref().is_some_and(|from| !is_of_all(from)) => Err(refusal(format!(
            "one file cannot be {}\n  help: name one of them by `--only`, or a folder, or an address with `/` at its end",
            names()
        ))),
        _ => Ok(wanted),
    }
}

fn is_of_all(from: &str) -> bool {
    from.ends_with('/') || Path::new(from).is_dir()
}

/// The files that say something else now. A record stays as it is while the document is the same.
fn changed_files(pulled: &[Pulled], record: &mut Sources, folder: &Path) -> Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for Pulled { name, text, base, recorded, .. } in pulled {
        files.push((name.clone(), text.clone()));
        files.push((format!("upstream/{name}"), base.clone()));
        if record.0.get(name).is_none_or(|known| known.sha256 != recorded.sha256) {
            record.0.insert(name.clone(), recorded.clone());
        }
    }
    files.push((sources::FILE.to_owned(), record.text()?));
    let mut changed = Vec::new();
    for (file, text) in files {
        if read(&folder.join(&file))?.as_deref() != Some(&text) {
            changed.push((file, text));
        }
    }
    Ok(changed)
}

fn is_document(path: &str, name: &str) -> bool {
    path.strip_suffix(name).is_some_and(|folder| folder.is_empty() || folder.ends_with('/'))
}
