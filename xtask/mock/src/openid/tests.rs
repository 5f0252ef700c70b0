//! What the endpoints refuse, with a world in hand. `tests/openid.rs` has the flows that succeed, over HTTP.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test")]

use axum::response::Response;
use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE, LOCATION, WWW_AUTHENTICATE};
use http::{HeaderMap, Method};
use http_body_util::BodyExt;
use serde_json::{Map, Value, json};

use super::handler;
use crate::call::{Call, Caller, Reply};
use crate::credentials::{Credentials, Presented, Settings};
use crate::document::Document;
use crate::world::World;
use crate::world::users::User;

const BACK: &str = "https://a.com/cb";
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/// A world with one user who is called `bob`.
fn world() -> World {
    let mut world = empty_world();
    let profile = json!({"userId": "U", "username": "bob", "email": "bob@example.com", "emailVerified": true});
    let Value::Object(profile) = profile else { panic!("it is an object") };
    world.users.insert(User { profile, password: None, custom_data: Map::new() });
    world
}

fn empty_world() -> World {
    let credentials = Credentials::new(Settings::default());
    let mut world = World::new(credentials.settings().clone(), credentials.tokens().clone());
    let ids: Vec<String> = world.users.iter().map(|user| user.id().to_owned()).collect();
    for id in ids {
        world.users.remove(&id);
    }
    world
}

fn call(world: &mut World, method: &Method, target: &str, form: &[(&str, &str)], headers: &HeaderMap) -> Response {
    let (path, query) = target.split_once('?').map_or((target, None), |(path, query)| (path, Some(query)));
    let document = r#"{"openapi": "3.0.0", "paths": {"/": {"get": {"responses": {}}}}}"#;
    let document = Document::parse("any", document).unwrap();
    let body = Bytes::from(form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish());
    let call = Call {
        operation: &document.operations[0],
        query: Map::new(),
        headers,
        body: Value::Null,
        presented: Presented { method, path, query, headers, body: &body },
        caller: Caller::Nobody,
        base_url: "http://mock",
    };
    match handler(method, path).unwrap()(world, &call) {
        Reply::Raw(response) => response,
        other => panic!("{other:?}"),
    }
}

fn get(world: &mut World, target: &str) -> Response {
    call(world, &Method::GET, target, &[], &HeaderMap::new())
}

fn post(world: &mut World, path: &str, form: &[(&str, &str)]) -> Response {
    let headers = HeaderMap::from_iter([(CONTENT_TYPE, "application/x-www-form-urlencoded".parse().unwrap())]);
    call(world, &Method::POST, path, form, &headers)
}

