//! Answers of protocol endpoints as HTTP.

use axum::body::Body;
use axum::response::Response;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use http::{HeaderValue, StatusCode};
use serde_json::Value;

/// A body of JSON. Tokens must not be kept by caches (RFC 6749, section 5.1).
pub(super) fn json(status: u16, body: &Value) -> Response {
    with(status, "application/json; charset=utf-8", body.to_string())
}

/// A page for people.
pub(super) fn page(status: u16, text: &str) -> Response {
    html(status, &format!("<p>{}</p>", escaped(text)))
}

/// A page with this body, which is HTML already.
pub(super) fn html(status: u16, body: &str) -> Response {
    let page = format!("<!DOCTYPE html><html><head><title>mock</title></head><body>{body}</body></html>");
    with(status, "text/html; charset=utf-8", page)
}

/// A redirect with HTTP 302, or an error page where the address cannot stand in a header.
pub(super) fn redirect(address: &str) -> Response {
    let Ok(address) = HeaderValue::from_str(address) else {
        return page(400, "the address to return to cannot stand in a header");
    };
    let mut response = with(302, "text/plain", String::new());
    response.headers_mut().insert(LOCATION, address);
    response
}

/// Text for HTML, where every character but letters and digits stands as its number.
pub(super) fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut html, character| {
        if character.is_ascii_alphanumeric() || character == ' ' {
            html.push(character);
        } else {
            html.push_str(&format!("&#{};", u32::from(character)));
        }
        html
    })
}

fn with(status: u16, media_type: &'static str, body: String) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
