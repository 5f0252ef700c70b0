//! From what `jsonschema` says to what this crate says: places in the document, and sentences.

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind as Kind;
use serde_json::Value;

use super::sentence::sentence;
use super::validators::Compiled;
use super::wording::{did_you_mean, subject};
use crate::document::{Document, child};

/// A departure from a schema, before it is known which part of a message it is in.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    pub(super) pointer: String,
    pub(super) rule: String,
    pub(super) stated_at: String,
    pub(super) message: String,
}

/// What is wrong with `value`, which stands at `base`.
pub(super) fn faults(document: &Document, compiled: &Compiled, value: &Value, base: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let reporter = Reporter { document, compiled, base };
    for error in compiled.validator.iter_errors(value).take(MOST) {
        reporter.add(&error, &mut faults);
    }
    faults
}

/// How many errors of one value are looked at.
const MOST: usize = 100;

struct Reporter<'a> {
    document: &'a Document,
    compiled: &'a Compiled,
    base: &'a str,
}

impl Reporter<'_> {
    fn add(&self, error: &ValidationError<'_>, faults: &mut Vec<Fault>) {
        let pointer = format!("{}{}", self.base, error.instance_path().as_str());
        let (rule, stated_at) = self.stated_at(error);
        match error.kind() {
            // Written by the translation of `nullable`: the second branch is what the document says.
            Kind::AnyOf { context } if stated_at.is_none() => {
                for inner in context.get(1).into_iter().flatten() {
                    self.add(inner, faults);
                }
            }
            Kind::AdditionalProperties { unexpected } => {
                let stated_at = stated_at.unwrap_or_default();
                let known = self.names_beside(&stated_at);
                for name in unexpected {
                    let place = child(&pointer, name);
                    let guess = did_you_mean(name, known.iter().copied());
                    let message = format!("{} may not have the property {}{guess}", subject(&pointer), subject(&place));
                    faults.push(Fault { pointer: place, rule: rule.clone(), stated_at: stated_at.clone(), message });
                }
            }
            kind => {
                let pointer = match kind {
                    Kind::Required { property } => child(&pointer, property.as_str().unwrap_or_default()),
                    _ => pointer,
                };
                let message = sentence(kind, error.instance(), &rule, &pointer);
                faults.push(Fault { pointer, rule, stated_at: stated_at.unwrap_or_default(), message });
            }
        }
    }

    /// The rule that is broken, and where the document states it; `None` where only the translation does.
    fn stated_at(&self, error: &ValidationError<'_>) -> (String, Option<String>) {
        let rule = error.kind().keyword().to_owned();
        let path = error.schema_path().as_str();
        let mut steps = path.strip_prefix("/definitions/").unwrap_or_default().split('/');
        let number = steps.next().and_then(|number| number.parse::<usize>().ok());
        let Some(mut place) = number.and_then(|number| self.compiled.places.get(number)).cloned() else {
            return (rule, None);
        };
        let mut steps = steps.peekable();
        while let Some(step) = steps.next() {
            let next = format!("{place}/{step}");
            if self.document.at(&next).is_some() {
                place = next;
            } else if step == "anyOf" && steps.next().is_some() {
                // A branch that the translation of `nullable` has added.
            } else if matches!(step, "minimum" | "maximum") {
                // A limit that stands for `int32` or `int64`.
                return ("format".to_owned(), Some(format!("{place}/format")));
            } else {
                return (rule, None);
            }
        }
        (rule, Some(place))
    }

    /// The names of the properties beside `additionalProperties`.
    fn names_beside(&self, stated_at: &str) -> Vec<&str> {
        let holder = stated_at.strip_suffix("/additionalProperties").and_then(|place| self.document.at(place));
        let properties = holder.and_then(|holder| holder.get("properties")?.as_object());
        properties.into_iter().flatten().map(|(name, _)| name.as_str()).collect()
    }
}
