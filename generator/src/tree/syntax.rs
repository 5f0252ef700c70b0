//! From text to a tree of values, or to what is wrong with the syntax.

use std::sync::Arc;

use serde_yaml::Value;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::source::Source;

/// Parses YAML or JSON; reports and returns `None` when that cannot be done. `beginning` is how such a file begins, for those
/// whose file is empty.
pub(crate) fn parse(source: &Arc<Source>, beginning: &str, diagnostics: &mut Diagnostics) -> Option<Value> {
    let text = source.text();
    let syntax_error = match read(text) {
        Ok(Value::Null) => {
            let empty = Diagnostic::new(Rule::EmptyDocument, "the document is empty", Place::span(source, 0..0));
            diagnostics.push(empty.help(format!("begin it with {beginning}")));
            return None;
        }
        Ok(value) => return Some(value),
        Err(syntax_error) => syntax_error,
    };
    // The parsers stop at the first key that comes twice, with its second place only; the layout of the text knows them all.
    let duplicates = source.duplicate_keys();
    if duplicates.is_empty() {
        diagnostics.push(match syntax_error {
            SyntaxError::Yaml(error) => Diagnostic::yaml(source, Rule::YamlSyntax, &error),
            SyntaxError::Json(error) => Diagnostic::json(source, &error),
        });
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
    None
}

enum SyntaxError {
    Yaml(serde_yaml::Error),
    Json(serde_json::Error),
}

/// JSON is YAML as well, but its own parser is faster and words its errors for JSON.
fn read(text: &str) -> Result<Value, SyntaxError> {
    if text.trim_start().starts_with('{') {
        return serde_json::from_str(text).map_err(SyntaxError::Json);
    }
    let mut value: Value = serde_yaml::from_str(text).map_err(SyntaxError::Yaml)?;
    // A merge key (`<<`) is syntax to those who write it; left in place it would pass for an unknown field.
    value.apply_merge().map_err(SyntaxError::Yaml)?;
    Ok(value)
}
