//! What a schema says about its form in XML.

use fluent_uri::Iri;
use serde_yaml::{Mapping, Value};

use super::super::trail::Trail;
use super::super::walk::{is_extension, texts};
use super::Lint;
use crate::diagnostic::{Rule, nearest};

const FIELDS: [&str; 5] = ["name", "namespace", "prefix", "attribute", "wrapped"];

/// Reports fields that are none, or that say what cannot be meant.
pub(super) fn check(lint: &mut Lint<'_>, schema: &Mapping, at: &Trail<'_>) {
    let Some(xml) = schema.get("xml") else { return };
    let at = Trail::Key(at, "xml");
    let Some(fields) = xml.as_mapping() else {
        let message = "`xml` is a mapping with `name` and others".to_owned();
        let place = lint.value(&at);
        return lint.report(Rule::InvalidXml, message, place, "not a mapping", "write for example `xml: {name: pet}`");
    };
    let is_list = schema.get("type").and_then(Value::as_str).is_none_or(|kind| kind == "array");
    for (key, value) in texts(fields).filter(|(key, _)| !is_extension(key)) {
        let fault = match (key, value) {
            ("name" | "prefix", Value::String(_)) | ("attribute" | "wrapped", Value::Bool(false)) => continue,
            ("attribute", Value::Bool(true)) => continue,
            ("wrapped", Value::Bool(true)) if is_list => continue,
            ("namespace", Value::String(uri)) if Iri::parse(uri.as_str()).is_ok() => continue,
            ("wrapped", Value::Bool(true)) => ("`wrapped` is for lists".to_owned(), "remove it".to_owned()),
            ("namespace", Value::String(_)) => {
                ("`namespace` is an absolute URI".to_owned(), "write it as `https://example.com/pets`".to_owned())
            }
            ("name" | "prefix" | "namespace", _) => (format!("`{key}` is a text"), "put it in quotes".to_owned()),
            ("attribute" | "wrapped", _) => {
                (format!("`{key}` is `true` or `false`"), "leave out the quotes".to_owned())
            }
            _ => {
                let near = nearest(key, FIELDS).map(|near| format!("did you mean `{near}`?"));
                (format!("`xml` has no field `{key}`"), near.unwrap_or_else(|| "remove it".to_owned()))
            }
        };
        let place = lint.key(&Trail::Key(&at, key));
        lint.report(Rule::InvalidXml, fault.0, place, "not so", &fault.1);
    }
}
