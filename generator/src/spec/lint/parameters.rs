//! What the fields of a parameter or a header say together.

use serde_yaml::{Mapping, Value};

use super::super::grammar::Kind;
use super::super::trail::Trail;
use super::Lint;
use crate::diagnostic::Rule;

/// Reports a `content` that has not exactly one media type.
pub(super) fn check_content(lint: &mut Lint<'_>, kind: Kind, owner: &Mapping, at: &Trail<'_>) {
    let Some(content) = owner.get("content").and_then(Value::as_mapping).filter(|content| content.len() != 1) else {
        return;
    };
    let place = lint.key(&Trail::Key(at, "content"));
    let message = format!("`content` of {} has {} media types, and must have one", kind.noun(), content.len());
    let help = "leave the one that is written, or use `schema` in place of `content`";
    lint.report(Rule::SeveralContents, message, place, "needs exactly one", help);
}

/// Reports a path parameter that may be left out, and a style that cannot write the values.
pub(super) fn check(lint: &mut Lint<'_>, parameter: &Mapping, at: &Trail<'_>) {
    let text = |key: &str| parameter.get(key).and_then(Value::as_str);
    let name = text("name").unwrap_or_default();
    if text("in") == Some("path") && parameter.get("required") != Some(&Value::Bool(true)) {
        let place = lint.value(&Trail::Key(at, "name"));
        let message = format!("the path parameter `{name}` is not marked as required");
        let help = "write `required: true`: a path without it would be another path";
        lint.report(Rule::OptionalPathParameter, message, place, "is always required", help);
    }
    let Some(style) = text("style") else { return };
    let kind = parameter.get("schema").and_then(|schema| lint.schema(schema)?.get("type")?.as_str());
    let wanted = match (style, kind) {
        ("deepObject", Some(kind)) if kind != "object" => "an object",
        ("spaceDelimited" | "pipeDelimited", Some(kind)) if kind != "array" && kind != "object" => {
            "a list or an object"
        }
        _ => return,
    };
    let place = lint.value(&Trail::Key(at, "style"));
    let message = format!("OpenAPI defines the style `{style}` for {wanted}, and `{name}` is none");
    lint.report(Rule::StyleMisfit, message, place, "not defined", "remove `style`, or correct the schema");
}
