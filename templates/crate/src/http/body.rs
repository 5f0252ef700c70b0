//! Request bodies.

use ::http::HeaderValue;
use bytes::Bytes;

use super::escape::escape;
use super::style::{Style, pairs};
use crate::json::{Json, View, json_text};

/// A body and its media type.
#[derive(Clone)]
pub(crate) struct Body {
    pub(crate) content_type: HeaderValue,
    pub(crate) bytes: Bytes,
}

impl Body {
    /// JSON; nothing for an optional body that was not given.
    pub(crate) fn json(value: &dyn Json) -> Option<Self> {
        match value.view() {
            View::Absent => None,
            view => Some(Body::known("application/json", json_text(&view))),
        }
    }

    /// A form of the properties of an object. Lists repeat their name; objects in it are JSON, as OpenAPI has it.
    pub(crate) fn form(value: &dyn Json) -> Option<Self> {
        let members = value.view().members()?;
        let pairs: Vec<String> = members
            .flat_map(|(name, value)| {
                let style = if value.members().is_some() { Style::Json } else { Style::FormExplode };
                pairs(name, style, value)
            })
            .collect();
        // Forms write a space as a plus sign; a plus sign itself is escaped.
        let text = pairs.join("&").replace("%20", "+");
        Some(Body::known("application/x-www-form-urlencoded", text))
    }

    /// A form of pairs in their order.
    pub(crate) fn form_pairs(pairs: &[(&str, &str)]) -> Self {
        let pairs: Vec<String> =
            pairs.iter().map(|(name, value)| format!("{}={}", escape(name), escape(value))).collect();
        Body::known("application/x-www-form-urlencoded", pairs.join("&").replace("%20", "+"))
    }

    pub(crate) fn text(text: String) -> Self {
        Body::known("text/plain; charset=utf-8", text)
    }

    pub(crate) fn new(content_type: HeaderValue, bytes: Vec<u8>) -> Self {
        Body { content_type, bytes: bytes.into() }
    }

    /// A media type of this file, which needs neither a check nor a copy.
    fn known(content_type: &'static str, text: impl Into<Vec<u8>>) -> Self {
        Body::new(HeaderValue::from_static(content_type), text.into())
    }
}
