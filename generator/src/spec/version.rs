//! Which version of OpenAPI a document is of. Asked before anything else: every later message would only confuse.

use std::sync::Arc;

use serde_yaml::Value;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::source::{Pointer, Source};

/// Whether the document is of OpenAPI 3.0; reports why not.
pub(super) fn check(source: &Arc<Source>, document: &Value, diagnostics: &mut Diagnostics) -> bool {
    match judge(source, document) {
        Some(diagnostic) => {
            diagnostics.push(diagnostic);
            false
        }
        None => true,
    }
}

const CONVERT_UP: &str =
    "convert it to OpenAPI 3.0, for example with `npx swagger2openapi --outfile openapi.yaml <file>`";

fn judge(source: &Arc<Source>, document: &Value) -> Option<Diagnostic> {
    let place = |key: &str| Place::value(source, &Pointer::root().child(key));
    let root = || Place::value(source, &Pointer::root());
    if !document.is_mapping() {
        let message = "this is not an OpenAPI document: it is not a mapping of keys to values";
        return Some(
            Diagnostic::new(Rule::NotOpenApi, message, root())
                .help("begin it with `openapi: 3.0.3`, `info` and `paths`"),
        );
    }
    if let Some(version) = document.get("swagger") {
        let message = format!("the document is of OpenAPI {}, then called Swagger, and not of 3.0", scalar(version));
        return Some(
            Diagnostic::new(Rule::SwaggerDocument, message, place("swagger"))
                .label("needs to be OpenAPI 3.0")
                .help(CONVERT_UP),
        );
    }
    let Some(version) = document.get("openapi") else {
        let message = "this is not an OpenAPI document: it has no `openapi` field";
        return Some(
            Diagnostic::new(Rule::NotOpenApi, message, root()).help("write `openapi: 3.0.3` at the top if it is one"),
        );
    };
    let version = scalar(version);
    let mut parts = version.split('.').map(|part| part.parse::<u32>().ok());
    match (parts.next().flatten(), parts.next().flatten()) {
        (Some(3), Some(0)) => None,
        (Some(3), Some(1..)) | (Some(4..), _) => {
            let message = format!("the document is of OpenAPI {version}, and only 3.0 is supported");
            let help = "export it as OpenAPI 3.0.3, or convert it down; changing only the number is not enough, because 3.1 writes \
                        some things in another way (`type: [string, 'null']` is `nullable: true` in 3.0)";
            Some(Diagnostic::new(Rule::LaterVersion, message, place("openapi")).label("needs to be 3.0.x").help(help))
        }
        (Some(1 | 2), _) => {
            let message = format!("the document is of OpenAPI {version}, and only 3.0 is supported");
            Some(
                Diagnostic::new(Rule::SwaggerDocument, message, place("openapi"))
                    .label("needs to be 3.0.x")
                    .help(CONVERT_UP),
            )
        }
        _ => {
            let message = format!("`{version}` is not a version of OpenAPI");
            Some(
                Diagnostic::new(Rule::NotOpenApi, message, place("openapi"))
                    .label("needs to be 3.0.x")
                    .help("write `openapi: 3.0.3`"),
            )
        }
    }
}

/// A version is a text, but YAML reads an unquoted `3.0` or `2.0` as a number.
fn scalar(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => "?".to_owned(),
    }
}
