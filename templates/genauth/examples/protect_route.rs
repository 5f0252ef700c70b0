//! A web service that answers only to those who bring a good access token.
//!
//! Its settings come from the environment: `GENAUTH_APP_ID` and `GENAUTH_APP_HOST`. Then try it with an access token of
//! that application:
//!
//! ```sh
//! curl --header "authorization: Bearer $ACCESS_TOKEN" http://localhost:3000/whoami
//! ```

use std::env;

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::header::{AUTHORIZATION, WWW_AUTHENTICATE};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use genauth::protocol::ClientAuthentication;
use genauth::validation::AccessToken;
use genauth::{AuthenticationClient, Error};
use serde_json::{Value, json};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Checking tokens needs the provider's public keys, and no secret.
    let client = AuthenticationClient::builder()
        .app_id(setting("GENAUTH_APP_ID")?)
        .app_host(setting("GENAUTH_APP_HOST")?)
        .token_endpoint_auth(ClientAuthentication::None)
        .build()?;
    let address = env::var("ADDRESS").unwrap_or_else(|_| "localhost:3000".to_owned());
    let listener = tokio::net::TcpListener::bind(&address).await?;
    println!("http://{address}/");
    axum::serve(listener, routes(client)).await?;
    Ok(())
}

/// One route for everybody, and one for those who bring a token.
pub fn routes(client: AuthenticationClient) -> Router {
    Router::new().route("/", get(open)).route("/whoami", get(whoami)).with_state(client)
}

async fn open() -> &'static str {
    "Everybody may read this."
}

async fn whoami(Caller(token): Caller) -> Json<Value> {
    Json(json!({ "sub": token.subject(), "scopes": token.scopes() }))
}

/// A handler that takes this is only reached with a good access token.
struct Caller(AccessToken);

impl FromRequestParts<AuthenticationClient> for Caller {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, client: &AuthenticationClient) -> Result<Self, Refusal> {
        let header = parts.headers.get(AUTHORIZATION).and_then(|header| header.to_str().ok());
        let (scheme, token) = header.and_then(|header| header.split_once(' ')).ok_or(Refusal::NoToken)?;
        if !scheme.eq_ignore_ascii_case("bearer") {
            return Err(Refusal::NoToken);
        }
        match client.parse_access_token(token).await {
            Ok(token) => Ok(Caller(token)),
            Err(Error::Token(_)) => Err(Refusal::BadToken),
            Err(_) => Err(Refusal::NoKeys),
        }
    }
}

/// Why a request is not answered (RFC 6750, 3).
enum Refusal {
    NoToken,
    BadToken,
    NoKeys,
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let unauthorized = |challenge| (StatusCode::UNAUTHORIZED, [(WWW_AUTHENTICATE, challenge)]).into_response();
        match self {
            Refusal::NoToken => unauthorized("Bearer"),
            Refusal::BadToken => unauthorized(r#"Bearer error="invalid_token""#),
            Refusal::NoKeys => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        }
    }
}

fn setting(name: &str) -> Result<String, String> {
    env::var(name).map_err(|_| format!("the environment variable {name} is missing"))
}
