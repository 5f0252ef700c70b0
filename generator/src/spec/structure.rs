//! Whether the objects of a document are built as the specification says.
//!
//! `openapiv3` would tell as well, but stops at the first fault and names neither its place nor, often, what it is. This check
//! finds them all; what passes it, `openapiv3` takes.

#[cfg(test)]
mod agreement;
mod conditions;
mod remedy;
mod wording;

use std::sync::Arc;

use serde_yaml::{Mapping, Value};

use super::grammar::{Kind, Shape, TYPES};
use super::trail::Trail;
use super::walk::{is_extension, texts};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule, TRUST};
use crate::source::{Pointer, Source};
use crate::tree::describe;
use wording::expected;

/// Reports every node that is not built as it should be; whether there was none.
pub(super) fn check(source: &Arc<Source>, document: &Value, diagnostics: &mut Diagnostics) -> bool {
    let mut check = Check { source, diagnostics, is_sound: true };
    check.value(Shape::Object(Kind::Document), document, &Trail::Root, Kind::Document);
    let paths = document.get("paths").and_then(Value::as_mapping).map_or(0, Mapping::len);
    if paths > MOST_PATHS && !source.is_trusted() {
        check.report(
            Rule::TooLarge,
            format!("the document has more than the {MOST_PATHS} paths that are read"),
            "too many".to_owned(),
            Place::key(source, &Pointer::root().child("paths")),
            Some(format!("split the document; {TRUST}")),
        );
    }
    check.is_sound
}

/// The most paths of a document. `openapiv3` keeps eight operations for each, there or not, which takes 20 KB.
const MOST_PATHS: usize = 50_000;

/// The longest name of a property, a path, or any other entry that a document names as it likes.
const LONGEST_KEY: usize = 1000;

struct Check<'a> {
    source: &'a Arc<Source>,
    diagnostics: &'a mut Diagnostics,
    is_sound: bool,
}

