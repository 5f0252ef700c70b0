//! The examples do what they say, with services on the loopback interface.

#![cfg(feature = "oidc")]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

#[cfg(all(feature = "authentication-profile-and-account", feature = "authentication-sign-in"))]
#[path = "../examples/delete_account.rs"]
#[allow(dead_code, reason = "the test has settings of its own, so `main` is not called")]
mod delete_account;
#[cfg(feature = "events")]
mod event_service;
#[cfg(feature = "management-users")]
#[path = "../examples/list_all_users.rs"]
#[allow(dead_code, reason = "the test has settings of its own, so `main` is not called")]
mod list_all_users;
mod loopback;
#[path = "../examples/protect_route.rs"]
#[allow(dead_code, reason = "the test has settings of its own, so `main` is not called")]
mod protect_route;
#[cfg(all(feature = "authentication-profile-and-account", feature = "authentication-sign-in"))]
#[path = "../examples/sign_in.rs"]
#[allow(dead_code, reason = "the test has settings of its own, so `main` is not called")]
mod sign_in;
#[path = "../examples/sign_in_with_axum.rs"]
#[allow(dead_code, reason = "the test has settings of its own, so `main` is not called")]
mod sign_in_with_axum;
#[cfg(feature = "events")]
#[path = "../examples/subscribe_to_events.rs"]
#[allow(dead_code, reason = "the test has settings of its own, so `main` is not called")]
mod subscribe_to_events;
// Its own tests run with these.
#[cfg(all(feature = "authentication-profile-and-account", feature = "testing"))]
#[path = "../examples/test_your_application.rs"]
#[allow(dead_code, reason = "its tests are what counts here, so `main` is not called")]
mod test_your_application;

use std::time::{SystemTime, UNIX_EPOCH};

use genauth::AuthenticationClient;
use genauth::protocol::ClientAuthentication;
use jsonwebtoken::jwk::Jwk;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use loopback::Server;
use reqwest::header::{AUTHORIZATION, COOKIE, LOCATION, SET_COOKIE, WWW_AUTHENTICATE};
use serde_json::json;

#[cfg(all(feature = "authentication-profile-and-account", feature = "authentication-sign-in"))]
const SIGNED_IN: &str =
    r#"{"statusCode":200,"message":"ok","data":{"access_token":"T","token_type":"bearer","expire_in":7200}}"#;

