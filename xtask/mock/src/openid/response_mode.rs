//! How the answer of an authorization travels back (OAuth 2.0 Multiple Response Type Encoding Practices, section 2.1;
//! OAuth 2.0 Form Post Response Mode).

use axum::response::Response;

use super::answer;

/// One of the ways.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum ResponseMode {
    Query,
    Fragment,
    FormPost,
}

impl ResponseMode {
    /// The mode of this name. A code travels in the query unless something else is asked for.
    pub(super) fn named(name: Option<&str>) -> Option<Self> {
        match name {
            None | Some("query") => Some(ResponseMode::Query),
            Some("fragment") => Some(ResponseMode::Fragment),
            Some("form_post") => Some(ResponseMode::FormPost),
            Some(_) => None,
        }
    }

    /// Sends the browser back to `redirect_uri` with these parameters.
    pub(super) fn send(self, redirect_uri: &str, parameters: &[(&str, &str)]) -> Response {
        let encoded = form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish();
        match self {
            ResponseMode::Query if redirect_uri.contains('?') => answer::redirect(&format!("{redirect_uri}&{encoded}")),
            ResponseMode::Query => answer::redirect(&format!("{redirect_uri}?{encoded}")),
            ResponseMode::Fragment => answer::redirect(&format!("{redirect_uri}#{encoded}")),
            ResponseMode::FormPost => form(redirect_uri, parameters),
        }
    }
}

/// A form that sends itself.
fn form(address: &str, parameters: &[(&str, &str)]) -> Response {
    let field = |(name, value): &(&str, &str)| {
        format!("<input type=\"hidden\" name=\"{}\" value=\"{}\">", answer::escaped(name), answer::escaped(value))
    };
    let fields: String = parameters.iter().map(field).collect();
    let address = answer::escaped(address);
    let script = "<script>document.forms[0].submit()</script>";
    answer::html(200, &format!("<form method=\"post\" action=\"{address}\">{fields}</form>{script}"))
}
