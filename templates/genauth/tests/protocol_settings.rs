//! The settings of an authentication client, and what of them must not show.

#![cfg(feature = "oidc")]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

mod loopback;
mod protocol_support;

use std::fmt::Debug;

use genauth::protocol::{
    AuthorizationCode, AuthorizeUrlOptions, ClientAuthentication, LogoutUrlOptions, Pkce, Protocol, TokenToValidate,
};
use genauth::{AuthenticationClient, AuthenticationClientBuilder, Brand, Error};
use loopback::Server;
use protocol_support::{TOKENS, application};

const HOST: &str = "https://example.genauth.ai";

fn builder() -> AuthenticationClientBuilder {
    AuthenticationClient::builder().app_id("APP").app_host(HOST)
}

#[test]
fn settings_that_make_no_client_are_refused() {
    let cases = [
        (AuthenticationClient::builder().app_secret("S").app_host(HOST), "app_id"),
        (AuthenticationClient::builder().app_secret("S").app_id("APP"), "app_host"),
        (builder(), "app_secret"),
        (builder().app_secret(""), "app_secret"),
        (builder().token_endpoint_auth(ClientAuthentication::Basic), "app_secret"),
        (builder().app_secret("S").scope("profile"), "scope"),
        (builder().app_secret("S").scope("profile xopenid"), "scope"),
        (builder().app_secret("S").cookie_key("a b"), "cookie_key"),
        (builder().app_secret("S").jwks_path("keys"), "jwks_path"),
        (builder().app_secret("S").access_token("a\nb"), "access_token"),
        (public().introspection_endpoint_auth(ClientAuthentication::Post), "app_secret"),
        (public().revocation_endpoint_auth(ClientAuthentication::Basic), "app_secret"),
        (public().id_token_hs256(true), "app_secret"),
    ];
    for (builder, setting) in cases {
        let Err(Error::Configuration(error)) = builder.build() else { panic!("{setting}") };
        assert_eq!(error.setting(), setting);
    }
}

fn public() -> AuthenticationClientBuilder {
    builder().token_endpoint_auth(ClientAuthentication::None)
}

