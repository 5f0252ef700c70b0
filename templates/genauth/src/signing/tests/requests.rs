//! What signing does to a request.

use super::*;
use crate::signing::SigningError;

fn sign(request: &mut Request<Bytes>, base_path: &str) {
    signer("GenAuth", "X-GenAuth-").sign(request, base_path, now(), NONCE).unwrap();
}

/// The signature of a request whose signed text ends in `resource`.
fn signature_of(method: &str, resource: &str) -> String {
    let headers = [
        ("date", DATE),
        ("x-genauth-signature-nonce", NONCE),
        ("x-genauth-signature-method", "HMAC-SHA1"),
        ("x-genauth-signature-version", "1.0"),
    ];
    let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    let text = string_to_sign(method, resource, headers, Vec::new());
    signer("GenAuth", "x-genauth-").authorization(&text).unwrap().to_str().unwrap().to_owned()
}

#[test]
fn a_request_gets_the_headers_of_a_signature() {
    let mut request = request(Method::GET, "https://api.example.com/api/v3/x", "");
    sign(&mut request, "");
    let headers = request.headers();
    assert_eq!(headers["x-genauth-signature-nonce"], NONCE);
    assert_eq!(headers["x-genauth-signature-method"], "HMAC-SHA1");
    assert_eq!(headers["x-genauth-signature-version"], "1.0");
    assert_eq!(headers["date"], DATE);
    assert!(headers["authorization"].is_sensitive());
    assert_eq!(signature(&request), signature_of("GET", "/api/v3/x"));
}

#[test]
fn headers_of_the_requests_own_stay_and_are_signed() {
    let mut own = request(Method::GET, "https://api.example.com/x", "");
    own.headers_mut().insert("date", "Sat, 02 Dec 2023 08:00:00 GMT".parse().unwrap());
    own.headers_mut().insert("x-genauth-signature-nonce", "mine".parse().unwrap());
    own.headers_mut().insert("authorization", "Bearer T".parse().unwrap());
    sign(&mut own, "");
    assert_eq!(own.headers()["date"], "Sat, 02 Dec 2023 08:00:00 GMT");
    assert_eq!(own.headers()["x-genauth-signature-nonce"], "mine");
    assert!(signature(&own).starts_with("GenAuth 6271f"));
    assert_ne!(signature(&own), signature_of("GET", "/x"));
}

#[test]
fn headers_without_the_prefix_are_not_signed() {
    let mut request = request(Method::GET, "https://api.example.com/x", "");
    request.headers_mut().insert("x-authing-lang", "en-US".parse().unwrap());
    request.headers_mut().insert("user-agent", "test".parse().unwrap());
    sign(&mut request, "");
    assert_eq!(signature(&request), signature_of("GET", "/x"));
}

#[test]
fn bodies_that_are_not_json_sign_the_path_alone() {
    for media_type in ["application/x-www-form-urlencoded", "text/plain; charset=utf-8", "multipart/form-data"] {
        let mut request = request(Method::POST, "https://api.example.com/x?private=true", r#"{"a":1}"#);
        request.headers_mut().insert("content-type", media_type.parse().unwrap());
        sign(&mut request, "");
        assert_eq!(signature(&request), signature_of("POST", "/x"));
    }
}

#[test]
fn the_media_type_of_json_may_have_parameters_and_capitals() {
    let mut request = request(Method::POST, "https://api.example.com/x", r#"{"a":1}"#);
    request.headers_mut().insert("content-type", "Application/JSON;charset=utf-8".parse().unwrap());
    sign(&mut request, "");
    assert_eq!(signature(&request), signature_of("POST", "/x?a=1"));
}

#[test]
fn a_delete_signs_its_path_and_its_body_but_no_query() {
    for (body, resource) in [("", "/x/%7Bid%7D"), (r#"{"a":1}"#, "/x/%7Bid%7D?a=1")] {
        let mut request = request(Method::DELETE, "https://api.example.com/x/%7Bid%7D?b=2", body);
        sign(&mut request, "");
        assert_eq!(signature(&request), signature_of("DELETE", resource));
    }
}

#[test]
fn the_path_of_the_base_url_is_not_signed() {
    for (base_path, resource) in [("/base", "/x"), ("/base/", "/x"), ("", "/base/x"), ("/bas", "/base/x")] {
        let mut request = request(Method::GET, "https://api.example.com/base/x", "");
        sign(&mut request, base_path);
        assert_eq!(signature(&request), signature_of("GET", resource), "{base_path}");
    }
}

#[test]
fn what_no_header_can_hold_is_an_error() {
    let error = |signer: Signer, now: SystemTime, nonce: &str| {
        let mut request = request(Method::GET, "https://api.example.com/x", "");
        signer.sign(&mut request, "", now, nonce).unwrap_err()
    };
    let good = || signer("GenAuth", "x-genauth-");
    assert!(matches!(error(good(), now(), "a\nb"), SigningError::Header("signature nonce")));
    assert!(matches!(error(signer("GenAuth", "x genauth "), now(), NONCE), SigningError::Header("header prefix")));
    assert!(matches!(error(signer("Gen\nAuth", "x-"), now(), NONCE), SigningError::Header(_)));
    for moment in [SystemTime::UNIX_EPOCH - Duration::from_secs(1), now() + Duration::from_secs(300_000_000_000)] {
        assert!(matches!(error(good(), moment, NONCE), SigningError::Clock));
    }
}

#[test]
fn debug_does_not_show_the_secret() {
    let shown = format!("{:?}", signer("GenAuth", "x-genauth-"));
    assert!(shown.contains(ACCESS_KEY_ID) && !shown.contains(ACCESS_KEY_SECRET), "{shown}");
}
