//! A real OpenID provider in a process of its own, and a browser that signs a user in there.

#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, reason = "a test's own module")]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use genauth::protocol::ClientAuthentication;
use genauth::{AuthenticationClient, AuthenticationClientBuilder};
use reqwest::header::{LOCATION, SET_COOKIE};
use serde_json::{Value, json};

pub const REDIRECT_URI: &str = "http://127.0.0.1/callback";
pub const SIGNED_OUT_URI: &str = "http://127.0.0.1/signed-out";

pub struct Provider {
    process: Child,
    pub origin: String,
    http: reqwest::Client,
}

impl Provider {
    /// Starts it. It ends with the process that started it.
    pub fn start() -> Self {
        let script = std::env::var("GENAUTH_OPENID_PROVIDER").expect("the path of provider.mjs");
        let mut command = Command::new("node");
        let command = command.arg(script).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn().expect("node runs");
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let ready: Value = serde_json::from_str(&line).expect("one line of JSON");
        let origin = ready["origin"].as_str().unwrap().to_owned();
        let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        Provider { process, origin, http }
    }

    pub fn secret(client: &str) -> String {
        format!("{client}-secret-0123456789-0123456789-0123456789")
    }

    /// The settings of an application of the provider.
    pub fn builder(&self, client: &str) -> AuthenticationClientBuilder {
        let builder = AuthenticationClient::builder()
            .app_id(client)
            .app_host(&self.origin)
            .redirect_uri(REDIRECT_URI)
            .logout_redirect_uri(SIGNED_OUT_URI)
            .scope("openid profile email offline_access");
        let method = match client {
            "basic" => ClientAuthentication::Basic,
            "public" => ClientAuthentication::None,
            _ => ClientAuthentication::Post,
        };
        let builder = builder
            .token_endpoint_auth(method)
            .introspection_endpoint_auth(method)
            .revocation_endpoint_auth(method)
            .id_token_hs256(client == "hs256");
        if client == "public" { builder } else { builder.app_secret(Provider::secret(client)) }
    }

    pub fn client(&self, client: &str) -> AuthenticationClient {
        self.builder(client).build().unwrap()
    }

    pub async fn control(&self, path: &str, body: Option<Value>) -> Value {
        let url = format!("{}/control/{path}", self.origin);
        let request = match body {
            Some(body) => self.http.post(url).header("content-type", "application/json").body(body.to_string()),
            None => self.http.get(url),
        };
        serde_json::from_slice(&request.send().await.unwrap().bytes().await.unwrap()).unwrap()
    }

    /// A token that the provider signs although it never would: with these claims, and this key.
    pub async fn sign(&self, key: &str, claims: Value) -> String {
        let answer = self.control("sign", Some(json!({ "key": key, "claims": claims }))).await;
        answer["token"].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned()
    }

    pub async fn rotate_keys(&self) {
        self.control("rotate-keys", Some(json!({}))).await;
    }

    pub async fn jwks_count(&self) -> u64 {
        self.control("jwks-count", None).await["count"].as_u64().unwrap()
    }

    /// The last request to a path, without any values.
    pub async fn last(&self, path: &str) -> Value {
        let requests = self.control("requests", None).await;
        let mut latest = requests.as_array().unwrap().iter().rev();
        latest.find(|request| request["path"] == path).unwrap_or_else(|| panic!("no request to {path}")).clone()
    }

    /// Signs the user in as a browser does, and ends with the address that it is sent back to.
    pub async fn sign_in(&self, address: &str) -> String {
        let mut cookies = BTreeMap::new();
        let mut next = address.to_owned();
        for _ in 0..10 {
            let jar: Vec<String> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            let answer = self.http.get(&next).header("cookie", jar.join("; ")).send().await.unwrap();
            for cookie in answer.headers().get_all(SET_COOKIE) {
                let pair = cookie.to_str().unwrap().split(';').next().unwrap();
                let (name, value) = pair.split_once('=').unwrap();
                cookies.insert(name.to_owned(), value.to_owned());
            }
            let location = answer.headers().get(LOCATION).map(|location| location.to_str().unwrap().to_owned());
            let Some(location) = location else {
                panic!("{}: {}", answer.status(), answer.text().await.unwrap());
            };
            next = if location.starts_with('/') { format!("{}{location}", self.origin) } else { location };
            if !next.starts_with(&self.origin) {
                return next;
            }
        }
        panic!("too many redirects");
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