#[tokio::test]
async fn an_application_without_a_secret_needs_none_anywhere() {
    let server = Server::json(&[r#"{"active":true}"#, "{}"]).await;
    let client = public().app_host(server.address()).build().unwrap();
    client.introspect_token("T").await.unwrap();
    client.revoke_token("T").await.unwrap();
    assert!(server.requests().iter().all(|request| request.body() == "client_id=APP&token=T"));
}

#[test]
fn other_protocols_need_no_openid_in_their_scope() {
    for protocol in [Protocol::Oauth, Protocol::Saml, Protocol::Cas] {
        builder().app_secret("S").protocol(protocol).scope("profile").build().unwrap();
    }
}

#[tokio::test]
async fn the_brand_and_the_language_go_with_the_protocols_too() {
    let server = Server::json(&[TOKENS]).await;
    let client = application(server.address()).brand(Brand::Authing).language("en-US").build().unwrap();
    client.get_access_token_by_code("C").await.unwrap();
    let requests = server.requests();
    assert_eq!(requests[0].header("x-authing-app-id"), Some("APP"));
    assert_eq!(requests[0].header("x-authing-lang"), Some("en-US"));
    assert!(client.clear_login_cookie().starts_with("X-Authing-OIDC-State=;"));
}

#[tokio::test]
async fn keys_are_fetched_from_the_path_of_the_brand_without_the_users_token() {
    for (brand, path) in
        [(Brand::GenAuth, "/oidc/.well-known/jwks.json"), (Brand::Authing, "/APP/oidc/.well-known/jwks.json")]
    {
        let server = Server::json(&[r#"{"keys":[]}"#]).await;
        let client = application(server.address()).brand(brand).access_token("STORED").build().unwrap();
        // The header is {"alg":"RS256","kid":"k"}, and nothing else of it is read without a key.
        client.parse_access_token("eyJhbGciOiJSUzI1NiIsImtpZCI6ImsifQ.e30.c2ln").await.unwrap_err();
        let requests = server.requests();
        assert_eq!(requests[0].line(), format!("GET {path}"));
        assert_eq!(requests[0].header("authorization"), None);
    }
}

#[tokio::test]
async fn a_client_can_change_its_user() {
    let server = Server::json(&[r#"{"statusCode":200}"#; 3]).await;
    let mut client = application(server.address()).build().unwrap();
    let before = client.clone();
    client.set_access_token("ONE");
    for client in [&client, &client.with_access_token("TWO"), &before] {
        client.request(http::Method::GET, "/api/v3/get-profile").call::<serde_json::Value>().await.unwrap();
    }
    let requests = server.requests();
    let sent: Vec<_> = requests.iter().map(|request| request.header("authorization")).collect();
    assert_eq!(sent, [Some("Bearer ONE"), Some("Bearer TWO"), None]);
}

#[cfg(feature = "blocking")]
#[test]
fn everything_can_be_waited_for() {
    use genauth::blocking::Blocking;

    let runtime = tokio::runtime::Runtime::new().unwrap();
    let server = runtime.block_on(Server::json(&[TOKENS, TOKENS]));
    let client = application(server.address()).protocol(Protocol::Oauth).build().unwrap();
    let tokens = client.get_access_token_by_code("C").wait().unwrap();
    assert_eq!(tokens.access_token.expose(), "ACCESS");
    let login = client.login_with_redirect(AuthorizeUrlOptions::new().with_state("S")).unwrap();
    let signed_in = client.handle_redirect_callback("code=C&state=S", Some(login.set_cookie.expose())).wait().unwrap();
    assert_eq!(signed_in.tokens.access_token.expose(), "ACCESS");
}

#[track_caller]
fn hides(value: &dyn Debug) {
    let shown = format!("{value:?} {value:#?}");
    assert!(!shown.contains("HIDDEN"), "{shown}");
}

#[tokio::test]
async fn no_secret_shows_in_debug() {
    let body = r#"{"access_token":"HIDDEN","id_token":"HIDDEN","refresh_token":"HIDDEN","more":"HIDDEN"}"#;
    let introspection = r#"{"active":true,"email":"HIDDEN"}"#;
    let refusal = r#"{"error":"invalid_grant","token":"HIDDEN"}"#;
    let server = Server::json(&[body, body, introspection, r#"{"sub":"U","email":"HIDDEN"}"#, refusal]).await;
    let settings = AuthenticationClient::builder().app_id("APP").app_secret("HIDDEN").access_token("HIDDEN");
    let settings = settings.app_host(server.address()).redirect_uri("https://a.example/").protocol(Protocol::Oauth);
    hides(&settings);
    let client = settings.build().unwrap();
    hides(&client);
    hides(&AuthorizationCode::new("HIDDEN").with_code_verifier("HIDDEN"));
    hides(&LogoutUrlOptions::new().with_id_token("HIDDEN"));
    hides(&TokenToValidate::IdToken("HIDDEN".into()));
    hides(&TokenToValidate::AccessToken("HIDDEN".into()));

    let options = AuthorizeUrlOptions::new().with_state("S").with_pkce(Pkce::Verifier("HIDDEN".into()));
    hides(&options);
    hides(&client.build_authorize_url(options.clone()).unwrap());
    let login = client.login_with_redirect(options).unwrap();
    let cookie = login.set_cookie.expose().split(';').next().unwrap();
    assert!(!format!("{login:?}").contains(cookie.split_once('=').unwrap().1));
    hides(&client.logout_with_redirect(LogoutUrlOptions::new().with_id_token("HIDDEN")));
    hides(&client.generate_code_challenge().unwrap());

    hides(&client.get_access_token_by_code("HIDDEN").await.unwrap());
    hides(&client.handle_redirect_callback("code=HIDDEN&state=S", Some(cookie)).await.unwrap());
    hides(&client.introspect_token("HIDDEN").await.unwrap());
    hides(&client.get_user_info_by_access_token("HIDDEN").await.unwrap());
    hides(&client.get_access_token_by_code("HIDDEN"));
    let error = client.get_access_token_by_code("HIDDEN").await.unwrap_err();
    hides(&error);
    assert!(!error.to_string().contains("HIDDEN"), "{error}");
}
