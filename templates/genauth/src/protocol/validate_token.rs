//! Having the provider check a token, the old way.

use serde_json::Value;

use super::{OpenIdErrorKind, answer};
use crate::AuthenticationClient;
use crate::call::{Call, RawResponse};
use crate::error::Error;
use crate::json::Extra;
use crate::values::Secret;

/// The token that is to be checked.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum TokenToValidate {
    /// An ID token.
    IdToken(Secret),
    /// An access token.
    AccessToken(Secret),
}

impl AuthenticationClient {
    /// Has the service check a token, and answers with its claims.
    ///
    /// The service wants the token in the query, where logs may keep it. Prefer
    /// [`parse_id_token`](Self::parse_id_token) and [`parse_access_token`](Self::parse_access_token), which ask nobody, or
    /// [`introspect_token`](Self::introspect_token).
    ///
    /// `validateToken`: `GET /api/v2/oidc/validate_token`
    pub fn validate_token(&self, token: TokenToValidate) -> Call<Extra> {
        let (name, token) = match &token {
            TokenToValidate::IdToken(token) => ("id_token", token),
            TokenToValidate::AccessToken(token) => ("access_token", token),
        };
        self.http.get("/api/v2/oidc/validate_token").without_credentials().query(name, token.expose()).call_with(
            "validateToken",
            "application/json",
            read,
        )
    }
}

/// Refusals have a code and a message, and the HTTP status may be a success.
fn read(response: &RawResponse) -> Result<Extra, Error> {
    let answer: Extra = answer::read(response)?;
    match answer.get("code").and_then(Value::as_i64) {
        Some(code) if code >= 400 => {
            let description = answer.get("message").and_then(Value::as_str).map(str::to_owned);
            Err(answer::refused(OpenIdErrorKind::Provider { error: code.to_string(), description }, response))
        }
        _ => Ok(answer),
    }
}
