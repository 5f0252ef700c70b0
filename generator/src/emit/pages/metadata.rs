//! The few values in which one API's runtime differs from another's.

use askama::Template;

use crate::model::{Api, Envelope};
use crate::settings::Settings;

/// `src/metadata.rs`.
#[derive(Template)]
#[template(path = "crate/src/metadata.rs.j2")]
pub(super) struct Metadata<'a> {
    api_version: String,
    api_digest: &'a str,
    user_agent: &'a str,
    base_url: String,
    envelope: Option<EnvelopeText>,
}

/// The envelope's names as Rust literals.
struct EnvelopeText {
    status: String,
    success: String,
    message: String,
    code: String,
    request_id: String,
    payload: String,
}

impl<'a> Metadata<'a> {
    pub(super) fn of(api: &'a Api, settings: &'a Settings) -> Self {
        Self {
            api_version: literal(&api.package.api_version),
            api_digest: &api.package.api_digest,
            user_agent: settings.package.user_agent.as_deref().unwrap_or(&api.package.name),
            base_url: api
                .package
                .base_url
                .as_deref()
                .map_or_else(|| "None".to_owned(), |url| format!("Some({})", literal(url))),
            envelope: api.envelope.as_ref().map(EnvelopeText::of),
        }
    }
}

impl EnvelopeText {
    fn of(envelope: &Envelope) -> Self {
        Self {
            status: literal(&envelope.status),
            success: envelope.success.iter().map(i64::to_string).collect::<Vec<_>>().join(", "),
            message: literal(&envelope.message),
            code: literal(&envelope.code),
            request_id: literal(&envelope.request_id),
            payload: literal(&envelope.payload),
        }
    }
}

fn literal(text: &str) -> String {
    format!("{text:?}")
}