#[cfg(all(feature = "authentication-profile-and-account", feature = "authentication-sign-in"))]
#[tokio::test]
async fn sign_in_tells_who_the_user_is() {
    let profile = r#"{"statusCode":200,"message":"ok","data":{"userId":"U"}}"#;
    let server = Server::json(&[SIGNED_IN, profile]).await;
    assert_eq!(sign_in::run(&server.client(), "name", "password").await.unwrap(), "U");
    let requests = server.requests();
    assert!(requests[0].body().contains(r#""passwordPayload":{"password":"password","username":"name"}"#));
    assert_eq!(requests[1].line(), "GET /api/v3/get-profile");
    assert_eq!(requests[1].header("authorization"), Some("Bearer T"));

    let server = Server::json(&[r#"{"statusCode":403,"message":"no such user","apiCode":2004}"#]).await;
    let error = sign_in::run(&server.client(), "name", "password").await.unwrap_err();
    assert!(error.to_string().ends_with("no such user"), "{error}");
}

#[cfg(all(feature = "authentication-profile-and-account", feature = "authentication-sign-in"))]
#[tokio::test]
async fn delete_account_takes_three_calls() {
    let verified = r#"{"statusCode":200,"message":"ok","data":{"deleteAccountToken":"D","tokenExpiresIn":60}}"#;
    let deleted = r#"{"statusCode":200,"message":"ok","data":{"success":true}}"#;
    let server = Server::json(&[SIGNED_IN, verified, deleted]).await;
    delete_account::run(&server.client(), "name", "password").await.unwrap();
    let requests = server.requests();
    assert_eq!(requests[1].line(), "POST /api/v3/verify-delete-account-request");
    assert_eq!(requests[2].line(), "POST /api/v3/delete-account");
    assert_eq!(requests[2].body(), r#"{"deleteAccountToken":"D"}"#);
    assert!(requests[1..].iter().all(|request| request.header("authorization") == Some("Bearer T")));
}

#[cfg(feature = "management-users")]
#[tokio::test]
async fn list_all_users_walks_through_all_pages() {
    let page =
        |id| format!(r#"{{"statusCode":200,"message":"ok","data":{{"totalCount":2,"list":[{{"userId":"{id}"}}]}}}}"#);
    let server = Server::json(&[&page("a"), &page("b")]).await;
    let client = genauth::ManagementClient::builder().access_key_id("AK").access_key_secret("SECRET");
    let client = client.host(server.address()).build().unwrap();
    assert_eq!(list_all_users::run(&client).await.unwrap(), 2);
    assert_eq!(server.requests().len(), 2);
}

#[cfg(feature = "events")]
#[tokio::test]
async fn subscribe_to_events_handles_events_until_it_is_stopped() {
    use event_service::{EventService, within};
    use futures_util::{SinkExt, StreamExt};
    use tokio_tungstenite::tungstenite::Message;

    let service = EventService::start().await;
    let client = service.management();
    let (stop, stopped) = tokio::sync::oneshot::channel();
    let mut stop = Some(stop);
    let mut texts = Vec::new();
    let handle = |event: genauth::events::Event| {
        texts.push(event.text().to_owned());
        if texts.len() == 2 {
            stop.take().unwrap().send(()).unwrap();
        }
    };
    let tell = async {
        let mut side = service.accept().await;
        side.send(Message::text("1")).await.unwrap();
        side.send(Message::text("2")).await.unwrap();
        side.next().await
    };
    let run = subscribe_to_events::run(&client, "authing.user.created", handle, stopped);
    let (result, goodbye) = within(async { tokio::join!(run, tell) }).await;
    result.unwrap();
    assert!(matches!(goodbye, Some(Ok(Message::Close(_)))), "{goodbye:?}");
    assert_eq!(texts, ["1", "2"]);
}

#[tokio::test]
async fn protect_route_asks_for_a_good_token() {
    let der = rcgen::KeyPair::generate_for(&rcgen::PKCS_ECDSA_P256_SHA256).unwrap().serialize_der();
    let key = EncodingKey::from_ec_der(&der);
    let mut jwk = serde_json::to_value(Jwk::from_encoding_key(&key, Algorithm::ES256).unwrap()).unwrap();
    jwk["kid"] = json!("1");
    let provider = Server::json(&[&json!({ "keys": [jwk] }).to_string()]).await;
    let token = |subject: &str, lifetime: i64| {
        let now = i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()).unwrap();
        let issuer = format!("{}/oidc", provider.address());
        let claims =
            json!({"iss": issuer, "aud": "APP", "sub": subject, "scope": "a b", "iat": now, "exp": now + lifetime});
        let header = Header { kid: Some("1".to_owned()), ..Header::new(Algorithm::ES256) };
        jsonwebtoken::encode(&header, &claims, &key).unwrap()
    };
    let client = AuthenticationClient::builder().app_id("APP").app_host(provider.address());
    let client = client.token_endpoint_auth(ClientAuthentication::None).build().unwrap();
    let site = serve(protect_route::routes(client)).await;

    let open = browser().get(&site).send().await.unwrap();
    assert_eq!(open.status(), 200);
    let whoami = || browser().get(format!("{site}/whoami"));
    let refused = whoami().send().await.unwrap();
    assert_eq!((refused.status().as_u16(), &refused.headers()[WWW_AUTHENTICATE]), (401, &"Bearer".parse().unwrap()));
    for bad in ["opaque".to_owned(), token("U", -3600), format!("{}x", token("U", 600))] {
        let refused = whoami().header(AUTHORIZATION, format!("Bearer {bad}")).send().await.unwrap();
        assert_eq!(refused.status(), 401);
        assert_eq!(refused.headers()[WWW_AUTHENTICATE], r#"Bearer error="invalid_token""#);
    }
    let answer = whoami().header(AUTHORIZATION, format!("Bearer {}", token("U", 600))).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    let body: serde_json::Value = serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap();
    assert_eq!(body, json!({"sub": "U", "scopes": ["a", "b"]}));
}

#[tokio::test]
async fn protect_route_does_not_let_anyone_in_when_there_are_no_keys() {
    let provider = Server::json(&[]).await;
    let client = AuthenticationClient::builder().app_id("APP").app_host(provider.address());
    let client = client.token_endpoint_auth(ClientAuthentication::None).retry(genauth::Retry::off()).build().unwrap();
    let site = serve(protect_route::routes(client)).await;
    let header = Header { kid: Some("1".to_owned()), ..Header::new(Algorithm::ES256) };
    let der = rcgen::KeyPair::generate_for(&rcgen::PKCS_ECDSA_P256_SHA256).unwrap().serialize_der();
    let token = jsonwebtoken::encode(&header, &json!({}), &EncodingKey::from_ec_der(&der)).unwrap();
    let whoami = browser().get(format!("{site}/whoami")).header(AUTHORIZATION, format!("Bearer {token}"));
    assert_eq!(whoami.send().await.unwrap().status(), 503);
}

#[tokio::test]
async fn sign_in_with_axum_sends_away_and_takes_back_only_who_it_sent() {
    let client = AuthenticationClient::builder().app_id("APP").app_secret("SECRET").app_host("https://a.genauth.ai");
    let client = client.redirect_uri("http://localhost/callback").build().unwrap();
    let site = serve(sign_in_with_axum::routes(client)).await;

    let login = browser().get(format!("{site}/login")).send().await.unwrap();
    assert_eq!(login.status(), 303);
    let location = login.headers()[LOCATION].to_str().unwrap();
    assert!(location.starts_with("https://a.genauth.ai/oidc/auth?"), "{location}");
    let cookie = login.headers()[SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned();

    let callback = format!("{site}/callback?code=CODE&state=OTHER");
    let refused = browser().get(&callback).header(COOKIE, cookie).send().await.unwrap();
    assert_eq!(refused.status(), 403);
    assert!(refused.headers().get(SET_COOKIE).is_none());
    assert_eq!(browser().get(&callback).send().await.unwrap().status(), 403);

    let profile = browser().get(format!("{site}/profile")).send().await.unwrap();
    assert_eq!((profile.status().as_u16(), &profile.headers()[LOCATION]), (303, &"/login".parse().unwrap()));
    let logout = browser().get(format!("{site}/logout")).send().await.unwrap();
    assert_eq!(logout.status(), 303);
    assert_eq!(logout.headers().get_all(SET_COOKIE).iter().count(), 2);
}

/// Serves an example's routes.
async fn serve(routes: axum::Router) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let site = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, routes).await });
    site
}

fn browser() -> reqwest::Client {
    reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap()
}
