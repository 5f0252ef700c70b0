//! The authentication API: an application's id with every call, and a user's token where the operation asks for one.

use subtle::ConstantTimeEq;

use super::objection::{NOT_SIGNED_IN, objection};
use super::{Authorization, Presented, Settings, Tokens, custom_header};
use crate::call::Caller;
use crate::document::Operation;
use crate::judge::Violation;

/// The service's code for an application that is not there.
const NO_APPLICATION: u32 = 2011;

/// Who calls, and what is wrong with it.
pub(super) fn check(
    settings: &Settings,
    tokens: &Tokens,
    operation: &Operation,
    presented: Presented<'_>,
) -> (Caller, Vec<Violation>) {
    let mut violations = Vec::new();
    let is_met_elsewhere = identifies_itself(operation);
    let application = custom_header::find(presented.headers, "app-id");
    match &application {
        Some((_, id)) if *id == settings.app_id => {}
        Some((name, id)) => {
            violations.push(objection(name, "app-id", format!("no application has the id {id}"), Some(NO_APPLICATION)));
        }
        None if is_met_elsewhere => {}
        None => violations.push(objection("x-genauth-app-id", "app-id", "the application's id is missing", None)),
    }
    let authorization = Authorization::of(presented.headers);
    // An access key has tokens too, and is nobody who signed in.
    let user = match &authorization {
        Authorization::Token(token) => tokens.check(token).filter(|claims| claims.subject != settings.access_key_id),
        _ => None,
    };
    if user.is_none() && needs_user(operation) && !is_met_elsewhere {
        let message = match authorization {
            Authorization::Token(_) => "the token is none of a user, is over or was revoked",
            _ => "the user's access token is missing",
        };
        violations.push(objection("authorization", "user-token", message, Some(NOT_SIGNED_IN)));
    }
    if let Authorization::Basic { id, secret } = &authorization {
        let is_right =
            id.as_bytes().ct_eq(settings.app_id.as_bytes()) & secret.as_bytes().ct_eq(settings.app_secret.as_bytes());
        if !bool::from(is_right) && !is_met_elsewhere {
            let message = "the application's id and secret (Basic) do not fit";
            violations.push(objection("authorization", "app-secret", message, None));
        }
    }
    let caller = match (user, application) {
        (Some(claims), _) => Caller::User { user_id: claims.subject, token_id: claims.token_id },
        (None, Some((_, id))) if id == settings.app_id => Caller::Application(id.to_owned()),
        (None, _) => Caller::Nobody,
    };
    (caller, violations)
}

/// Whether the operation takes neither header nor token for granted: a browser comes there, which sends no headers, or
/// the protocol says how a client identifies itself (RFC 6749, section 2.3; RFC 6750, section 2), and the endpoint
/// checks that.
fn identifies_itself(operation: &Operation) -> bool {
    let path = operation.path.text.as_str();
    let is_protocol = path.contains("/oidc/");
    let is_browser = operation.method == http::Method::GET && !names(operation, "x-authing-app-id");
    operation.hidden && (is_protocol || is_browser)
}

fn needs_user(operation: &Operation) -> bool {
    !operation.security.is_empty() && operation.security.iter().all(|needed| needed.iter().any(|it| it == "bearer"))
}

fn names(operation: &Operation, scheme: &str) -> bool {
    operation.security.iter().flatten().any(|it| it == scheme)
}