impl Check<'_> {
    /// `owner` is the object that the value belongs to.
    fn value(&mut self, shape: Shape, found: &Value, at: &Trail<'_>, owner: Kind) {
        match (shape, found) {
            (Shape::Anything, _)
            | (Shape::Text, Value::String(_))
            | (Shape::Flag | Shape::SchemaOrFlag, Value::Bool(_)) => {}
            (Shape::Number, Value::Number(number)) if number.is_finite() => {}
            (Shape::Count, Value::Number(number)) if number.is_u64() => {}
            (Shape::Choice(words), Value::String(word)) if words.contains(&word.as_str()) => {}
            (Shape::Type, Value::String(word)) => {
                if !TYPES.contains(&word.as_str()) {
                    self.unknown_type(word, at);
                }
            }
            (Shape::Object(kind), Value::Mapping(object)) => self.object(kind, object, at),
            (Shape::SchemaOrFlag, Value::Mapping(object)) => self.object(Kind::Schema, object, at),
            (Shape::List(element), Value::Sequence(elements)) => {
                for (index, found) in elements.iter().enumerate() {
                    self.value(*element, found, &Trail::Index(at, index), owner);
                }
            }
            (Shape::Map(Shape::Object(_)) | Shape::Patterned(_), Value::Mapping(mapping))
                if mapping.get("$ref").is_some_and(Value::is_string) =>
            {
                self.misplaced(mapping, at);
            }
            (Shape::Map(element), Value::Mapping(mapping)) => {
                for (key, found) in texts(mapping) {
                    self.length(key, at);
                    self.value(*element, found, &Trail::Key(at, key), owner);
                }
            }
            (Shape::Patterned(element), Value::Mapping(mapping)) => {
                for (key, found) in texts(mapping).filter(|(key, _)| !is_extension(key)) {
                    self.length(key, at);
                    self.value(*element, found, &Trail::Key(at, key), owner);
                }
            }
            _ => self.misshapen(shape, found, at, owner),
        }
    }

    fn object(&mut self, kind: Kind, object: &Mapping, at: &Trail<'_>) {
        if kind.reference(object).is_some() {
            return;
        }
        for (key, found) in texts(object) {
            if let Some(shape) = kind.field(key).map(|field| field.shape).or_else(|| kind.entries()) {
                self.value(shape, found, &Trail::Key(at, key), kind);
            }
        }
        self.slips(kind, object, at);
        for field in kind.fields().iter().filter(|field| field.is_required && !object.contains_key(field.key)) {
            self.missing(kind, field.key, at, remedy::for_missing(kind, field.key));
        }
        self.conditions(kind, object, at);
    }

    /// A key of the document's own choice becomes a part of many names and of the places of all that is under it.
    fn length(&mut self, key: &str, at: &Trail<'_>) {
        if key.len() > LONGEST_KEY {
            let start: String = key.chars().take(40).collect();
            let message = format!("the name `{start}...` has more than {LONGEST_KEY} bytes");
            // The place of the mapping around it: its own is as long as the name.
            let place = Place::key(self.source, &at.pointer());
            self.report(
                Rule::TooLarge,
                message,
                "has a name too long".to_owned(),
                place,
                Some("shorten it".to_owned()),
            );
        }
    }

    /// Some tools let a reference stand for a whole list of things. OpenAPI does not: each has a reference of its own.
    fn misplaced(&mut self, mapping: &Mapping, at: &Trail<'_>) {
        let list = at.key().unwrap_or("list");
        let reference = mapping.get("$ref").and_then(Value::as_str).unwrap_or_default();
        let file = reference.split_once('#').map_or(reference, |(file, _)| file);
        let message = format!("a reference cannot stand for all of `{list}`");
        let (name, step) = if list == "paths" { ("/pets", "~1pets") } else { ("Pet", "Pet") };
        let help = format!("write a reference for each, such as `{name}: {{$ref: '{file}#/{step}'}}`");
        let place = Place::value(self.source, &Trail::Key(at, "$ref").pointer());
        self.report(Rule::MalformedObject, message, "not here".to_owned(), place, Some(help));
    }

    fn missing(&mut self, kind: Kind, key: &str, at: &Trail<'_>, help: String) {
        let message = format!("{} needs `{key}`", kind.noun());
        self.report(
            Rule::MalformedObject,
            message,
            format!("`{key}` is missing"),
            Place::key(self.source, &at.pointer()),
            Some(help),
        );
    }

    /// Fields that the specification does not know are ignored, and somebody meant something by each.
    fn slips(&mut self, kind: Kind, object: &Mapping, at: &Trail<'_>) {
        let is_strange =
            |key: &str| kind.field(key).is_none() && kind.entries().is_none() && !is_extension(key) && key != "$ref";
        // What stands under another word in a path item was meant to be an operation, and is an error of its own.
        let is_operation = |value: &Value| kind == Kind::PathItem && value.is_mapping();
        for (key, _) in texts(object).filter(|(key, value)| is_strange(key) && !is_operation(value)) {
            let place = Place::key(self.source, &Trail::Key(at, key).pointer());
            let message = format!("`{key}` is not a field of {}, and is ignored", kind.noun());
            let help = remedy::for_unknown_field(kind, key, object);
            self.diagnostics.push(Diagnostic::new(Rule::UnknownField, message, place).label("ignored").help(help));
        }
    }

    fn misshapen(&mut self, shape: Shape, found: &Value, at: &Trail<'_>, owner: Kind) {
        let message =
            format!("{} must be {}, not {}", wording::subject(shape, at, owner), expected(shape), describe(found));
        let label = format!("expected {}", expected(shape));
        let help = remedy::for_misshapen(shape, found, at, owner);
        self.report(Rule::MalformedObject, message, label, Place::value(self.source, &at.pointer()), help);
    }

    fn unknown_type(&mut self, word: &str, at: &Trail<'_>) {
        let message = format!("`{word}` is not a type of OpenAPI 3.0");
        let help = remedy::for_unknown_type(word);
        self.report(
            Rule::UnknownType,
            message,
            "unknown type".to_owned(),
            Place::value(self.source, &at.pointer()),
            Some(help),
        );
    }

    fn report(&mut self, rule: Rule, message: String, label: String, at: Place, help: Option<String>) {
        self.is_sound = false;
        let mut diagnostic = Diagnostic::new(rule, message, at).label(label);
        diagnostic.help = help;
        self.diagnostics.push(diagnostic);
    }
}
