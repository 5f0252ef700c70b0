//! Clients and answers for the tests of the sign-in protocols.

#![allow(dead_code, missing_docs, unreachable_pub, reason = "a test's own module, of which every test uses a part")]

use genauth::protocol::{OpenIdErrorKind, Protocol};
use genauth::{AuthenticationClient, AuthenticationClientBuilder, Error};

pub const REDIRECT_URI: &str = "https://a.example/callback?x=1";
pub const SECRET: &str = "SECRET-of-the-application-0123456789";
pub const TOKENS: &str = r#"{"access_token":"ACCESS","token_type":"Bearer","expires_in":7200}"#;

/// Settings of an application on this host.
pub fn application(host: &str) -> AuthenticationClientBuilder {
    AuthenticationClient::builder().app_id("APP").app_secret(SECRET).app_host(host).redirect_uri(REDIRECT_URI)
}

/// An application that nobody answers, for what needs no answer.
pub fn unconnected(protocol: Protocol) -> AuthenticationClient {
    application("https://example.genauth.ai").protocol(protocol).build().expect("a client")
}

/// An answer as a server sends it.
pub fn answer(status: u16, media_type: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 {status} X\r\ncontent-type: {media_type}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
    )
}

#[track_caller]
pub fn openid_kind(error: &Error) -> &OpenIdErrorKind {
    match error {
        Error::OpenId(error) => error.kind(),
        error => panic!("{error:?}"),
    }
}
