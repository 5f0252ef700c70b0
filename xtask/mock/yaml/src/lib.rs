//! YAML to plain JSON, quickly where the text is plain, and by `serde_yaml` where it is not.
//!
//! `cargo xtask mock` must be up at once, and half of that time is reading. This is a package of its own because the development
//! profile optimizes it, and not the mock, which would take minutes to compile. The events of `saphyr-parser` take half as long as
//! `serde_yaml`, but say nothing of anchors, merge keys, tags and duplicate keys. A text that has one of these, or any
//! error, is left to `serde_yaml`, whose word is final.

mod limits;
mod scalar;
mod split;

use std::borrow::Cow;
use std::thread;

pub use limits::LARGEST;
use saphyr_parser::{Event, Parser, ScalarStyle};
use serde_json::{Map, Value};

/// Why a text is no JSON in the dress of YAML.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It is no YAML, or has what JSON has not, such as tags.
    #[error("not YAML: {0}")]
    Yaml(#[source] serde_yaml::Error),
    /// A merge key brought in what JSON cannot say.
    #[error("not JSON: {0}")]
    Json(#[source] serde_json::Error),
    /// It is longer than what is read.
    #[error("longer than the {} MiB that are read", LARGEST / (1024 * 1024))]
    TooLong,
    /// Collections stand in collections in collections.
    #[error("collections are nested more than {DEEPEST} levels deep at line {line}")]
    TooDeep {
        /// Where.
        line: usize,
    },
    /// Aliases multiply.
    #[error("written out, the aliases up to line {line} would take more than {} MiB", LARGEST / (1024 * 1024))]
    Aliases {
        /// Where.
        line: usize,
    },
    /// An alias has no end.
    #[error("the alias at line {line} stands for what it is a part of, which would have no end")]
    Endless {
        /// Where.
        line: usize,
    },
}

/// Reads a text of YAML.
///
/// # Errors
///
/// When it is no YAML, means what JSON cannot say, or is too large or too deep.
pub fn read(text: &str) -> Result<Value, Error> {
    if text.len() > LARGEST {
        return Err(Error::TooLong);
    }
    if let Some(value) = quick(text) {
        return Ok(value);
    }
    limits::check(text)?;
    slow(text)
}

/// The value, its topmost properties read at the same time, unless the text has anything unusual.
fn quick(text: &str) -> Option<Value> {
    let parts = split::properties(text);
    if parts.len() < 2 {
        return plain(text);
    }
    let parts: Vec<Option<Value>> = thread::scope(|scope| {
        let readers: Vec<_> = parts.into_iter().map(|part| scope.spawn(|| plain(part))).collect();
        readers.into_iter().map(|reader| reader.join().ok().flatten()).collect()
    });
    let mut whole = Map::new();
    for part in parts {
        let Some(Value::Object(properties)) = part else { return None };
        for (key, value) in properties {
            if whole.insert(key, value).is_some() {
                return None;
            }
        }
    }
    Some(Value::Object(whole))
}

/// How deep values may lie in each other; `serde_yaml` has the same limit.
const DEEPEST: usize = 120;

/// A list or an object that is not complete yet.
enum Open<'a> {
    List(Vec<Value>),
    Object { map: Map<String, Value>, key: Option<Cow<'a, str>> },
}

/// The value, unless the text has anything unusual.
fn plain(text: &str) -> Option<Value> {
    // The two parsers differ on tabs, and on what else ends a line.
    if text.contains(['\t', '\u{85}', '\u{2028}', '\u{2029}', '\u{feff}']) {
        return None;
    }
    let mut root = None;
    let mut open: Vec<Open<'_>> = Vec::new();
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        let complete = match event.ok()?.0 {
            Event::Scalar(text, style, 0, None) => {
                if let Some(Open::Object { key: key @ None, .. }) = open.last_mut() {
                    *key = Some(text);
                    continue;
                }
                match style {
                    ScalarStyle::Plain => scalar::plain(text)?,
                    _ => Value::String(text.into_owned()),
                }
            }
            Event::SequenceStart(0, None) => {
                begin(&mut open, Open::List(Vec::new()))?;
                continue;
            }
            Event::MappingStart(0, None) => {
                begin(&mut open, Open::Object { map: Map::new(), key: None })?;
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop()? {
                Open::List(list) => Value::Array(list),
                Open::Object { map, .. } => Value::Object(map),
            },
            Event::Scalar(..) | Event::SequenceStart(..) | Event::MappingStart(..) | Event::Alias(_) => return None,
            _ => continue,
        };
        match open.last_mut() {
            Some(Open::List(list)) => list.push(complete),
            Some(Open::Object { map, key }) => {
                let key = key.take()?;
                if key == "<<" || map.insert(key.into_owned(), complete).is_some() {
                    return None;
                }
            }
            None if root.is_some() => return None,
            None => root = Some(complete),
        }
    }
    root
}

fn begin<'a>(open: &mut Vec<Open<'a>>, new: Open<'a>) -> Option<()> {
    let is_key = matches!(open.last(), Some(Open::Object { key: None, .. }));
    if is_key || open.len() == DEEPEST {
        return None;
    }
    open.push(new);
    Some(())
}

/// The value by `serde_yaml`, with merge keys applied.
fn slow(text: &str) -> Result<Value, Error> {
    // The first reading refuses what JSON cannot say, such as tags; the second refuses duplicate keys.
    let value: Value = serde_yaml::from_str(text).map_err(Error::Yaml)?;
    let mut strict: serde_yaml::Value = serde_yaml::from_str(text).map_err(Error::Yaml)?;
    if !text.contains("<<") {
        return Ok(value);
    }
    strict.apply_merge().map_err(Error::Yaml)?;
    serde_json::to_value(strict).map_err(Error::Json)
}

#[cfg(test)]
mod tests;