async fn text(response: Response) -> String {
    String::from_utf8(response.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap()
}

async fn body(response: Response) -> (u16, Value) {
    let status = response.status().as_u16();
    (status, serde_json::from_str(&text(response).await).unwrap())
}

/// The address of the authorization endpoint, with these parameters in the place of the usual ones.
fn authorization(changes: &[(&str, &str)]) -> String {
    let settings = Settings::default();
    let mut parameters = indexmap::IndexMap::from([
        ("client_id", settings.app_id.as_str()),
        ("redirect_uri", BACK),
        ("response_type", "code"),
        ("scope", "openid profile"),
        ("state", "S"),
    ]);
    parameters.extend(changes.iter().copied());
    format!("/oidc/auth?{}", form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish())
}

fn location(response: &Response) -> &str {
    response.headers()[LOCATION].to_str().unwrap()
}

/// The code of an authorization with a challenge.
fn code(world: &mut World) -> String {
    let response = get(world, &authorization(&[("code_challenge", CHALLENGE), ("code_challenge_method", "S256")]));
    let (_, rest) = location(&response).split_once("code=").unwrap();
    rest.split('&').next().unwrap().to_owned()
}

/// Redeems a code as a client without a secret.
async fn redeem(world: &mut World, code: &str, changes: &[(&str, &str)]) -> (u16, Value) {
    let settings = Settings::default();
    let mut form = indexmap::IndexMap::from([
        ("grant_type", "authorization_code"),
        ("client_id", settings.app_id.as_str()),
        ("redirect_uri", BACK),
        ("code", code),
        ("code_verifier", VERIFIER),
    ]);
    form.extend(changes.iter().copied());
    let form: Vec<(&str, &str)> = form.into_iter().collect();
    body(post(world, "/oidc/token", &form)).await
}

#[tokio::test]
async fn without_a_client_or_an_address_there_is_a_page() {
    for change in [
        ("client_id", "other"),
        ("redirect_uri", ""),
        ("redirect_uri", "/relative"),
        ("redirect_uri", "https://a.com/#part"),
        ("redirect_uri", "https://a.com/\r\nx-evil: 1"),
        ("redirect_uri", "JavaScript:alert(1)"),
    ] {
        let response = get(&mut world(), &authorization(&[change]));
        assert_eq!(response.status(), 400, "{change:?}");
        assert!(!response.headers().contains_key(LOCATION), "{change:?}");
    }
}

#[tokio::test]
async fn every_other_mistake_travels_back_with_the_state() {
    for (change, error) in [
        (("response_type", ""), "invalid_request"),
        (("response_type", "token"), "unsupported_response_type"),
        (("response_mode", "web_message"), "invalid_request"),
        (("scope", "profile"), "invalid_scope"),
        (("code_challenge", "short"), "invalid_request"),
        (("code_challenge_method", "S256"), "invalid_request"),
        (("login_hint", "nobody"), "access_denied"),
    ] {
        let response = get(&mut world(), &authorization(&[change]));
        let location = location(&response);
        assert!(location.starts_with(&format!("{BACK}?error={error}&")), "{change:?}: {location}");
        assert!(location.ends_with("&state=S"), "{change:?}: {location}");
    }
}

#[tokio::test]
async fn a_parameter_that_comes_twice_is_refused() {
    let response = get(&mut world(), &format!("{}&scope=openid", authorization(&[])));
    assert!(location(&response).contains("error=invalid_request"));
}

#[tokio::test]
async fn without_users_access_is_denied() {
    let response = get(&mut empty_world(), &authorization(&[]));
    assert!(location(&response).contains("error=access_denied"));
}

#[tokio::test]
async fn answers_travel_as_the_response_mode_says() {
    let mut world = world();
    let response = get(&mut world, &authorization(&[("response_mode", "fragment")]));
    assert!(location(&response).starts_with("https://a.com/cb#code="));
    let response = get(&mut world, &authorization(&[("redirect_uri", "app.example:/cb?x=1")]));
    assert!(location(&response).starts_with("app.example:/cb?x=1&code="));
    let response = get(&mut world, &authorization(&[("response_mode", "form_post"), ("state", "\"><script>")]));
    assert_eq!(response.status(), 200);
    let page = text(response).await;
    assert!(page.contains("name=\"code\"") && page.contains("name=\"state\" value=\"&#34;&#62;&#60;script&#62;\""));
}

#[tokio::test]
async fn a_code_is_good_with_its_address_and_its_verifier_only() {
    let mut world = world();
    let code = code(&mut world);
    for change in [("redirect_uri", "https://a.com/other"), ("code_verifier", ""), ("code_verifier", CHALLENGE)] {
        let (status, answer) = redeem(&mut world, &code, &[change]).await;
        assert_eq!((status, &answer["error"]), (400, &json!("invalid_grant")), "{change:?}");
    }
    let (status, answer) = redeem(&mut world, &code, &[]).await;
    assert_eq!(status, 200, "{answer}");
    assert_eq!(answer.get("refresh_token"), None, "offline_access was not asked for");
}

#[tokio::test]
async fn a_code_that_comes_twice_ends_what_came_of_it() {
    let mut world = world();
    let code = code(&mut world);
    let (_, first) = redeem(&mut world, &code, &[]).await;
    let token = first["access_token"].as_str().unwrap();
    assert!(world.tokens.check(token).is_some());
    let (_, second) = redeem(&mut world, &code, &[]).await;
    assert_eq!(second["error"], "invalid_grant");
    assert_eq!(world.tokens.check(token), None);
}

#[tokio::test]
async fn a_client_without_a_secret_needs_a_challenge() {
    let mut world = world();
    let response = get(&mut world, &authorization(&[]));
    let code = location(&response).split_once("code=").unwrap().1.split('&').next().unwrap().to_owned();
    let (_, answer) = redeem(&mut world, &code, &[("code_verifier", "")]).await;
    assert_eq!(answer["error"], "invalid_grant");
    let secret = Settings::default().app_secret;
    let (status, _) = redeem(&mut world, &code, &[("code_verifier", ""), ("client_secret", &secret)]).await;
    assert_eq!(status, 200);
}

#[tokio::test]
async fn a_client_that_is_not_the_application_is_refused_with_401() {
    let mut world = world();
    for changes in [[("client_id", "other")], [("client_secret", "wrong")], [("client_id", "")]] {
        let (status, answer) = redeem(&mut world, "any", &changes).await;
        assert_eq!((status, &answer["error"]), (401, &json!("invalid_client")), "{changes:?}");
    }
    let (status, answer) = redeem(&mut world, "any", &[("grant_type", "password")]).await;
    assert_eq!((status, &answer["error"]), (400, &json!("unsupported_grant_type")));
    let (status, answer) = redeem(&mut world, "any", &[("grant_type", "client_credentials")]).await;
    assert_eq!((status, &answer["error"]), (401, &json!("invalid_client")), "that takes an access key");
}

#[tokio::test]
async fn two_ways_of_proving_who_the_client_is_are_refused() {
    let mut headers = HeaderMap::from_iter([(CONTENT_TYPE, "application/x-www-form-urlencoded".parse().unwrap())]);
    headers.insert(AUTHORIZATION, "Basic aWQ6c2VjcmV0".parse().unwrap());
    let form = [("grant_type", "client_credentials"), ("client_id", "id"), ("client_secret", "secret")];
    let response = call(&mut world(), &Method::POST, "/oidc/token", &form, &headers);
    assert_eq!(body(response).await.1["error"], "invalid_request");
}

#[tokio::test]
async fn a_refresh_may_narrow_the_scope_and_not_widen_it() {
    let mut world = world();
    let (app_id, token) = (Settings::default().app_id, world.tokens.issue("http://mock/oidc", "U", "openid profile"));
    let refresh = |token: String, scope: &'static str| {
        vec![
            ("grant_type".to_owned(), "refresh_token".to_owned()),
            ("client_id".to_owned(), app_id.clone()),
            ("refresh_token".to_owned(), token),
            ("scope".to_owned(), scope.to_owned()),
        ]
    };
    let mut send = |form: Vec<(String, String)>| {
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        post(&mut world, "/oidc/token", &form)
    };
    let (_, wide) = body(send(refresh(token.refresh_token.clone(), "openid email"))).await;
    assert_eq!(wide["error"], "invalid_scope");
    let (status, narrow) = body(send(refresh(token.refresh_token, "openid"))).await;
    assert_eq!((status, &narrow["scope"]), (200, &json!("openid")));
}

