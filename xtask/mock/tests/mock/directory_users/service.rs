//! A mock with the management document, and a client that an access key lets in.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use mock::Mock;
use mock::document::Document;
use reqwest::RequestBuilder;
use serde_json::{Value, json};

pub(crate) struct Service {
    pub(crate) mock: Mock,
    client: reqwest::Client,
    token: String,
}

impl Service {
    pub(crate) async fn start() -> Service {
        static DOCUMENT: OnceLock<Arc<Document>> = OnceLock::new();
        let document = DOCUMENT.get_or_init(|| {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs/management.yaml");
            let text = std::fs::read_to_string(path).unwrap();
            Arc::new(Document::parse("management", &text).unwrap())
        });
        let mock = Mock::builder().document(Arc::clone(document)).start().await.unwrap();
        let client = reqwest::Client::new();
        let settings = mock.settings();
        let key = json!({"accessKeyId": settings.access_key_id, "accessKeySecret": settings.access_key_secret});
        let url = format!("{}/api/v3/get-management-token", mock.url());
        let answer = client.post(url).json(&key).send().await.unwrap().json::<Value>().await.unwrap_or_default();
        let token = answer["data"]["access_token"].as_str().unwrap_or("none").to_owned();
        Service { mock, client, token }
    }

    /// The answer to a GET, the envelope included.
    pub(crate) async fn get(&self, operation: &str, query: &[(&str, &str)]) -> Value {
        self.send(self.client.get(self.url(operation)).query(query)).await
    }

    /// The answer to a POST, the envelope included.
    pub(crate) async fn post(&self, operation: &str, body: Value) -> Value {
        self.send(self.client.post(self.url(operation)).json(&body)).await
    }

    /// The payload of a GET that succeeds.
    pub(crate) async fn read(&self, operation: &str, query: &[(&str, &str)]) -> Value {
        data(operation, self.get(operation, query).await)
    }

    /// The payload of a POST that succeeds.
    pub(crate) async fn act(&self, operation: &str, body: Value) -> Value {
        data(operation, self.post(operation, body).await)
    }

    fn url(&self, operation: &str) -> String {
        format!("{}/api/v3/{operation}", self.mock.url())
    }

    async fn send(&self, request: RequestBuilder) -> Value {
        let pool = &self.mock.settings().user_pool_id;
        let request = request.bearer_auth(&self.token).header("x-genauth-userpool-id", pool);
        let response = request.send().await.unwrap();
        let (status, text) = (response.status(), response.text().await.unwrap());
        // The service says in the envelope what happened; anything else is the mock's own complaint.
        assert_eq!(status, 200, "{text}");
        serde_json::from_str(&text).unwrap()
    }
}

fn data(operation: &str, answer: Value) -> Value {
    assert_eq!(answer["statusCode"], 200, "{operation}: {answer}");
    answer["data"].clone()
}

/// Asserts that the service refuses, and with which codes.
#[track_caller]
pub(crate) fn refused(answer: &Value, status: u16, api_code: Option<u32>) {
    assert_eq!((&answer["statusCode"], &answer["apiCode"]), (&json!(status), &json!(api_code)), "{answer}");
}

/// The texts that the entries of a list have for a property.
pub(crate) fn each(list: &Value, property: &str) -> Vec<String> {
    list.as_array().unwrap().iter().map(|it| it[property].as_str().unwrap_or_default().to_owned()).collect()
}
