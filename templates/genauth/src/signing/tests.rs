//! The vectors of the vendor's SDKs, and what JavaScript does at the edges.

mod edges;
mod requests;
mod vectors;

use std::time::{Duration, SystemTime};

use ::http::{HeaderMap, Method, Request};
use bytes::Bytes;

use super::Signer;
use super::string_to_sign::{signed_headers, string_to_sign};
use super::value::Value;
use crate::values::Secret;

const ACCESS_KEY_ID: &str = "6271f000000000000000aaaa";
const ACCESS_KEY_SECRET: &str = "0123456789abcdef0123456789abcdef";
const NONCE: &str = "00112233445566778899aabbccddeeff";
const DATE: &str = "Fri, 01 Dec 2023 08:00:00 GMT";

fn signer(scheme: &str, prefix: &str) -> Signer {
    Signer::new(scheme, prefix, ACCESS_KEY_ID, Secret::new(ACCESS_KEY_SECRET))
}

/// The moment that [`DATE`] names.
fn now() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_701_417_600)
}

fn request(method: Method, uri: &str, body: &str) -> Request<Bytes> {
    let mut request = Request::builder().method(method).uri(uri);
    if !body.is_empty() {
        request = request.header("content-type", "application/json");
    }
    request.body(Bytes::copy_from_slice(body.as_bytes())).unwrap()
}

fn signature(request: &Request<Bytes>) -> &str {
    request.headers()["authorization"].to_str().unwrap()
}

/// The last line that is signed of a POST with this JSON body, without the path.
fn signed_body(body: &str) -> String {
    let request = request(Method::POST, "https://api.example.com/x", body);
    let parameters = super::parameters(&request).unwrap();
    let text = string_to_sign("POST", "", signed_headers(&HeaderMap::new(), "x-"), parameters);
    text.strip_prefix("POST\n").unwrap().to_owned()
}
