//! Request bodies.

use bytes::Bytes;

use super::escape::escape;
use super::style::{Style, json_text, pairs};
use crate::json::{Json, View};

/// A body and its media type.
#[derive(Clone)]
pub(crate) struct Body {
    pub(crate) content_type: String,
    pub(crate) bytes: Bytes,
}

impl Body {
    /// JSON; nothing for an optional body that was not given.
    pub(crate) fn json(value: &dyn Json) -> Option<Self> {
        match value.view() {
            View::Absent => None,
            view => Some(Body::new("application/json", json_text(view).into_bytes())),
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
        Some(Body::new("application/x-www-form-urlencoded", text.into_bytes()))
    }

    /// A form of pairs in their order.
    pub(crate) fn form_pairs(pairs: &[(&str, &str)]) -> Self {
        let pairs: Vec<String> =
            pairs.iter().map(|(name, value)| format!("{}={}", escape(name), escape(value))).collect();
        Body::new("application/x-www-form-urlencoded", pairs.join("&").replace("%20", "+").into_bytes())
    }

    pub(crate) fn text(text: String) -> Self {
        Body::new("text/plain; charset=utf-8", text.into_bytes())
    }

    pub(crate) fn new(content_type: &str, bytes: Vec<u8>) -> Self {
        Body { content_type: content_type.to_owned(), bytes: bytes.into() }
    }
}
