//! From text to a tree of values, or to what is wrong with the syntax.

use std::sync::Arc;

use serde_yaml::Value;

use super::keys::plain_keys;
use super::{limits, merge};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::source::{Pointer, Source};

/// Parses YAML or JSON, with keys that are all texts; reports and returns `None` when that cannot be done. `beginning` is how
/// such a file begins, for those whose file is empty.
pub(crate) fn parse(source: &Arc<Source>, beginning: &str, diagnostics: &mut Diagnostics) -> Option<Value> {
    if let Some(limit) = limits::of_text(source) {
        diagnostics.push(limit);
        return None;
    }
    let fault = match read(source) {
        Ok(Value::Null) => {
            let empty = Diagnostic::new(Rule::EmptyDocument, "the document is empty", Place::span(source, 0..0));
            Fault::Limit(Box::new(empty.help(format!("begin it with {beginning}"))))
        }
        Ok(value) => return Some(value),
        Err(fault) => fault,
    };
    report(source, fault, diagnostics);
    None
}

/// Why there is no tree.
enum Fault {
    Yaml(serde_yaml::Error),
    Json(serde_json::Error),
    /// Two keys are one as texts.
    Keys,
    /// Reported as it is.
    Limit(Box<Diagnostic>),
}

/// JSON is YAML as well, but its own parser is faster and words its errors for JSON.
fn read(source: &Arc<Source>) -> Result<Value, Fault> {
    let text = source.text();
    if text.trim_start().starts_with('{') {
        let fault = match serde_json::from_str(text) {
            Ok(value) => return Ok(value),
            Err(error) => Fault::Json(error),
        };
        if !source.name().ends_with(".yaml") && !source.name().ends_with(".yml") {
            return Err(fault);
        }
        // YAML may begin with a brace too; what is neither was probably meant to be JSON.
        return match read_yaml(source) {
            Err(Fault::Yaml(_)) => Err(fault),
            read => read,
        };
    }
    read_yaml(source)
}

fn read_yaml(source: &Arc<Source>) -> Result<Value, Fault> {
    if let Some(limit) = limits::of_yaml(source) {
        return Err(Fault::Limit(Box::new(limit)));
    }
    let mut value: Value = serde_yaml::from_str(source.text()).map_err(Fault::Yaml)?;
    // A merge key is syntax to those who write it; left in place it would pass for an unknown field.
    merge::merge(&mut value).map_err(Fault::Yaml)?;
    if plain_keys(&mut value) { Ok(value) } else { Err(Fault::Keys) }
}

fn report(source: &Arc<Source>, fault: Fault, diagnostics: &mut Diagnostics) {
    let diagnostic = match fault {
        Fault::Limit(limit) => return diagnostics.push(*limit),
        Fault::Keys => {
            let root = Place::value(source, &Pointer::root());
            Diagnostic::new(Rule::DuplicateKey, "one key is written in two ways", root).help("remove one of the two")
        }
        Fault::Yaml(error) => Diagnostic::yaml(source, Rule::YamlSyntax, &error),
        Fault::Json(error) => Diagnostic::json(source, &error),
    };
    // Both parsers word it so.
    if diagnostic.message.ends_with("recursion limit exceeded") {
        return diagnostics.push(limits::too_deep(diagnostic.at));
    }
    // The parsers stop at the first key that comes twice, with its second place only; the layout of the text knows them all.
    let duplicates = source.duplicate_keys();
    if duplicates.is_empty() {
        // The same number, for example, may be written in several ways.
        let is_duplicate = diagnostic.message.contains(": duplicate entry with key");
        let rule = if is_duplicate { Rule::DuplicateKey } else { diagnostic.rule };
        diagnostics.push(Diagnostic { rule, ..diagnostic });
    }
    diagnostics.extend(duplicates.iter().map(|duplicate| {
        let key = &duplicate.key;
        Diagnostic::new(
            Rule::DuplicateKey,
            format!("the key `{key}` is written twice"),
            Place::span(source, duplicate.again.clone()),
        )
        .label("written again here")
        .related(Place::span(source, duplicate.first.clone()), "first written here")
        .help("remove one of the two, or merge what is under them")
    }));
}
