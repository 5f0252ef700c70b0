//! What the runtime has to know about this one API.

use crate::http::Envelope;

/// What requests carry in their `user-agent`.
pub(crate) const USER_AGENT: &str = concat!("sample-rust/", env!("CARGO_PKG_VERSION"));

/// The name and version of this crate.
#[allow(dead_code, reason = "few services ask for it")]
pub(crate) const SDK_VERSION: &str = concat!("sample-rust:", env!("CARGO_PKG_VERSION"));

/// The first server of the description.
pub(crate) const BASE_URL: Option<&str> = None;

/// How the service wraps its answers.
pub(crate) const ENVELOPE: Option<Envelope> = Some(Envelope {
    status: "statusCode",
    success: &[200],
    message: "message",
    code: "apiCode",
    request_id: "requestId",
    payload: "data",
});
