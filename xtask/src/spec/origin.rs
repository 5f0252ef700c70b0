//! Where a document of the vendor's comes from: an address, or a file.

use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use generator::source::LARGEST;
use serde::Deserialize;

use super::sources::{Known, Recorded};
use crate::outcome::refusal;
use crate::workspace;

/// One place of one document.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Origin {
    Address(String),
    File(PathBuf),
}

/// What is there.
pub(crate) enum Found {
    /// The document that was pulled last.
    Unchanged,
    Text(Text),
}

/// A document as the vendor has it.
pub(crate) struct Text {
    /// Where it is, without what may be a secret.
    pub(crate) source: String,
    pub(crate) text: String,
    pub(crate) known: Known,
}

impl Origin {
    /// Where a document is looked for: `address` is its own, `from` is in its place, as a whole or as the folder of all.
    pub(crate) fn of(address: &str, from: Option<&str>) -> Self {
        let file = address.rsplit('/').next().unwrap_or(address);
        match from {
            None if is_address(address) => Self::Address(address.to_owned()),
            None => Self::File(workspace::root().join(address)),
            Some(from) if is_address(from) && from.ends_with('/') => Self::Address(format!("{from}{file}")),
            Some(from) if is_address(from) => Self::Address(from.to_owned()),
            Some(from) if Path::new(from).is_dir() => Self::File(Path::new(from).join(file)),
            Some(from) => Self::File(from.into()),
        }
    }

    /// The document, unless it is the one that is recorded; `None` when the reason has been said.
    pub(crate) fn read(&self, recorded: Option<&Recorded>, seconds: u64) -> Result<Option<Found>> {
        match self {
            Self::Address(address) => fetch(address, recorded, seconds),
            Self::File(path) => {
                let text = read_file(path)?;
                let source = workspace::name_of(path);
                Ok(Some(Found::Text(Text { source, text, known: Known::default() })))
            }
        }
    }
}

/// Whether a text is an address, and not a path.
fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

fn read_file(path: &Path) -> Result<String> {
    let name = workspace::name_of(path);
    let wrong = |problem: &str| refusal(format!("the document `{name}` {problem}"));
    let file = match File::open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(wrong("is not there")),
        file => file.with_context(|| format!("cannot read `{name}`"))?,
    };
    let mut bytes = Vec::new();
    file.take(LARGEST as u64 + 1).read_to_end(&mut bytes).with_context(|| format!("cannot read `{name}`"))?;
    if bytes.len() > LARGEST {
        return Err(wrong(&format!("has more than {LARGEST} bytes")));
    }
    String::from_utf8(bytes).map_err(|_| wrong("is not UTF-8"))
}

/// The first line of what `fetch` says.
#[derive(Deserialize)]
struct Answer {
    status: String,
    source: String,
    #[serde(default)]
    known: Known,
}

fn fetch(address: &str, recorded: Option<&Recorded>, seconds: u64) -> Result<Option<Found>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["run", "--quiet", "--package", "fetch", "--manifest-path"]).arg(workspace::root().join("Cargo.toml"));
    command.args(["--", "--timeout", &seconds.to_string(), "--max-bytes", &LARGEST.to_string()]);
    // What is recorded is shown without secrets; an address that has any is not recognised, and fetched anew.
    if let Some(recorded) = recorded.filter(|recorded| recorded.source == address) {
        let Known { etag, last_modified } = &recorded.known;
        command.args(etag.iter().map(|etag| format!("--etag={etag}")));
        command.args(last_modified.iter().map(|date| format!("--last-modified={date}")));
    }
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot run cargo, which runs the package `fetch`")?;
    // Should it be gone already, its exit status says so.
    let told = child.stdin.take().map(|mut input| writeln!(input, "{address}"));
    let output = child.wait_with_output().context("cannot run the package `fetch`")?;
    drop(told);
    match output.status.code() {
        Some(0) => {}
        // It has said why.
        Some(1) => return Ok(None),
        _ => bail!("the document could not be fetched; nothing was written"),
    }
    let end = output.stdout.iter().position(|byte| *byte == b'\n').unwrap_or(output.stdout.len());
    let (line, text) = output.stdout.split_at(end);
    let answer: Answer = serde_json::from_slice(line).context("the package `fetch` did not say what it fetched")?;
    if answer.status == "unchanged" {
        return Ok(Some(Found::Unchanged));
    }
    let text = text.get(1..).unwrap_or_default().to_vec();
    let text = String::from_utf8(text).context("the package `fetch` handed on what is no text")?;
    Ok(Some(Found::Text(Text { source: answer.source, text, known: answer.known })))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_place_stands_for_one_document_or_for_the_folder_of_all() {
        let address = "https://example.com/v3/api.json";
        let at = |address: &str| Origin::Address(address.to_owned());
        assert_eq!(Origin::of(address, None), at(address));
        assert_eq!(Origin::of(address, Some("http://127.0.0.1/mine/")), at("http://127.0.0.1/mine/api.json"));
        assert_eq!(Origin::of(address, Some("http://127.0.0.1/mine.json")), at("http://127.0.0.1/mine.json"));
        assert_eq!(Origin::of(address, Some("src")), Origin::File("src/api.json".into()));
        assert_eq!(Origin::of(address, Some("mine.json")), Origin::File("mine.json".into()));
    }
}
