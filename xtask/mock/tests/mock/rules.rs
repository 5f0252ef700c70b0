//! Rules that were once kept wrongly, each by the smallest document that shows it.

use std::sync::Arc;

use mock::document::Document;
use mock::judge::{Judge, Received};
use mock::sample::{Sampler, Variant};
use mock::{Expectation, Mock};
use serde_json::{Map, Value, json};

fn document(method: &str, operation: Value) -> Arc<Document> {
    let root = json!({"openapi": "3.0.3", "paths": {"/x": {method: operation}}});
    Arc::new(Document::parse("rules", &root.to_string()).unwrap())
}

fn violations(document: &Arc<Document>, query: Option<&str>, body: &str) -> Vec<String> {
    let mut headers = http::HeaderMap::new();
    if !body.is_empty() {
        headers.insert("content-type", "application/json".parse().unwrap());
    }
    let (path, body) = (Map::new(), bytes::Bytes::from(body.to_owned()));
    let received = Received { path: &path, query, headers: &headers, body: &body };
    let judgement = Judge::new(Arc::clone(document)).request(&document.operations[0], received);
    judgement.violations.iter().map(ToString::to_string).collect()
}

#[test]
fn a_deep_object_takes_only_its_own_pairs() {
    let filter = json!({"type": "object", "properties": {"a": {"type": "integer"}}});
    let parameter = json!({"name": "filter", "in": "query", "style": "deepObject", "explode": true, "schema": filter});
    let document = document("get", json!({"operationId": "o", "parameters": [parameter], "responses": {}}));
    assert_eq!(violations(&document, Some("filter[a]=1"), ""), [""; 0]);
    assert_eq!(violations(&document, Some("a=1"), "").len(), 1);
}

#[test]
fn what_the_service_alone_sets_may_be_required_in_another_branch() {
    let described = json!({"type": "object", "properties": {"id": {"type": "string", "readOnly": true}, "n": {}}});
    let content = json!({"application/json": {"schema": {"allOf": [described, {"required": ["id"]}]}}});
    let document = document("post", json!({"operationId": "o", "requestBody": {"content": content}, "responses": {}}));
    assert_eq!(violations(&document, None, r#"{"n": "x"}"#), [""; 0]);
    assert_eq!(violations(&document, None, r#"{"id": "x"}"#).len(), 1);
}

#[test]
fn a_message_about_alternatives_repeats_no_secret() {
    let items = json!({"oneOf": [{"type": "integer"}, {"type": "boolean"}]});
    let parameter = json!({"name": "passwords", "in": "query", "schema": {"type": "array", "items": items}});
    let document = document("get", json!({"operationId": "o", "parameters": [parameter], "responses": {}}));
    let violations = violations(&document, Some("passwords=hunter2"), "");
    assert!(!violations.is_empty() && !violations.concat().contains("hunter2"), "{violations:?}");
}

#[test]
fn a_number_far_below_zero_is_made() {
    let document = document("get", json!({"operationId": "o", "responses": {}}));
    for seed in 0..200 {
        let made = Sampler::new(&document, Variant::Full, seed).value(&json!({"type": "integer", "maximum": -200_000}));
        assert!(made.as_i64().unwrap() <= -200_000, "{made}");
    }
}

#[tokio::test]
async fn debug_shows_no_values_of_requests() {
    let schema = json!({"type": "object", "properties": {"password": {"type": "string"}}});
    let body = json!({"content": {"application/json": {"schema": schema}}});
    let responses = json!({"200": {"description": ""}});
    let document = document("post", json!({"operationId": "o", "requestBody": body, "responses": responses}));
    let mock = Mock::builder().document(document).start().await.unwrap();
    let request = reqwest::Client::new().post(format!("{}/x", mock.url())).header("x-api-key", "a-key");
    request.json(&json!({"password": "hunter2"})).send().await.unwrap();
    let shown = format!("{mock:?} {:?}", mock.requests());
    assert!(!shown.contains("hunter2") && !shown.contains("a-key"), "{shown}");
}

#[tokio::test]
async fn a_refused_list_of_scripts_leaves_nothing_and_a_shown_one_can_be_given_again() {
    let document = document("get", json!({"operationId": "o", "responses": {"200": {"description": ""}}}));
    let mock = Mock::builder().document(document).start().await.unwrap();
    let url = format!("{}/__mock/expectations", mock.url());
    let client = reqwest::Client::new();
    let refused = client.post(&url).json(&json!([{"operation": "o"}, {"operation": "none"}])).send().await.unwrap();
    assert_eq!(refused.status(), 400);
    assert_eq!(client.get(&url).send().await.unwrap().text().await.unwrap(), "[]");
    mock.expect(Expectation { operation: "o".to_owned(), ..Expectation::default() }).unwrap();
    let shown = client.get(&url).send().await.unwrap().text().await.unwrap();
    assert_eq!(client.post(&url).body(shown).send().await.unwrap().status(), 200);
}

#[tokio::test]
async fn a_rate_that_is_no_number_is_none() {
    let document = document("get", json!({"operationId": "o", "responses": {"200": {"description": ""}}}));
    let mock = Mock::builder().document(document).faults(f64::NAN).start().await.unwrap();
    assert_eq!(reqwest::get(format!("{}/x", mock.url())).await.unwrap().status(), 200);
}

#[tokio::test]
async fn requests_that_met_trouble_are_recorded() {
    let document = document("get", json!({"operationId": "o", "responses": {"200": {"description": ""}}}));
    let mock = Mock::builder().document(document).faults(1.0).start().await.unwrap();
    for _ in 0..20 {
        // A cut connection is an error here.
        let _ = reqwest::get(format!("{}/x", mock.url())).await;
    }
    let statuses: Vec<u16> = mock.requests().iter().map(|request| request.status).collect();
    assert!(statuses.len() >= 20 && statuses.contains(&0) && statuses.contains(&503), "{statuses:?}");
}

#[tokio::test]
async fn a_described_text_is_answered_as_text() {
    let content = json!({"text/plain": {"schema": {"type": "string"}}});
    let responses = json!({"200": {"description": "", "content": content}});
    let document = document("get", json!({"operationId": "o", "responses": responses}));
    let mock = Mock::builder().document(document).start().await.unwrap();
    let answer = reqwest::get(format!("{}/x", mock.url())).await.unwrap();
    assert_eq!((answer.status().as_u16(), &answer.headers()["content-type"]), (200, &"text/plain".parse().unwrap()));
}
