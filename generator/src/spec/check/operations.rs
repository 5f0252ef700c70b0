//! That operations can be told apart by their ids.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use openapiv3::{OpenAPI, ReferenceOr};
use serde_yaml::Value;

use super::PathItem;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule, Severity};
use crate::source::{Pointer, Source};

/// Reports ids that come twice, and operations without one.
pub(super) fn check(source: &Arc<Source>, document: &Value, diagnostics: &mut Diagnostics) {
    let mut known: HashMap<&str, Known<'_>> = HashMap::new();
    for item in PathItem::all(document) {
        for (method, operation, at) in item.operations() {
            let Some(id) = operation.get("operationId").and_then(Value::as_str).filter(|id| !id.is_empty()) else {
                let message = format!(
                    "{} {} has no `operationId`; its name is made from method and path",
                    method.to_uppercase(),
                    item.path
                );
                let diagnostic = Diagnostic::new(Rule::MissingOperationId, message, Place::key(source, &at));
                diagnostics
                    .push(diagnostic.help("give it an `operationId`, so that its name stays when the path changes"));
                continue;
            };
            let this = Known { path: item.path, method, at: at.child("operationId") };
            match known.entry(id) {
                Entry::Vacant(entry) => {
                    entry.insert(this);
                }
                Entry::Occupied(first) => diagnostics.push(duplicate(source, id, first.get(), &this)),
            }
        }
    }
}

struct Known<'a> {
    path: &'a str,
    method: &'a str,
    at: Pointer,
}

fn duplicate(source: &Arc<Source>, id: &str, first: &Known<'_>, again: &Known<'_>) -> Diagnostic {
    let message = format!("the operation id `{id}` is used twice");
    let label = |verb: &str, known: &Known<'_>| format!("{verb} {} {}", known.method.to_uppercase(), known.path);
    let diagnostic = Diagnostic::new(Rule::DuplicateOperationId, message, Place::value(source, &again.at))
        .label(label("again by", again))
        .related(Place::value(source, &first.at), label("first used by", first));
    if is_twin(first, again) {
        return diagnostic
            .severity(Severity::Warning)
            .help("GET keeps the id, and HEAD is named after method and path; give HEAD an id of its own");
    }
    diagnostic.help("give one of them another `operationId`")
}

/// Frameworks that answer HEAD wherever they answer GET describe both as one operation.
fn is_twin(first: &Known<'_>, again: &Known<'_>) -> bool {
    first.path == again.path && matches!((first.method, again.method), ("get", "head") | ("head", "get"))
}

/// Takes the id from a HEAD operation that has the id of the GET operation beside it, so that ids are unique.
pub(in super::super) fn part_head_from_get(openapi: &mut OpenAPI) {
    for item in openapi.paths.paths.values_mut() {
        if let ReferenceOr::Item(item) = item
            && let (Some(get), Some(head)) = (&item.get, &mut item.head)
            && get.operation_id == head.operation_id
        {
            head.operation_id = None;
        }
    }
}
