//! The helpers for signing in and up, and the application's credentials on the API's own operations.

#![cfg(feature = "authentication-sign-in")]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

mod loopback;
mod protocol_support;

use genauth::models::{
    SignInOptionsDto, SignUpOptionsDto, SignUpProfileDto, SigninByCredentialsDto, SigninByCredentialsDtoConnection,
};
use genauth::protocol::ClientAuthentication;
use loopback::Server;
use protocol_support::{SECRET, application};
use serde_json::{Value, json};

const SIGNED_IN: &str =
    r#"{"statusCode":200,"message":"ok","data":{"access_token":"T","token_type":"bearer","expire_in":7200}}"#;
const SIGNED_UP: &str = r#"{"statusCode":200,"message":"ok","data":{"userId":"U"}}"#;
const APPLICATION: &str = "Basic QVBQOlNFQ1JFVC1vZi10aGUtYXBwbGljYXRpb24tMDEyMzQ1Njc4OQ==";

#[tokio::test]
async fn each_sign_in_sends_its_connection_its_payload_and_the_application() {
    let server = Server::json(&[SIGNED_IN; 8]).await;
    let client = application(server.address()).build().unwrap();
    let options = SignInOptionsDto::new().with_scope("openid");
    let signed_in = client.sign_in_by_email_password("e@x", "p", Some(options)).await.unwrap();
    assert_eq!(signed_in.data.expire_in, 7200);
    client.sign_in_by_phone_password("188", "p", None).await.unwrap();
    client.sign_in_by_username_password("u", "p", None).await.unwrap();
    client.sign_in_by_account_password("a", "p", None).await.unwrap();
    client.sign_in_by_email_pass_code("e@x", "1234", None).await.unwrap();
    client.sign_in_by_phone_pass_code("188", "1234", Some("+86"), None).await.unwrap();
    client.sign_in_by_ad("s", "p", None).await.unwrap();
    client.sign_in_by_ldap("s", "p", None).await.unwrap();

    let expected = [
        json!({"connection": "PASSWORD", "passwordPayload": {"password": "p", "email": "e@x"}, "options": {"scope": "openid"}}),
        json!({"connection": "PASSWORD", "passwordPayload": {"password": "p", "phone": "188"}}),
        json!({"connection": "PASSWORD", "passwordPayload": {"password": "p", "username": "u"}}),
        json!({"connection": "PASSWORD", "passwordPayload": {"password": "p", "account": "a"}}),
        json!({"connection": "PASSCODE", "passCodePayload": {"passCode": "1234", "email": "e@x"}}),
        json!({"connection": "PASSCODE", "passCodePayload": {"passCode": "1234", "phone": "188", "phoneCountryCode": "+86"}}),
        json!({"connection": "AD", "adPayload": {"password": "p", "sAMAccountName": "s"}}),
        json!({"connection": "LDAP", "ldapPayload": {"password": "p", "sAMAccountName": "s"}}),
    ];
    let requests = server.requests();
    assert_eq!(requests.len(), expected.len());
    for (request, mut expected) in requests.iter().zip(expected) {
        expected["client_id"] = json!("APP");
        expected["client_secret"] = json!(SECRET);
        assert_eq!(request.line(), "POST /api/v3/signin");
        assert_eq!(serde_json::from_str::<Value>(request.body()).unwrap(), expected);
        assert_eq!(request.header("authorization"), None);
    }
}

#[tokio::test]
async fn the_application_authenticates_by_the_header_or_not_at_all_where_it_is_set_so() {
    let methods = [(ClientAuthentication::Basic, Some(APPLICATION)), (ClientAuthentication::None, None)];
    for (method, authorization) in methods {
        let server = Server::json(&[SIGNED_IN]).await;
        let client = application(server.address()).token_endpoint_auth(method).build().unwrap();
        client.sign_in_by_email_password("e@x", "p", None).await.unwrap();
        let requests = server.requests();
        assert_eq!(requests[0].header("authorization"), authorization);
        assert_eq!(requests[0].body(), r#"{"connection":"PASSWORD","passwordPayload":{"password":"p","email":"e@x"}}"#);
    }
}

#[tokio::test]
async fn the_header_goes_with_signing_in_alone() {
    let server = Server::json(&[SIGNED_IN, SIGNED_UP, SIGNED_IN]).await;
    let host = format!("{}/base", server.address());
    let client =
        application(&host).token_endpoint_auth(ClientAuthentication::Basic).access_token("STORED").build().unwrap();
    let credentials = || SigninByCredentialsDto::new(SigninByCredentialsDtoConnection::Password);
    client.sign_in_by_credentials(credentials()).await.unwrap();
    client.sign_up_by_email_password("e@x", "p", None, None).await.unwrap();
    client.sign_in_by_credentials(credentials()).access_token("OWN").await.unwrap();
    let requests = server.requests();
    let sent: Vec<_> = requests.iter().map(|it| (it.line(), it.header("authorization"))).collect();
    assert_eq!(
        sent,
        [
            ("POST /base/api/v3/signin", Some(APPLICATION)),
            ("POST /base/api/v3/signup", Some("Bearer STORED")),
            ("POST /base/api/v3/signin", Some("Bearer OWN")),
        ]
    );
}

#[tokio::test]
async fn each_sign_up_sends_its_connection_and_its_payload() {
    let server = Server::json(&[SIGNED_UP; 4]).await;
    let client = application(server.address()).build().unwrap();
    let profile = SignUpProfileDto::new().with_nickname("N");
    let options = SignUpOptionsDto::new(json!({"from": "test"})).with_client_ip("192.0.2.1");
    client.sign_up_by_email_password("e", "p", Some(profile), Some(options)).await.unwrap();
    client.sign_up_by_username_password("u", "p", None, None).await.unwrap();
    client.sign_up_by_email_pass_code("e", "1234", None, None).await.unwrap();
    client.sign_up_by_phone_pass_code("188", "1234", Some("+86"), None, None).await.unwrap();
    let expected = [
        json!({"connection": "PASSWORD", "passwordPayload": {"password": "p", "email": "e"}, "profile": {"nickname": "N"},
            "options": {"clientIp": "192.0.2.1", "context": {"from": "test"}}}),
        json!({"connection": "PASSWORD", "passwordPayload": {"password": "p", "username": "u"}}),
        json!({"connection": "PASSCODE", "passCodePayload": {"passCode": "1234", "email": "e"}}),
        json!({"connection": "PASSCODE", "passCodePayload": {"passCode": "1234", "phone": "188", "phoneCountryCode": "+86"}}),
    ];
    let requests = server.requests();
    assert_eq!(requests.len(), expected.len());
    for (request, expected) in requests.iter().zip(expected) {
        assert_eq!(request.line(), "POST /api/v3/signup");
        assert_eq!(serde_json::from_str::<Value>(request.body()).unwrap(), expected);
    }
}
