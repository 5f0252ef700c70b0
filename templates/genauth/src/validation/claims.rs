//! The claims of a token, with those read that the checks need.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::error::{TokenError, TokenErrorKind};

/// Claims as they were signed. Those that have a field of their own are in `all` too.
#[derive(Clone)]
pub(super) struct Claims {
    pub(super) issuer: String,
    pub(super) subject: Option<String>,
    pub(super) audience: Vec<String>,
    pub(super) expires_at: SystemTime,
    pub(super) not_before: Option<SystemTime>,
    pub(super) issued_at: Option<SystemTime>,
    pub(super) authenticated_at: Option<SystemTime>,
    pub(super) nonce: Option<String>,
    pub(super) authorized_party: Option<String>,
    pub(super) client_id: Option<String>,
    pub(super) all: Map<String, Value>,
}

impl Claims {
    pub(super) fn read(all: Map<String, Value>) -> Result<Self, TokenError> {
        let missing = TokenErrorKind::MissingClaim;
        Ok(Claims {
            issuer: claim(&all, "iss", text)?.ok_or(missing("iss"))?,
            subject: claim(&all, "sub", text)?,
            audience: claim(&all, "aud", texts)?.unwrap_or_default(),
            expires_at: claim(&all, "exp", date)?.ok_or(missing("exp"))?,
            not_before: claim(&all, "nbf", date)?,
            issued_at: claim(&all, "iat", date)?,
            authenticated_at: claim(&all, "auth_time", date)?,
            nonce: claim(&all, "nonce", text)?,
            authorized_party: claim(&all, "azp", text)?,
            client_id: claim(&all, "client_id", text)?,
            all,
        })
    }

    /// A claim that is one text or a list of texts.
    pub(super) fn texts(&self, name: &'static str) -> Result<Vec<String>, TokenError> {
        Ok(claim(&self.all, name, texts)?.unwrap_or_default())
    }

    pub(super) fn text(&self, name: &'static str) -> Result<Option<String>, TokenError> {
        claim(&self.all, name, text)
    }

    pub(super) fn get_as<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, serde_json::Error> {
        present(&self.all, name).map(|value| T::deserialize(value)).transpose()
    }

    pub(super) fn has(&self, name: &str) -> bool {
        present(&self.all, name).is_some()
    }

    /// For `Debug`, as the values tell about a person.
    pub(super) fn names(&self) -> Vec<&String> {
        self.all.keys().collect()
    }
}

/// A claim that is null counts as one that is not there.
fn present<'a>(all: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    all.get(name).filter(|value| !value.is_null())
}

fn claim<T>(
    all: &Map<String, Value>,
    name: &'static str,
    read: fn(&Value) -> Option<T>,
) -> Result<Option<T>, TokenError> {
    let Some(value) = present(all, name) else { return Ok(None) };
    read(value).map(Some).ok_or(TokenErrorKind::InvalidClaim(name).into())
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn texts(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::String(text) => Some(vec![text.clone()]),
        Value::Array(items) => items.iter().map(text).collect(),
        _ => None,
    }
}

/// A `NumericDate` (RFC 7519, 2): seconds since 1970, which may have a fraction. `None` too for a date that this
/// machine has no room for.
fn date(value: &Value) -> Option<SystemTime> {
    let seconds = value.as_f64()?;
    let distance = Duration::try_from_secs_f64(seconds.abs()).ok()?;
    if seconds < 0.0 { UNIX_EPOCH.checked_sub(distance) } else { UNIX_EPOCH.checked_add(distance) }
}
