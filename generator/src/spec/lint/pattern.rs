//! That patterns are regular expressions of ECMA-262, as OpenAPI wants them.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use regress::Regex;
use serde_yaml::{Mapping, Value};

use super::super::trail::Trail;
use super::Lint;
use crate::diagnostic::Rule;

/// Reports a pattern that is no regular expression.
pub(super) fn check(lint: &mut Lint<'_>, schema: &Mapping, at: &Trail<'_>) {
    let Some(pattern) = schema.get("pattern").and_then(Value::as_str) else { return };
    let Some(error) = lint.patterns.fault(pattern) else { return };
    let place = lint.value(&Trail::Key(at, "pattern"));
    let message = format!("the pattern is no regular expression: {error}");
    let help =
        "mend it by the grammar of ECMA-262: no flags around it, and a backslash before a sign that stands for itself";
    lint.report(Rule::InvalidPattern, message, place, "no regular expression", help);
}

/// The patterns of a document, each compiled once, and what they may still cost: a warning is not worth more than a second or
/// two, whoever wrote the document. What would cost more is not looked at.
pub(super) struct Patterns {
    compiled: RefCell<HashMap<String, Result<Regex, String>>>,
    /// How many bytes of patterns may still be compiled. A byte takes up to three kilobytes then.
    bytes: Cell<usize>,
    /// How many steps may still be taken to match texts, each text counted at its worst.
    steps: Cell<u64>,
}

impl Default for Patterns {
    fn default() -> Self {
        Self { compiled: RefCell::default(), bytes: Cell::new(64 * 1024), steps: Cell::new(100_000_000) }
    }
}

/// The engine goes down a level for each alternative, and the stack has an end.
const MOST_ALTERNATIVES: usize = 500;

impl Patterns {
    /// Whether a text matches; `None` where the pattern is none, or nothing is left for it.
    pub(super) fn matches(&self, pattern: &str, text: &str) -> Option<bool> {
        let steps = most_steps(pattern, text)?;
        self.steps.set(self.steps.get().checked_sub(steps)?);
        self.compiled(pattern, |regex| Some(regex.as_ref().ok()?.find(text).is_some()))
    }

    /// Why a pattern is none.
    fn fault(&self, pattern: &str) -> Option<String> {
        self.compiled(pattern, |regex| regex.as_ref().err().cloned())
    }

    fn compiled<T>(&self, pattern: &str, look: impl FnOnce(&Result<Regex, String>) -> Option<T>) -> Option<T> {
        let mut compiled = self.compiled.borrow_mut();
        if !compiled.contains_key(pattern) {
            if pattern.matches('|').count() >= MOST_ALTERNATIVES {
                return None;
            }
            self.bytes.set(self.bytes.get().checked_sub(pattern.len())?);
            let regex = Regex::with_flags(pattern, "u").or_else(|_| Regex::new(pattern)).map_err(|error| error.text);
            compiled.insert(pattern.to_owned(), regex);
        }
        look(compiled.get(pattern)?)
    }
}

/// How many steps the engine takes for a text at most. It goes back and tries again, so that they multiply: as many as the text
/// is long for each beginning and each repetition, two for what may be left out, and the alternatives of each group. A repetition
/// of a group may have all of these in it, of which no count is known.
fn most_steps(pattern: &str, text: &str) -> Option<u64> {
    if pattern.split(')').skip(1).any(|after| after.starts_with(['*', '+', '{'])) {
        return None;
    }
    let count = |signs: &[char]| u32::try_from(pattern.matches(signs).count()).ok();
    let length = u64::try_from(text.len()).ok()?.checked_add(1)?;
    let tries = length.checked_pow(count(&['*', '+', '{'])?.checked_add(1)?)?;
    // The product is greatest when they are spread evenly.
    let bars = count(&['|'])?;
    let groups = count(&['('])?.checked_add(1)?.min(bars).max(1);
    let alternatives = u64::from(bars.div_ceil(groups)).checked_add(1)?.checked_pow(groups)?;
    tries.checked_mul(2_u64.checked_pow(count(&['?'])?)?)?.checked_mul(alternatives)
}
