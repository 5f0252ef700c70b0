use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderMap, Method};
use mock::document::Document;
use mock::judge::{Judge, Received};
use serde_json::{Map, Value, json};

fn real(name: &str) -> Judge {
    let path = format!("{}/../../specs/{name}.yaml", env!("CARGO_MANIFEST_DIR"));
    Judge::new(Arc::new(Document::parse(name, &std::fs::read_to_string(path).unwrap()).unwrap()))
}

#[test]
fn every_schema_of_the_real_documents_compiles() {
    for name in ["authentication", "management"] {
        let judge = real(name);
        let mut looked_at = 0;
        for operation in &judge.document().operations {
            let one = |_: &_| Value::from("1");
            let query: Vec<String> = operation.parameters.iter().map(|it| format!("{}=1", it.name)).collect();
            let path: Map<String, Value> = operation.parameters.iter().map(|it| (it.name.clone(), one(it))).collect();
            for content in operation.body.iter().flat_map(|body| &body.content) {
                let mut headers = HeaderMap::new();
                headers.insert("content-type", content.name.parse().unwrap());
                let received = Received {
                    path: &path,
                    query: Some(&query.join("&")),
                    headers: &headers,
                    body: &Bytes::from_static(b"{}"),
                };
                let violations = judge.request(operation, received).violations;
                assert!(violations.iter().all(|it| it.rule != "schema"), "{}: {violations:?}", operation.id);
                looked_at += 1;
            }
            for response in &operation.responses {
                for content in &response.content {
                    let violations = judge.answer(operation, response.code(), &content.name, b"{}");
                    assert!(violations.iter().all(|it| it.rule != "schema"), "{}: {violations:?}", operation.id);
                    looked_at += 1;
                }
            }
        }
        assert!(looked_at > judge.document().operations.len(), "{name}: {looked_at}");
    }
}

#[test]
fn requests_of_the_real_documents_are_judged() {
    let judge = real("management");
    let (operation, path) = judge.document().find(&Method::POST, "/api/v3/create-user").unwrap();
    let mut headers = HeaderMap::new();
    headers.insert("content-type", "application/json".parse().unwrap());
    let told = |body: Value| {
        let received = Received { path: &path, query: None, headers: &headers, body: &Bytes::from(body.to_string()) };
        let violations = judge.request(operation, received).violations;
        violations.iter().map(|it| format!("{} {}", it.pointer, it.rule)).collect::<Vec<_>>()
    };
    assert_eq!(told(json!({"username": "bob", "customData": {"school": "x", "age": 3}})), Vec::<String>::new());
    assert_eq!(told(json!({"userName": "bob"})), ["/userName unknown-property"]);
    assert_eq!(told(json!({"username": 1, "status": "activated"})), ["/status enum", "/username type"]);
}

#[test]
fn a_document_that_is_wrong_is_refused() {
    for text in ["", "a: [", "{", "openapi: 3.1.0", "swagger: '2.0'", "openapi: 3.0.0\nopenapi: 3.0.1\n"] {
        assert!(Document::parse("wrong", text).is_err(), "{text}");
    }
}
