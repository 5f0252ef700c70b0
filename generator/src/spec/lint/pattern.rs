//! That patterns are regular expressions of ECMA-262, as OpenAPI wants them.

use std::cell::RefCell;
use std::collections::HashMap;

use regress::Regex;
use serde_yaml::{Mapping, Value};

use super::super::trail::Trail;
use super::Lint;
use crate::diagnostic::Rule;

thread_local! {
    /// The patterns of a document are few and come often, and one may take long to compile.
    static COMPILED: RefCell<HashMap<String, Result<Regex, String>>> = RefCell::new(HashMap::new());
}

/// Reports a pattern that is no regular expression.
pub(super) fn check(lint: &mut Lint<'_>, schema: &Mapping, at: &Trail<'_>) {
    let Some(pattern) = schema.get("pattern").and_then(Value::as_str) else { return };
    let Some(error) = compiled(pattern, |regex| regex.as_ref().err().cloned()) else { return };
    let place = lint.value(&Trail::Key(at, "pattern"));
    let message = format!("the pattern is no regular expression: {error}");
    let help =
        "mend it by the grammar of ECMA-262: no flags around it, and a backslash before a sign that stands for itself";
    lint.report(Rule::InvalidPattern, message, place, "no regular expression", help);
}

/// Whether a text matches; `None` where the pattern is none, or takes more steps than a text is worth.
pub(super) fn matches(pattern: &str, text: &str) -> Option<bool> {
    // The engine backtracks, so a hostile pattern could take for ever. Examples and defaults are short.
    const LONGEST: usize = 256;
    if text.len() > LONGEST || is_nested(pattern) {
        return None;
    }
    compiled(pattern, |regex| Some(regex.as_ref().ok()?.find(text).is_some()))
}

/// Whether a repetition stands in a repetition, which is what makes backtracking endless.
fn is_nested(pattern: &str) -> bool {
    let repeats = |text: &str| text.matches(['*', '+', '{']).count();
    repeats(pattern) > 1 && pattern.split(')').skip(1).any(|after| after.starts_with(['*', '+', '{']))
}

fn compiled<T>(pattern: &str, look: impl FnOnce(&Result<Regex, String>) -> T) -> T {
    COMPILED.with(|compiled| {
        let mut compiled = compiled.borrow_mut();
        let regex = compiled.entry(pattern.to_owned()).or_insert_with(|| {
            Regex::with_flags(pattern, "u").or_else(|_| Regex::new(pattern)).map_err(|error| error.text)
        });
        look(regex)
    })
}
