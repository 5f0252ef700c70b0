//! What the judge objects to, rule by rule, in small documents; and both real documents, compiled once.

#[path = "judge/answers.rs"]
mod answers;
#[path = "judge/bodies.rs"]
mod bodies;
#[path = "judge/documents.rs"]
mod documents;
#[path = "judge/parameters.rs"]
mod parameters;
#[path = "judge/schemas.rs"]
mod schemas;

use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, Method};
use mock::document::Document;
use mock::judge::{Judge, Judgement, Received};
use serde_json::{Value, json};

/// A document with one operation, `POST /things`, whose members are given.
fn judge(operation: Value, schemas: Value) -> Judge {
    judge_at("/things", operation, schemas)
}

fn judge_at(path: &str, mut operation: Value, schemas: Value) -> Judge {
    if operation.get("responses").is_none() {
        operation["responses"] = json!({"200": {"description": ""}});
    }
    let document = json!({
        "openapi": "3.0.3",
        "info": {"title": "", "version": "1"},
        "paths": {path: {"post": operation}},
        "components": {"schemas": schemas}
    });
    Judge::new(Arc::new(Document::parse("small", &document.to_string()).unwrap()))
}

/// What the judge makes of a request with this path, query, headers and body.
fn ask(judge: &Judge, target: &str, headers: &[(&str, &str)], body: &[u8]) -> Judgement {
    let (path, query) = target.split_once('?').map_or((target, None), |(path, query)| (path, Some(query)));
    let (operation, path) = judge.document().find(&Method::POST, path).unwrap();
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        map.append(HeaderName::from_bytes(name.as_bytes()).unwrap(), value.parse().unwrap());
    }
    judge.request(operation, Received { path: &path, query, headers: &map, body: &Bytes::copy_from_slice(body) })
}

/// The violations as `place/pointer rule`.
fn brief(judgement: &Judgement) -> Vec<String> {
    let short = |it: &mock::judge::Violation| format!("{:?}{} {}", it.place, it.pointer, it.rule).to_lowercase();
    judgement.violations.iter().map(short).collect()
}
