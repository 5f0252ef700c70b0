//! The secrets of these tests, and the search for them.

/// Every secret has this in it, and nothing else has.
const MARK: &str = "hush";

pub const APP_SECRET: &str = "hush-app-secret-0123456789-0123456789";
pub const ACCESS_KEY_SECRET: &str = "hush-access-key-secret";
pub const ACCESS_TOKEN: &str = "hush-access-token";
pub const REFRESH_TOKEN: &str = "hush-refresh-token";
pub const MANAGEMENT_TOKEN: &str = "hush-management-token";
pub const ID_TOKEN: &str = "hush-id-token";
pub const PASSWORD: &str = "hush-password";
pub const PASS_CODE: &str = "hush-pass-code";
pub const CODE: &str = "hush-code";
pub const STATE: &str = "hush-state";
pub const NONCE: &str = "hush-nonce";
pub const TICKET: &str = "hush-ticket";
pub const DELETE_TOKEN: &str = "hush-delete-token";
pub const VERIFIER: &str = "hush-verifier-0123456789-0123456789-0123456789";
pub const PERSONAL: &str = "hush-personal";

/// Looks for the secrets, and for others that look different each time.
#[track_caller]
pub fn assert_hidden<'a>(text: &str, others: impl IntoIterator<Item = &'a str>) {
    for secret in [MARK].into_iter().chain(others) {
        assert!(!secret.is_empty());
        if let Some(at) = text.find(secret) {
            let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
            let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
            panic!("`{secret}` shows in: {}", &text[line..end]);
        }
    }
}

/// A value in both forms of `Debug`.
pub fn shown(value: &dyn std::fmt::Debug) -> String {
    format!("{value:?}\n{value:#?}\n")
}
