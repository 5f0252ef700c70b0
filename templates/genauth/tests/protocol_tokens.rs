//! The requests of the token endpoint and its neighbours, for each way of authenticating.

#![cfg(feature = "oidc")]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

mod loopback;
mod protocol_support;

use std::time::Duration;

use genauth::protocol::{
    AuthorizationCode, ClientAuthentication, OpenIdErrorKind, Protocol, TokenPlace, TokenToValidate,
};
use genauth::{AuthenticationClient, Error};
use loopback::Server;
use protocol_support::{SECRET, TOKENS, answer, application, openid_kind, unconnected};

/// `APP:SECRET-of-the-application-0123456789` in base64.
const APPLICATION: &str = "Basic QVBQOlNFQ1JFVC1vZi10aGUtYXBwbGljYXRpb24tMDEyMzQ1Njc4OQ==";
const REDIRECT_FIELD: &str = "redirect_uri=https%3A%2F%2Fa.example%2Fcallback%3Fx%3D1";

/// A client for which every endpoint wants the same method. It has a user's token, which must go to none of them.
fn client(server: &Server, protocol: Protocol, method: ClientAuthentication) -> AuthenticationClient {
    application(server.address())
        .protocol(protocol)
        .access_token("STORED")
        .token_endpoint_auth(method)
        .introspection_endpoint_auth(method)
        .revocation_endpoint_auth(method)
        .build()
        .unwrap()
}

#[tokio::test]
async fn tokens_are_asked_for_as_the_application_authenticates() {
    let post = format!("client_id=APP&client_secret={SECRET}&");
    let methods = [
        (ClientAuthentication::Post, post.as_str(), None),
        (ClientAuthentication::Basic, "", Some(APPLICATION)),
        (ClientAuthentication::None, "client_id=APP&", None),
    ];
    for (protocol, base) in [(Protocol::Oidc, "/oidc"), (Protocol::Oauth, "/oauth")] {
        for (method, own_fields, authorization) in methods {
            let active = r#"{"active":true,"sub":"U","aud":"APP","exp":"1700000000","iat":1690000000.0,"x":1}"#;
            let server = Server::json(&[TOKENS, TOKENS, TOKENS, active, "{}"]).await;
            let client = client(&server, protocol, method);
            client.get_access_token_by_code("CODE").await.unwrap();
            let code =
                AuthorizationCode::new("CODE").with_code_verifier("VERIFIER").with_redirect_uri("https://b.example/");
            client.get_access_token_by_code(code).await.unwrap();
            client.get_new_access_token_by_refresh_token("REFRESH").await.unwrap();
            let introspection = client.introspect_token("TOKEN").await.unwrap();
            assert!(introspection.active);
            assert_eq!((introspection.exp, introspection.iat), (Some(1_700_000_000), Some(1_690_000_000)));
            assert_eq!(introspection.aud, ["APP"]);
            assert_eq!(introspection.extra["x"], 1);

            let may_revoke = (protocol, method) != (Protocol::Oauth, ClientAuthentication::Basic);
            assert_eq!(client.revoke_token("TOKEN").await.is_ok(), may_revoke);

            let mut expected = vec![
                ("/token", format!("grant_type=authorization_code&code=CODE&{REDIRECT_FIELD}")),
                ("/token", "grant_type=authorization_code&code=CODE&redirect_uri=https%3A%2F%2Fb.example%2F&code_verifier=VERIFIER".to_owned()),
                ("/token", "grant_type=refresh_token&refresh_token=REFRESH".to_owned()),
                ("/token/introspection", "token=TOKEN".to_owned()),
            ];
            if may_revoke {
                expected.push(("/token/revocation", "token=TOKEN".to_owned()));
            }
            let requests = server.requests();
            assert_eq!(requests.len(), expected.len());
            for (request, (path, fields)) in requests.iter().zip(expected) {
                assert_eq!(request.line(), format!("POST {base}{path}"));
                assert_eq!(request.body(), format!("{own_fields}{fields}"), "{method:?}");
                assert_eq!(request.header("authorization"), authorization, "{method:?}");
                assert_eq!(request.header("content-type"), Some("application/x-www-form-urlencoded"));
                assert_eq!(request.header("x-genauth-app-id"), Some("APP"));
            }
        }
    }
}