#[tokio::test]
async fn user_info_without_a_good_token_says_so_in_a_header() {
    let mut world = world();
    let response = get(&mut world, "/oidc/me");
    assert_eq!((response.status().as_u16(), &response.headers()[WWW_AUTHENTICATE]), (401, &"Bearer".parse().unwrap()));
    let response = get(&mut world, "/oidc/me?access_token=bad");
    assert!(response.headers()[WWW_AUTHENTICATE].to_str().unwrap().contains("invalid_token"));
    let token = world.tokens.issue("http://mock/oidc", "U", "profile").access_token;
    let response = get(&mut world, &format!("/oidc/me?access_token={token}"));
    assert_eq!(response.status(), 403);
}

#[tokio::test]
async fn validate_token_takes_exactly_one_token() {
    let mut world = world();
    let issued = world.tokens.issue("http://mock/oidc", "U", "openid");
    let path = "/api/v2/oidc/validate_token";
    let (id, access) = (issued.id_token, issued.access_token);
    let (_, claims) = body(get(&mut world, &format!("{path}?id_token={id}"))).await;
    assert_eq!(claims["sub"], "U");
    let (_, claims) = body(get(&mut world, &format!("{path}?access_token={access}"))).await;
    assert_eq!(claims["scope"], "openid");
    for query in [String::new(), format!("id_token={access}"), format!("id_token={id}&access_token={access}")] {
        let (_, refused) = body(get(&mut world, &format!("{path}?{query}"))).await;
        assert_eq!(refused["code"], 400, "{query}");
    }
}

#[test]
fn a_code_is_over_after_ten_minutes() {
    use super::sessions::{CODE_LIFETIME, Code, Sessions};
    let code = Code {
        user_id: "U".to_owned(),
        scope: "openid".to_owned(),
        redirect_uri: BACK.to_owned(),
        challenge: None,
        nonce: None,
        expires_at: CODE_LIFETIME,
        used_for: None,
    };
    let mut sessions = Sessions::default();
    sessions.insert("C".to_owned(), code, 0);
    assert!(sessions.get("C", CODE_LIFETIME - 1).is_some());
    assert!(sessions.get("C", CODE_LIFETIME).is_none());
}
