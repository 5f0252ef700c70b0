//! The management API: a signature, or a token of an access key together with the user pool's id.

use std::time::SystemTime;

use super::objection::{NOT_SIGNED_IN, objection};
use super::{Authorization, Credentials, Presented, custom_header, signature};
use crate::call::Caller;
use crate::document::Operation;
use crate::judge::Violation;
use crate::server::lock;

/// The service's code for a user pool that is not there.
const NO_USER_POOL: u32 = 2224;

/// Who calls, and what is wrong with it.
pub(super) fn check(
    credentials: &Credentials,
    operation: &Operation,
    presented: Presented<'_>,
    now: SystemTime,
) -> (Caller, Vec<Violation>) {
    if operation.security.is_empty() {
        return (Caller::Nobody, Vec::new());
    }
    let violations = match Authorization::of(presented.headers) {
        Authorization::Signature { prefix, key_id, signature } => {
            let signed = signature::Signed { prefix, key_id, signature };
            signature::check(&credentials.settings, &mut lock(&credentials.nonces), &signed, presented, now)
        }
        Authorization::Token(token) => by_token(credentials, token, presented),
        Authorization::Missing | Authorization::Basic { .. } => {
            let message = "neither a signature nor a token of an access key is there";
            vec![objection("authorization", "credentials", message, Some(NOT_SIGNED_IN))]
        }
    };
    let caller = if violations.is_empty() { Caller::Administrator } else { Caller::Nobody };
    (caller, violations)
}

fn by_token(credentials: &Credentials, token: &str, presented: Presented<'_>) -> Vec<Violation> {
    let mut violations = Vec::new();
    if !credentials.tokens.is_of_access_key(token) {
        let message = "the token is none of an access key, is over or was revoked";
        violations.push(objection("authorization", "management-token", message, Some(NOT_SIGNED_IN)));
    }
    match custom_header::find(presented.headers, "userpool-id") {
        Some((_, id)) if id == credentials.settings.user_pool_id => {}
        Some((name, id)) => {
            let message = format!("no user pool has the id {id}");
            violations.push(objection(&name, "userpool-id", message, Some(NO_USER_POOL)));
        }
        None => {
            let message = "a token goes together with the user pool's id, which is missing";
            violations.push(objection("x-genauth-userpool-id", "userpool-id", message, None));
        }
    }
    violations
}
