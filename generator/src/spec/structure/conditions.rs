//! What the table of fields cannot say: a field that depends on another, and keys that must follow a pattern.

use serde_yaml::{Mapping, Value};

use super::super::grammar::{Kind, METHODS};
use super::super::trail::Trail;
use super::super::walk::{is_extension, texts};
use super::{Check, remedy};
use crate::diagnostic::{Place, Rule, nearest};

impl Check<'_> {
    /// Reports what only several fields together show to be wrong.
    pub(super) fn conditions(&mut self, kind: Kind, object: &Mapping, at: &Trail<'_>) {
        match kind {
            Kind::Document => self.paths(object, at),
            Kind::PathItem => self.methods(object, at),
            Kind::Operation => self.statuses(object, at),
            Kind::Parameter => {
                self.content(kind, object, at);
                self.style(object, at);
            }
            Kind::Header => self.content(kind, object, at),
            Kind::Link => self.target(object, at),
            Kind::SecurityScheme => self.scheme(object, at),
            _ => {}
        }
    }

    /// A path that does not begin with a slash is none, and its operations would be lost.
    fn paths(&mut self, document: &Mapping, at: &Trail<'_>) {
        let at = Trail::Key(at, "paths");
        for key in keys(document, "paths").filter(|key| !key.starts_with('/') && *key != "$ref") {
            let message = format!("the path `{key}` does not begin with a slash");
            self.key(&Trail::Key(&at, key), message, "not a path", format!("write `/{key}`"));
        }
    }

    /// A key that is no method, and its operation would be lost.
    fn methods(&mut self, item: &Mapping, at: &Trail<'_>) {
        for (key, value) in texts(item) {
            let is_known = Kind::PathItem.field(key).is_some() || is_extension(key) || key == "$ref";
            if !is_known && value.is_mapping() {
                let help = format!("use one of {}", METHODS.map(|method| format!("`{method}`")).join(", "));
                let nearest = nearest(key, METHODS).map_or(help, |method| format!("did you mean `{method}`?"));
                self.key(
                    &Trail::Key(at, key),
                    format!("`{key}` is not an HTTP method of OpenAPI 3.0"),
                    "unknown method",
                    nearest,
                );
            }
        }
    }

    /// A key that is no status, and its response would be lost.
    fn statuses(&mut self, operation: &Mapping, at: &Trail<'_>) {
        let at = Trail::Key(at, "responses");
        for key in keys(operation, "responses").filter(|key| !is_status(key)) {
            let help = "use a status code such as `200`, a class such as `2XX`, or `default`".to_owned();
            self.key(&Trail::Key(&at, key), format!("`{key}` is not the status of a response"), "not a status", help);
        }
    }

    fn content(&mut self, kind: Kind, object: &Mapping, at: &Trail<'_>) {
        if !object.contains_key("schema") && !object.contains_key("content") {
            self.missing(
                kind,
                "schema",
                at,
                "say what values it takes, for example `schema: {type: string}`".to_owned(),
            );
        }
    }

    fn style(&mut self, parameter: &Mapping, at: &Trail<'_>) {
        let text = |key| parameter.get(key).and_then(Value::as_str);
        let (Some(location), Some(style)) = (text("in"), text("style")) else {
            return;
        };
        let styles: &[&str] = match location {
            "query" => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
            "path" => &["simple", "label", "matrix"],
            "header" => &["simple"],
            "cookie" => &["form"],
            _ => return,
        };
        if !styles.contains(&style) {
            let help = format!(
                "use one of {}",
                styles.iter().map(|style| format!("`{style}`")).collect::<Vec<_>>().join(", ")
            );
            let message = format!("a parameter in `{location}` cannot have the style `{style}`");
            let place = Place::value(self.source, &Trail::Key(at, "style").pointer());
            self.report(Rule::MalformedObject, message, "wrong style".to_owned(), place, Some(help));
        }
    }

    fn target(&mut self, link: &Mapping, at: &Trail<'_>) {
        if !link.contains_key("operationId") && !link.contains_key("operationRef") {
            self.missing(Kind::Link, "operationId", at, "name the operation that the link leads to".to_owned());
        }
    }

    fn scheme(&mut self, scheme: &Mapping, at: &Trail<'_>) {
        let needed: &[&str] = match scheme.get("type").and_then(Value::as_str) {
            Some("apiKey") => &["name", "in"],
            Some("http") => &["scheme"],
            Some("oauth2") => &["flows"],
            Some("openIdConnect") => &["openIdConnectUrl"],
            _ => &[],
        };
        for key in needed.iter().filter(|key| !scheme.contains_key(**key)) {
            self.missing(Kind::SecurityScheme, key, at, remedy::for_missing(Kind::SecurityScheme, key));
        }
    }

    fn key(&mut self, at: &Trail<'_>, message: String, label: &str, help: String) {
        self.report(
            Rule::MalformedObject,
            message,
            label.to_owned(),
            Place::key(self.source, &at.pointer()),
            Some(help),
        );
    }
}

fn keys<'a>(object: &'a Mapping, key: &str) -> impl Iterator<Item = &'a str> {
    let mapping = object.get(key).and_then(Value::as_mapping);
    mapping.into_iter().flat_map(texts).map(|(key, _)| key).filter(|key| !is_extension(key))
}

/// A code from 100 to 999, a class such as `2XX`, or `default`.
fn is_status(key: &str) -> bool {
    let is_code = matches!(key.as_bytes(), [b'1'..=b'9', b'0'..=b'9', b'0'..=b'9']);
    let is_class = matches!(key.as_bytes(), [b'1'..=b'5', b'X' | b'x', b'X' | b'x']);
    is_code || is_class || key == "default"
}
