//! `POST /api/v3/get-management-token`: a token for an access key.

use http::Method;
use serde_json::json;
use subtle::ConstantTimeEq;

use super::objection::NOT_SIGNED_IN;
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::{Handler, World};

/// The handler of the operation, where it is this one.
pub(crate) fn handler(method: &Method, path: &str) -> Option<Handler> {
    (*method == Method::POST && path == "/api/v3/get-management-token").then_some(issue)
}

fn issue(world: &mut World, call: &Call<'_>) -> Reply {
    let text = |pointer| call.body_text(pointer).unwrap_or_default().as_bytes();
    let settings = &world.settings;
    let is_right = text("/accessKeyId").ct_eq(settings.access_key_id.as_bytes())
        & text("/accessKeySecret").ct_eq(settings.access_key_secret.as_bytes());
    if !bool::from(is_right) {
        return Failure::new(401, NOT_SIGNED_IN, "the access key's id and secret do not fit").into();
    }
    let (token, expires_in) = world.tokens.issue_management(&format!("{}/oidc", call.base_url));
    Reply::Data(json!({"access_token": token, "expires_in": expires_in}))
}
