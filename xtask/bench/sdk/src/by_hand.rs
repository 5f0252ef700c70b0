//! The calls as one writes them by hand with `reqwest` and `serde_json`.

use std::time::Duration;

use reqwest::header::{ACCEPT, CONTENT_TYPE, USER_AGENT};
use reqwest::{Client, Method, RequestBuilder};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::derived::plain;

/// What is wrong with an answer, or why none came.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// A client by hand. It sends the same headers as the emitted one, and has the same limits of time.
#[derive(Clone, Debug)]
pub struct ByHand {
    client: Client,
    host: String,
    token: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Deletion<'a> {
    delete_account_token: &'a str,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Deleted {
    status_code: i64,
    #[expect(dead_code, reason = "read, as the emitted type reads it")]
    message: String,
    #[expect(dead_code, reason = "read, as the emitted type reads it")]
    api_code: Option<i64>,
    #[expect(dead_code, reason = "read, as the emitted type reads it")]
    request_id: Option<String>,
    data: Success,
}

#[derive(Deserialize)]
struct Success {
    success: bool,
}

impl ByHand {
    /// A client of the service at `host`.
    ///
    /// # Errors
    ///
    /// When `reqwest` cannot be set up.
    pub fn new(host: &str) -> Result<Self, Failure> {
        let (connect, read) = (Duration::from_secs(5), Duration::from_secs(30));
        let client = Client::builder().no_proxy().connect_timeout(connect).read_timeout(read).build()?;
        Ok(ByHand { client, host: host.to_owned(), token: "TOKEN".to_owned() })
    }

    /// `POST /api/v3/delete-account`; whether the account is gone.
    ///
    /// # Errors
    ///
    /// When no answer came, or it is no success.
    pub async fn delete_account(&self, token: &str) -> Result<bool, Failure> {
        let body = serde_json::to_vec(&Deletion { delete_account_token: token })?;
        let request = self.request(Method::POST, "/api/v3/delete-account");
        let answer: Deleted = send(request.header(CONTENT_TYPE, "application/json").body(body)).await?;
        if answer.status_code == 200 { Ok(answer.data.success) } else { Err("the service refused".into()) }
    }

    /// `GET /api/v3/get-profile`.
    ///
    /// # Errors
    ///
    /// When no answer came, or it is no success.
    pub async fn get_profile(&self) -> Result<plain::Profile, Failure> {
        send(self.request(Method::GET, "/api/v3/get-profile")).await
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client
            .request(method, format!("{}{path}", self.host))
            .header(ACCEPT, "application/json")
            .header(USER_AGENT, "genauth-rust/0.1.0")
            .header("x-genauth-app-id", "APP")
            .bearer_auth(&self.token)
            .timeout(Duration::from_secs(10))
    }
}

async fn send<T: DeserializeOwned>(request: RequestBuilder) -> Result<T, Failure> {
    let answer = request.send().await?.error_for_status()?;
    Ok(serde_json::from_slice(&answer.bytes().await?)?)
}