#[tokio::test]
async fn a_machine_authenticates_with_its_own_key_alone() {
    let fields = "grant_type=client_credentials&scope=s1+s2";
    let in_form = format!("client_id=AK&client_secret=SK&{fields}");
    let methods = [
        (ClientAuthentication::Post, in_form.as_str(), None),
        (ClientAuthentication::None, in_form.as_str(), None),
        (ClientAuthentication::Basic, fields, Some("Basic QUs6U0s=")),
    ];
    for (method, body, authorization) in methods {
        let server = Server::json(&[TOKENS]).await;
        let client = client(&server, Protocol::Oidc, method);
        client.get_access_token_by_client_credentials("s1 s2", "AK", "SK").await.unwrap();
        let requests = server.requests();
        assert_eq!(requests[0].line(), "POST /oidc/token");
        assert_eq!(requests[0].body(), body);
        assert_eq!(requests[0].header("authorization"), authorization);
    }
}

#[tokio::test]
async fn endpoints_can_want_different_methods() {
    let server = Server::json(&[TOKENS, r#"{"active":false}"#]).await;
    let client = application(server.address())
        .introspection_endpoint_auth(ClientAuthentication::Basic)
        .access_token("STORED")
        .build()
        .unwrap();
    client.get_access_token_by_code("CODE").await.unwrap();
    assert!(!client.introspect_token("TOKEN").await.unwrap().active);
    let requests = server.requests();
    assert_eq!(requests[0].header("authorization"), None);
    assert_eq!(requests[1].header("authorization"), Some(APPLICATION));
    assert_eq!(requests[1].body(), "token=TOKEN");
}

#[tokio::test]
async fn the_answer_keeps_what_no_standard_names() {
    let body = r#"{"access_token":"A","id_token":"I","refresh_token":"R","token_type":"bearer","expires_in":"60","scope":"openid","device_secret":"D"}"#;
    let server = Server::json(&[body]).await;
    let tokens =
        client(&server, Protocol::Oidc, ClientAuthentication::Post).get_access_token_by_code("C").await.unwrap();
    assert_eq!(tokens.access_token.expose(), "A");
    assert_eq!(tokens.id_token.as_ref().unwrap().expose(), "I");
    assert_eq!(tokens.refresh_token.as_ref().unwrap().expose(), "R");
    assert_eq!(tokens.token_type.as_deref(), Some("bearer"));
    assert_eq!(tokens.expires_in, Some(Duration::from_secs(60)));
    assert_eq!(tokens.scope.as_deref(), Some("openid"));
    assert_eq!(tokens.extra["device_secret"], "D");
}

#[tokio::test]
async fn a_refusal_is_an_error_whatever_the_http_status() {
    let refusal = r#"{"error":"invalid_grant","error_description":"code expired"}"#;
    for status in [200, 400, 401] {
        let server = Server::raw(vec![answer(status, "application/json", refusal)]).await;
        let error = client(&server, Protocol::Oidc, ClientAuthentication::Post)
            .get_access_token_by_code("C")
            .await
            .unwrap_err();
        let OpenIdErrorKind::Provider { error: code, description, .. } = openid_kind(&error) else {
            panic!("{error:?}")
        };
        assert_eq!((code.as_str(), description.as_deref()), ("invalid_grant", Some("code expired")));
        assert_eq!(error.to_string(), "the provider refused: invalid_grant: code expired");
        assert_eq!(error.operation(), Some("getAccessTokenByCode"));
        assert_eq!(error.response().unwrap().status(), status);
        assert_eq!(error.is_unauthenticated(), status == 401);
    }
}

#[tokio::test]
async fn other_failures_are_told_apart_and_never_show_the_body() {
    let server = Server::raw(vec![
        answer(403, "text/html", "<html>"),
        answer(200, "application/json", r#"{"statusCode":403,"message":"no","apiCode":1}"#),
        answer(200, "application/json", r#"{"access_token":["HIDDEN"]}"#),
        answer(200, "text/plain", "HIDDEN"),
    ])
    .await;
    let client = client(&server, Protocol::Oidc, ClientAuthentication::Post);
    let error = client.get_access_token_by_code("C").await.unwrap_err();
    assert!(matches!(error, Error::Status(_)), "{error:?}");
    let error = client.get_access_token_by_code("C").await.unwrap_err();
    assert!(matches!(error, Error::Api(_)), "{error:?}");
    for _ in 0..2 {
        let error = client.get_access_token_by_code("C").await.unwrap_err();
        assert!(matches!(error, Error::Decode(_)), "{error:?}");
        assert!(!format!("{error} {error:?}").contains("HIDDEN"), "{error:?}");
    }
}

#[tokio::test]
async fn revoking_succeeds_with_an_empty_answer_and_with_an_envelope() {
    let server = Server::raw(vec![
        answer(200, "text/plain", ""),
        answer(200, "application/json", r#"{"statusCode":200,"message":"ok","data":{"success":true}}"#),
        answer(200, "application/json", r#"{"statusCode":400,"message":"no"}"#),
    ])
    .await;
    let client = client(&server, Protocol::Oidc, ClientAuthentication::Post);
    client.revoke_token("T").await.unwrap();
    client.revoke_token("T").await.unwrap();
    let error = client.revoke_token("T").await.unwrap_err();
    assert!(matches!(error, Error::Api(_)), "{error:?}");
}

#[tokio::test]
async fn saml_and_cas_have_no_tokens() {
    for protocol in [Protocol::Saml, Protocol::Cas] {
        let client = unconnected(protocol);
        let errors = [
            client.get_access_token_by_code("C").await.unwrap_err(),
            client.get_new_access_token_by_refresh_token("R").await.unwrap_err(),
            client.introspect_token("T").await.unwrap_err(),
            client.revoke_token("T").await.unwrap_err(),
            client.get_user_info_by_access_token("T").await.unwrap_err(),
        ];
        for error in errors {
            assert!(matches!(error, Error::Request(_)), "{error:?}");
            assert!(
                error.to_string().ends_with("only the protocols OpenID Connect and OAuth 2.0 have tokens"),
                "{error}"
            );
        }
    }
}

#[tokio::test]
async fn user_info_is_asked_for_with_the_token_that_is_given() {
    let claims = r#"{"sub":"U","name":"Name","address":{"country":"X"}}"#;
    let server = Server::json(&[claims; 4]).await;
    let oidc = client(&server, Protocol::Oidc, ClientAuthentication::Basic);
    let user = oidc.get_user_info_by_access_token("GIVEN").await.unwrap();
    oidc.get_user_info_with_token_in(TokenPlace::PostHeader, "GIVEN").await.unwrap();
    oidc.get_user_info_with_token_in(TokenPlace::PostForm, "GIVEN").await.unwrap();
    client(&server, Protocol::Oauth, ClientAuthentication::Post).get_user_info_by_access_token("GIVEN").await.unwrap();

    assert_eq!(user.subject(), Some("U"));
    assert_eq!(user.claim_as::<String>("name").unwrap().as_deref(), Some("Name"));
    assert_eq!(user.claim_as::<u8>("age").unwrap(), None);
    assert_eq!(user.claims()["address"]["country"], "X");
    assert!(!format!("{user:?}").contains("Name"), "{user:?}");

    let requests = server.requests();
    let sent: Vec<_> = requests.iter().map(|it| (it.line(), it.header("authorization"), it.body())).collect();
    let bearer = Some("Bearer GIVEN");
    assert_eq!(
        sent,
        [
            ("GET /oidc/me", bearer, ""),
            ("POST /oidc/me", bearer, ""),
            ("POST /oidc/me", None, "access_token=GIVEN"),
            ("GET /oauth/me", bearer, ""),
        ]
    );
}

#[tokio::test]
async fn tokens_are_validated_the_old_way_too() {
    let claims = r#"{"sub":"U","iss":"I"}"#;
    let server = Server::json(&[claims, claims, r#"{"code":400,"message":"id_token has expired"}"#]).await;
    let client = client(&server, Protocol::Oidc, ClientAuthentication::Post);
    let found = client.validate_token(TokenToValidate::IdToken("a+b".into())).await.unwrap();
    assert_eq!(found["sub"], "U");
    client.validate_token(TokenToValidate::AccessToken("T".into())).await.unwrap();
    let error = client.validate_token(TokenToValidate::IdToken("T".into())).await.unwrap_err();
    assert_eq!(error.to_string(), "the provider refused: 400: id_token has expired");
    let requests = server.requests();
    assert_eq!(requests[0].line(), "GET /api/v2/oidc/validate_token?id_token=a%2Bb");
    assert_eq!(requests[1].line(), "GET /api/v2/oidc/validate_token?access_token=T");
    assert!(requests.iter().all(|request| request.header("authorization").is_none()));
}

#[tokio::test]
async fn a_code_is_sent_once_and_an_introspection_again() {
    let busy = || answer(503, "text/plain", "busy");
    let server = Server::raw(vec![busy(), busy(), answer(200, "application/json", r#"{"active":true}"#)]).await;
    let client = client(&server, Protocol::Oidc, ClientAuthentication::Post);
    client.get_access_token_by_code("C").await.unwrap_err();
    assert_eq!(server.requests().len(), 1);
    assert!(client.introspect_token("T").await.unwrap().active);
    assert_eq!(server.requests().len(), 3);
}
