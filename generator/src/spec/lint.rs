//! What a document may say by its grammar, and cannot mean: warnings that a crate comes out in spite of.
//!
//! Lives here: one walk, and a file for each thing that it looks for. Like the checks, they read the values, so that a fault
//! elsewhere does not silence them. Does not live here: what keeps a document from being read, which is in `check` and `structure`.

mod addresses;
mod bodies;
mod composition;
mod discriminator;
mod exclusive;
mod expressions;
mod fit;
mod ignored;
mod limits;
mod links;
mod media_types;
mod names;
mod parameters;
mod paths;
mod pattern;
mod properties;
mod required;
mod responses;
mod security;
mod servers;
mod tags;
mod values;
mod versions;
mod xml;

use std::sync::Arc;

use serde_yaml::{Mapping, Value};

use super::grammar::Kind;
use super::reference::resolve_value;
use super::trail::Trail;
use super::walk::walk;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::source::Source;

/// Reports all that cannot be meant.
pub(super) fn check(source: &Arc<Source>, document: &Value, diagnostics: &mut Diagnostics) {
    let mut lint = Lint { source, document, diagnostics, patterns: pattern::Patterns::default() };
    let declared = names::Declared::of(document);
    walk(document, &mut |kind, object, at| lint.object(kind, object, at, &declared));
    tags::check(&mut lint);
    paths::check(&mut lint);
}

struct Lint<'a> {
    source: &'a Arc<Source>,
    document: &'a Value,
    diagnostics: &'a mut Diagnostics,
    patterns: pattern::Patterns,
}

impl<'a> Lint<'a> {
    fn object(&mut self, kind: Kind, object: &'a Mapping, at: &Trail<'_>, declared: &names::Declared<'a>) {
        if kind.reference(object).is_some() {
            ignored::check_siblings(self, kind, object, at);
            return;
        }
        exclusive::check(self, kind, object, at);
        addresses::check(self, kind, object, at);
        match kind {
            Kind::Document => {
                versions::check(self, object, at);
                security::check(self, object, at, declared);
            }
            Kind::Components => names::check(self, object, at),
            Kind::Operation => {
                security::check(self, object, at, declared);
                responses::check(self, object, at);
                bodies::check(self, object, at);
            }
            Kind::Server => servers::check(self, object, at),
            Kind::Callback => expressions::check_callback(self, object, at),
            Kind::Link => {
                links::check(self, object, at, declared);
                expressions::check_link(self, object, at);
            }
            Kind::RequestBody => media_types::check(self, object, at),
            Kind::Response => {
                media_types::check(self, object, at);
                ignored::check_headers(self, object, at);
            }
            Kind::Parameter | Kind::Header => {
                media_types::check(self, object, at);
                parameters::check_content(self, kind, object, at);
                values::check_examples(self, object, at);
                if kind == Kind::Parameter {
                    parameters::check(self, object, at);
                    ignored::check_parameter(self, object, at);
                }
            }
            Kind::MediaType => {
                values::check_examples(self, object, at);
                ignored::check_encodings(self, object, at);
            }
            Kind::Encoding => {
                media_types::check_encoding(self, object, at);
                ignored::check_headers(self, object, at);
            }
            Kind::SecurityScheme => ignored::check_scheme(self, object, at),
            Kind::Schema => {
                values::check(self, object, at);
                xml::check(self, object, at);
                limits::check(self, object, at);
                pattern::check(self, object, at);
                required::check(self, object, at);
                composition::check(self, object, at);
                discriminator::check(self, object, at);
            }
            _ => {}
        }
    }

    /// The schema itself, where a reference stands for it; `None` where that leads nowhere.
    fn schema(&self, value: &'a Value) -> Option<&'a Mapping> {
        schema_of(self.document, value)
    }

    /// The nearest of the words that are known.
    fn nearest<'b>(&mut self, word: &str, known: impl IntoIterator<Item = &'b str>) -> Option<&'b str> {
        self.diagnostics.nearest(word, known)
    }

    fn value(&self, at: &Trail<'_>) -> Place {
        Place::value(self.source, &at.pointer())
    }

    fn key(&self, at: &Trail<'_>) -> Place {
        Place::key(self.source, &at.pointer())
    }

    fn report(&mut self, rule: Rule, message: String, at: Place, label: &str, help: &str) {
        self.diagnostics.push(Diagnostic::new(rule, message, at).label(label).help(help));
    }

    /// Reports something that another place makes wrong.
    fn report_both(&mut self, rule: Rule, message: String, [at, other]: [Place; 2], labels: [&str; 2], help: &str) {
        let [label, other_label] = labels;
        self.diagnostics.push(Diagnostic::new(rule, message, at).label(label).related(other, other_label).help(help));
    }
}

/// The schema itself, where a reference stands for it; `None` where that leads nowhere.
fn schema_of<'a>(document: &'a Value, value: &'a Value) -> Option<&'a Mapping> {
    match value.get("$ref").and_then(Value::as_str) {
        Some(reference) => resolve_value(document, "schemas", reference)?.as_mapping(),
        None => value.as_mapping(),
    }
}

/// The name of the component that a schema refers to, or what it is called without one.
fn called(schema: &Value, otherwise: &str) -> String {
    let reference = schema.get("$ref").and_then(Value::as_str);
    let name = reference.and_then(|reference| reference.rsplit('/').next());
    name.map_or_else(|| otherwise.to_owned(), |name| format!("`{name}`"))
}
