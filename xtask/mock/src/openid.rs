//! OpenID Connect: discovery, keys, authorization, tokens, user info, introspection, revocation, end of session.
//!
//! These endpoints read requests by their own standards: what they do not know is passed over, and nothing may come
//! twice (RFC 6749, section 3.1). Their answers have no envelope.

mod discovery;

mod authorize;
mod token;
mod user_info;

mod end_session;
mod introspection;
mod revocation;
mod validate_token;

mod client;
mod parameters;
mod pkce;
mod profile;
mod sessions;

mod answer;
mod refusal;
mod response_mode;

pub(crate) use sessions::Sessions;

use http::Method;

use crate::call::Call;
use crate::world::Handler;

/// The handler of a protocol endpoint, where it is one.
pub(crate) fn handler(method: &Method, path: &str) -> Option<Handler> {
    let handler: Handler = match (method.as_str(), path) {
        ("GET", "/oidc/.well-known/openid-configuration" | "/{appId}/oidc/.well-known/openid-configuration") => {
            discovery::configuration
        }
        ("GET", "/oidc/.well-known/jwks.json" | "/{appId}/oidc/.well-known/jwks.json") => discovery::keys,
        ("GET", "/oidc/auth") => authorize::authorize,
        ("POST", "/oidc/token") => token::token,
        ("GET" | "POST", "/oidc/me") => user_info::user_info,
        ("POST", "/oidc/token/introspection") => introspection::introspect,
        ("POST", "/oidc/token/revocation") => revocation::revoke,
        ("GET", "/oidc/session/end") => end_session::end,
        ("GET", "/api/v2/oidc/validate_token") => validate_token::validate,
        _ => return None,
    };
    Some(handler)
}

/// The name that the mock signs tokens with.
fn issuer(call: &Call<'_>) -> String {
    format!("{}/oidc", call.base_url)
}

#[cfg(test)]
mod tests;
