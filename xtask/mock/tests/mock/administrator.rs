//! An administrator of the mock's user pool, who speaks HTTP and obeys the document.

use std::sync::Arc;

use mock::Mock;
use mock::document::Document;
use reqwest::Client;
use serde_json::{Value, json};

/// A mock of its own, and the credentials for it.
pub(crate) struct Administrator {
    mock: Mock,
    client: Client,
    token: Option<String>,
}

impl Administrator {
    pub(crate) async fn new() -> Self {
        let text =
            std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../specs/management.yaml")).unwrap();
        let document = Arc::new(Document::parse("management", &text).unwrap());
        let mock = Mock::builder().document(document).start().await.unwrap();
        let mut administrator = Administrator { mock, client: Client::new(), token: None };
        let settings = administrator.mock.settings();
        let key = json!({"accessKeyId": settings.access_key_id, "accessKeySecret": settings.access_key_secret});
        let answer = administrator.post("get-management-token", key).await;
        administrator.token = answer.pointer("/data/access_token").and_then(Value::as_str).map(str::to_owned);
        administrator
    }

    /// The envelope that a reading operation answers.
    pub(crate) async fn get(&self, name: &str, query: &[(&str, &str)]) -> Value {
        self.send(self.client.get(self.url(name)).query(query)).await
    }

    /// The envelope that a writing operation answers.
    pub(crate) async fn post(&self, name: &str, body: Value) -> Value {
        self.send(self.client.post(self.url(name)).json(&body)).await
    }

    /// The payload that a reading operation answers.
    pub(crate) async fn read(&self, name: &str, query: &[(&str, &str)]) -> Value {
        payload(name, self.get(name, query).await)
    }

    /// The payload that a writing operation answers.
    pub(crate) async fn write(&self, name: &str, body: Value) -> Value {
        payload(name, self.post(name, body).await)
    }

    /// The id of a new user.
    pub(crate) async fn create_user(&self, username: &str) -> String {
        let user = self.write("create-user", json!({"username": username, "name": format!("The {username}")})).await;
        user["userId"].as_str().unwrap().to_owned()
    }

    fn url(&self, name: &str) -> String {
        format!("{}/api/v3/{name}", self.mock.url())
    }

    async fn send(&self, mut request: reqwest::RequestBuilder) -> Value {
        if let Some(token) = &self.token {
            request = request.bearer_auth(token).header("x-genauth-userpool-id", &self.mock.settings().user_pool_id);
        }
        let response = request.send().await.unwrap();
        let status = response.status();
        let text = response.text().await.unwrap();
        let violations = self.mock.requests().pop().unwrap().violations;
        assert!(violations.is_empty(), "the request breaks the document: {violations:?}");
        assert_eq!(status, 200, "{text}");
        serde_json::from_str(&text).unwrap_or(Value::Null)
    }
}

/// The list and the number of all, of a page.
pub(crate) fn page(data: &Value) -> (u64, &[Value]) {
    (data["totalCount"].as_u64().unwrap(), data["list"].as_array().unwrap())
}

/// One property of every element of a list.
pub(crate) fn each<'a>(list: &'a [Value], name: &str) -> Vec<&'a str> {
    list.iter().map(|element| element[name].as_str().unwrap()).collect()
}

fn payload(name: &str, mut envelope: Value) -> Value {
    assert_eq!(envelope["statusCode"], 200, "{name}: {envelope}");
    envelope["data"].take()
}
