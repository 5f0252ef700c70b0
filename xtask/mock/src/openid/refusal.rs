//! Errors of the protocol (RFC 6749, section 5.2; RFC 6750, section 3.1).

use http::HeaderValue;
use http::header::WWW_AUTHENTICATE;
use serde_json::json;

use super::answer;
use crate::call::Reply;

/// A request that is refused.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Refusal {
    pub(super) status: u16,
    /// A code of the standard, such as `invalid_grant`.
    pub(super) error: &'static str,
    pub(super) description: String,
    /// The value of `WWW-Authenticate`, if there is to be one.
    challenge: Option<&'static str>,
}

impl Refusal {
    /// A refusal with HTTP 400.
    pub(super) fn bad(error: &'static str, description: impl Into<String>) -> Self {
        Refusal { status: 400, error, description: description.into(), challenge: None }
    }

    /// The client did not prove who it is.
    pub(super) fn client(description: &str) -> Self {
        let challenge = Some("Basic realm=\"mock\"");
        Refusal { status: 401, error: "invalid_client", description: description.to_owned(), challenge }
    }

    /// A token that is missing or worthless. RFC 6750 wants no error code where there was no token at all.
    pub(super) fn token(is_there: bool) -> Self {
        let (challenge, description) = if is_there {
            ("Bearer error=\"invalid_token\"", "the access token is none of a user, is over or was revoked")
        } else {
            ("Bearer", "the access token is missing")
        };
        Refusal { status: 401, error: "invalid_token", description: description.to_owned(), challenge: Some(challenge) }
    }

    /// A token that does not allow this.
    pub(super) fn scope() -> Self {
        Refusal {
            status: 403,
            error: "insufficient_scope",
            description: "the access token lacks the scope openid".to_owned(),
            challenge: Some("Bearer error=\"insufficient_scope\", scope=\"openid\""),
        }
    }
}

impl From<Refusal> for Reply {
    fn from(refusal: Refusal) -> Self {
        let body = json!({"error": refusal.error, "error_description": refusal.description});
        let mut response = answer::json(refusal.status, &body);
        if let Some(challenge) = refusal.challenge {
            response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
        }
        Reply::Raw(response)
    }
}
