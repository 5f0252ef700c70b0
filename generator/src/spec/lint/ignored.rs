//! Fields and headers that have no effect where they stand.

use mime::Mime;
use serde_yaml::{Mapping, Value};

use super::super::grammar::Kind;
use super::super::trail::Trail;
use super::super::walk::{is_extension, texts};
use super::Lint;
use super::properties::Properties;
use crate::diagnostic::Rule;

/// Reports what stands beside a `$ref` and would mean something in the thing itself.
pub(super) fn check_siblings(lint: &mut Lint<'_>, kind: Kind, object: &Mapping, at: &Trail<'_>) {
    // A path item may have both, and words beside a reference harm nobody.
    let is_word = |key: &str| matches!(key, "$ref" | "summary" | "description" | "title");
    if kind == Kind::PathItem {
        return;
    }
    for (key, _) in texts(object).filter(|(key, _)| !is_word(key) && !is_extension(key) && kind.field(key).is_some()) {
        let help = match kind {
            Kind::Schema => "remove it, or put the reference into an `allOf` of one beside it",
            _ => "remove it, or write it in what the reference leads to",
        };
        report(lint, key, "beside a `$ref`", at, help);
    }
}

/// Reports fields that are for other kinds of parameters, and headers that OpenAPI describes elsewhere.
pub(super) fn check_parameter(lint: &mut Lint<'_>, parameter: &Mapping, at: &Trail<'_>) {
    let text = |key: &str| parameter.get(key).and_then(Value::as_str);
    let location = text("in").unwrap_or_default();
    for key in ["allowEmptyValue", "allowReserved"] {
        if location != "query" && parameter.get(key) == Some(&Value::Bool(true)) {
            report(lint, key, "outside of the query", at, "remove it");
        }
    }
    if parameter.contains_key("content") {
        for key in ["style", "explode", "allowReserved"].iter().filter(|key| parameter.contains_key(**key)) {
            report(lint, key, "beside `content`", at, "remove it: the media type says how the value is written");
        }
    }
    let is_reserved = |name: &&str| {
        ["accept", "content-type", "authorization"].iter().any(|reserved| name.eq_ignore_ascii_case(reserved))
    };
    if let Some(name) = text("name").filter(|name| location == "header" && is_reserved(name)) {
        let place = lint.value(&Trail::Key(at, "name"));
        let message = format!("a parameter cannot describe the header `{name}`, and is left out");
        let help = "remove it: `content` says what is sent and accepted, and `security` what authorizes";
        lint.report(Rule::IgnoredHeader, message, place, "described elsewhere", help);
    }
}

/// Reports a description of the header that says what `content` says.
pub(super) fn check_headers(lint: &mut Lint<'_>, owner: &Mapping, at: &Trail<'_>) {
    let at = Trail::Key(at, "headers");
    let headers = owner.get("headers").and_then(Value::as_mapping).into_iter().flat_map(texts);
    for (name, _) in headers.filter(|(name, _)| name.eq_ignore_ascii_case("content-type")) {
        let place = lint.key(&Trail::Key(&at, name));
        let message = format!("`headers` cannot describe `{name}`, and it is ignored");
        lint.report(Rule::IgnoredHeader, message, place, "described elsewhere", "remove it: the media type says it");
    }
}

/// Reports encodings of a body that is no form, and of properties that it does not have.
pub(super) fn check_encodings<'a>(lint: &mut Lint<'a>, media: &'a Mapping, at: &Trail<'_>) {
    let Some(encodings) = media.get("encoding").and_then(Value::as_mapping).filter(|map| !map.is_empty()) else {
        return;
    };
    let is_form = |name: &str| {
        name.parse::<Mime>().is_ok_and(|name| name.type_() == "multipart" || name.subtype() == "x-www-form-urlencoded")
    };
    if at.key().is_some_and(|name| !is_form(name)) {
        return report(lint, "encoding", "on a body that is no form", at, "remove it");
    }
    let Some(schema) = media.get("schema").and_then(|schema| lint.schema(schema)) else { return };
    let properties = Properties::of(lint.document, schema);
    if properties.is_open || schema.contains_key("additionalProperties") {
        return;
    }
    let at = Trail::Key(at, "encoding");
    for (name, _) in texts(encodings).filter(|(name, _)| !properties.described.contains(name)) {
        report(lint, name, "for a property that the schema does not have", &at, "remove it, or describe the property");
    }
}

/// Reports fields that are for another type of security scheme.
pub(super) fn check_scheme(lint: &mut Lint<'_>, scheme: &Mapping, at: &Trail<'_>) {
    let Some(kind) = scheme.get("type").and_then(Value::as_str) else { return };
    let fields = [
        ("name", "apiKey"),
        ("in", "apiKey"),
        ("scheme", "http"),
        ("bearerFormat", "http"),
        ("flows", "oauth2"),
        ("openIdConnectUrl", "openIdConnect"),
    ];
    for (key, _) in fields.iter().filter(|(key, owner)| kind != *owner && scheme.contains_key(*key)) {
        let what = format!("in a security scheme of the type `{kind}`");
        report(lint, key, &what, at, "remove it, or correct the `type`");
    }
}

fn report(lint: &mut Lint<'_>, key: &str, what: &str, at: &Trail<'_>, help: &str) {
    let place = lint.key(&Trail::Key(at, key));
    lint.report(Rule::IgnoredField, format!("`{key}` has no effect {what}"), place, "ignored", help);
}
