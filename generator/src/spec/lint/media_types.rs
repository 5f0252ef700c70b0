//! That what stands for a media type is one.

use mime::Mime;
use serde_yaml::{Mapping, Value};

use super::super::trail::Trail;
use super::super::walk::texts;
use super::Lint;
use crate::diagnostic::Rule;

/// Reports keys of a `content` that are neither media types nor ranges of them, such as `image/*`.
pub(super) fn check(lint: &mut Lint<'_>, owner: &Mapping, at: &Trail<'_>) {
    let at = Trail::Key(at, "content");
    let content = owner.get("content").and_then(Value::as_mapping);
    for (name, _) in content.into_iter().flat_map(texts).filter(|(name, _)| !is_media_type(name)) {
        let place = lint.key(&Trail::Key(&at, name));
        report(lint, name, place);
    }
}

/// Reports a `contentType` with something among its parts that is no media type.
pub(super) fn check_encoding(lint: &mut Lint<'_>, encoding: &Mapping, at: &Trail<'_>) {
    let Some(list) = encoding.get("contentType").and_then(Value::as_str) else { return };
    if let Some(wrong) = list.split(',').map(str::trim).find(|name| !is_media_type(name)) {
        let place = lint.value(&Trail::Key(at, "contentType"));
        report(lint, wrong, place);
    }
}

fn report(lint: &mut Lint<'_>, name: &str, place: crate::diagnostic::Place) {
    let message = format!("`{name}` is no media type");
    let help = "write a type and a subtype, such as `application/json`, or a range such as `image/*`";
    lint.report(Rule::InvalidMediaType, message, place, "not a media type", help);
}

fn is_media_type(name: &str) -> bool {
    name.parse::<Mime>().is_ok()
}
