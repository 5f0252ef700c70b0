//! What the server does whatever the operation: recording, scripting, resetting, latency and faults.

use std::sync::Arc;
use std::time::{Duration, Instant};

use mock::document::Document;
use mock::{Mock, MockBuilder, Settings};
use reqwest::{Client, Method};
use serde_json::{Value, json};

const DOCUMENT: &str = r##"
openapi: 3.0.3
info: {title: pets, version: '1'}
paths:
  /pets/{name}:
    get:
      operationId: getPet
      parameters:
        - {name: name, in: path, required: true, schema: {type: string}}
        - {name: limit, in: query, schema: {type: integer, maximum: 10}}
      responses:
        '200':
          description: the pet
          content:
            application/json:
              schema:
                type: object
                required: [name]
                properties: {name: {type: string, example: rex}, age: {type: integer, minimum: 0}}
"##;

fn builder() -> MockBuilder {
    Mock::builder().document(Arc::new(Document::parse("pets", DOCUMENT).unwrap()))
}

async fn ask(mock: &Mock, method: Method, path: &str, body: Option<Value>) -> (u16, Value) {
    let mut request = Client::new().request(method, format!("{}{path}", mock.url()));
    if let Some(body) = body {
        request = request.json(&body);
    }
    let response = request.send().await.unwrap();
    (response.status().as_u16(), response.json().await.unwrap_or_default())
}

async fn get(mock: &Mock, path: &str) -> (u16, Value) {
    ask(mock, Method::GET, path, None).await
}

#[tokio::test]
async fn any_document_is_answered_by_its_examples() {
    let mock = builder().start().await.unwrap();
    let (status, pet) = get(&mock, "/pets/rex").await;
    assert_eq!((status, &pet["name"]), (200, &json!("rex")));
}

#[tokio::test]
async fn a_violation_is_answered_with_422_and_read_back() {
    let mock = builder().start().await.unwrap();
    let (status, refusal) = get(&mock, "/pets/rex?limit=11&limt=1").await;
    assert_eq!((status, &refusal["statusCode"]), (422, &json!(422)));
    let rules: Vec<&str> =
        refusal["violations"].as_array().unwrap().iter().filter_map(|violation| violation["rule"].as_str()).collect();
    assert_eq!(rules, ["maximum", "unknown-parameter"]);
    let (_, requests) = get(&mock, "/__mock/requests").await;
    assert_eq!(requests[0]["operation"], "getPet");
    assert_eq!(requests[0]["status"], 422);
    assert_eq!(requests[0]["violations"], refusal["violations"]);
}

#[tokio::test]
async fn a_lenient_mock_answers_and_records_all_the_same() {
    let mock = builder().lenient().start().await.unwrap();
    assert_eq!(get(&mock, "/pets/rex?limit=11").await.0, 200);
    assert_eq!(mock.requests()[0].violations[0].rule, "maximum");
}

#[tokio::test]
async fn an_unknown_path_is_404_and_an_unknown_method_405() {
    let mock = builder().start().await.unwrap();
    assert_eq!(get(&mock, "/cats/tom").await.0, 404);
    let (status, refusal) = ask(&mock, Method::DELETE, "/pets/rex", None).await;
    assert_eq!(status, 405);
    assert!(refusal["message"].as_str().unwrap().contains("GET"), "{refusal}");
}

#[tokio::test]
async fn answers_are_scripted_in_order_and_taken_back() {
    let mock = builder().start().await.unwrap();
    let scripts = json!([
        {"operation": "getPet", "times": 1, "failure": {"statusCode": 404, "apiCode": 2004, "message": "gone"}},
        {"operation": "getPet", "times": 1, "status": 503, "headers": {"content-type": "text/plain"}, "body": "away"},
        {"operation": "getPet", "body": {"name": "tom"}},
    ]);
    assert_eq!(ask(&mock, Method::POST, "/__mock/expectations", Some(scripts)).await.0, 200);
    let (status, refusal) = get(&mock, "/pets/rex").await;
    assert_eq!((status, &refusal["apiCode"]), (200, &json!(2004)));
    assert_eq!(get(&mock, "/pets/rex").await.0, 503);
    for _ in 0..3 {
        assert_eq!(get(&mock, "/pets/rex").await, (200, json!({"name": "tom"})));
    }
    let (_, scripts) = get(&mock, "/__mock/expectations").await;
    assert_eq!(scripts[2]["used"], 3);
    assert_eq!(ask(&mock, Method::DELETE, "/__mock/expectations", None).await.0, 200);
    assert_eq!(get(&mock, "/pets/rex").await.1["name"], "rex");
}

#[tokio::test]
async fn a_script_that_cannot_be_followed_is_refused() {
    let mock = builder().start().await.unwrap();
    for (script, word) in [
        (json!({"operation": "getCat"}), "getCat"),
        (json!({"operation": "getPet", "status": 99}), "99"),
        (json!({"operation": "getPet", "headers": {"a b": "c"}}), "a b"),
        (json!({"operation": "getPet", "statsu": 200}), "statsu"),
    ] {
        let (status, refusal) = ask(&mock, Method::POST, "/__mock/expectations", Some(script)).await;
        assert_eq!(status, 400);
        assert!(refusal["message"].as_str().unwrap().contains(word), "{refusal}");
    }
}

#[tokio::test]
async fn a_reset_forgets_requests_and_scripts() {
    let mock = builder().start().await.unwrap();
    let script = json!({"operation": "getPet", "body": {"name": "tom"}});
    ask(&mock, Method::POST, "/__mock/expectations", Some(script)).await;
    get(&mock, "/pets/rex").await;
    assert_eq!(ask(&mock, Method::POST, "/__mock/reset", None).await.0, 200);
    assert_eq!(get(&mock, "/__mock/requests").await.1, json!([]));
    assert_eq!(get(&mock, "/pets/rex").await.1["name"], "rex");
}

#[tokio::test]
async fn faults_come_in_the_same_order_for_the_same_seed() {
    let mut runs = Vec::new();
    for _ in 0..2 {
        let settings = Settings { seed: 7, ..Settings::default() };
        let mock = builder().settings(settings).faults(0.5).start().await.unwrap();
        let mut statuses = Vec::new();
        for _ in 0..40 {
            let sent = Client::new().get(format!("{}/pets/rex", mock.url())).send().await;
            // A cut connection has no status, or no body.
            let status = match sent {
                Ok(response) => response.status().as_u16() * u16::from(response.bytes().await.is_ok()),
                Err(_) => 0,
            };
            statuses.push(status);
        }
        runs.push(statuses);
    }
    assert_eq!(runs[0], runs[1]);
    for status in [0, 200, 429, 502, 503] {
        assert!(runs[0].contains(&status), "no {status} in {:?}", runs[0]);
    }
}

#[tokio::test]
async fn every_answer_waits_for_the_latency() {
    let latency = Duration::from_millis(50);
    let mock = builder().latency(latency).start().await.unwrap();
    let start = Instant::now();
    get(&mock, "/pets/rex").await;
    // A lower bound holds on any machine.
    assert!(start.elapsed() >= latency);
}

#[tokio::test]
async fn credentials_do_not_show_in_what_is_read_back() {
    let mock = builder().start().await.unwrap();
    Client::new().get(format!("{}/pets/rex", mock.url())).bearer_auth("a-secret").send().await.unwrap();
    let (_, requests) = get(&mock, "/__mock/requests").await;
    assert!(!requests.to_string().contains("a-secret"), "{requests}");
}
