//! Violations of what is asked of credentials.

use crate::judge::{Place, Violation};

/// A violation in the header `header`; `message` holds no secret.
pub(super) fn objection(header: &str, rule: &str, message: impl Into<String>, api_code: Option<u32>) -> Violation {
    Violation {
        place: Place::Credentials,
        pointer: format!("/{header}"),
        rule: rule.to_owned(),
        stated_at: String::new(),
        message: message.into(),
        api_code,
    }
}

/// The service's code for "not logged in".
pub(super) const NOT_SIGNED_IN: u32 = 2020;
