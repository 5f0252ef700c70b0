//! A program goes through everything that has secrets in it, with all logs on.

use std::fmt::Debug;

use genauth::events::Reconnect;
use genauth::models::{DeleteAccounDto, ListUsersRequestDto};
use genauth::password::RsaKey;
use genauth::protocol::{
    AuthorizationCode, AuthorizeUrlOptions, CasFormat, LogoutUrlOptions, TokenPlace, TokenToValidate,
};
use genauth::{AuthenticationClient, Error, ManagementClient, ReqwestTransport, Retry};
use http::Method;
use serde_json::{Value, json};

use crate::event_service::{EventService, everything_about, within};
use crate::secrets::*;
use crate::service::{ISSUER, Service, elsewhere};
use crate::{capture, vectors};

const EVENT: &str = "what-happened-to-somebody";

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_is_logged_has_a_secret_in_it() {
    capture::begin();
    let mut others = Vec::new();
    for service in [Service::plain(), Service::secure()] {
        let transport = ReqwestTransport::builder().no_proxy();
        let transport = match service.certificate.as_str() {
            "" => transport,
            pem => transport.root_certificates_pem(pem.as_bytes()),
        };
        let transport = transport.build().unwrap();
        others.extend(users(&service, &transport).await);
        others.extend(sign_in_by_redirect(&service, &transport).await);
        administrators(&service, &transport).await;
        others.extend(service.sent());
    }
    no_connection().await;
    others.extend(events().await);

    let text = capture::text();
    for target in ["genauth::", "hyper_util::", "reqwest::", "rustls::", "h2::", "tungstenite::"] {
        assert!(text.lines().any(|line| is_of(line, target)), "the logs of `{target}` are not kept");
    }
    for kind in ["Configuration", "Request", "Transport", "Status", "Api", "Decode", "OpenId", "Token"] {
        assert!(text.contains(&format!("error={kind}(")), "no call ended in an error of the kind `{kind}`");
    }
    let others: Vec<_> = others.iter().map(String::as_str).filter(|text| *text != "{}").collect();
    assert!(others.len() > 30, "{others:?}");
    assert_hidden(&text, others);
    // What an event tells is not logged by this crate, but by the websocket library, as `genauth::events` says.
    let lines = text.lines().filter(|line| line.contains(EVENT));
    assert!(lines.clone().all(|line| is_of(line, "tungstenite::")), "{:?}", lines.collect::<Vec<_>>());
}

/// Whether a line was logged by this library: `TIME LEVEL target: message`, or `TIME LEVEL span{fields}: target: message`.
fn is_of(line: &str, target: &str) -> bool {
    let Some((_, message)) = line.split_once(' ').and_then(|(_, rest)| rest.trim_start().split_once(' ')) else {
        return false;
    };
    message.starts_with(target) || message.split_once("}: ").is_some_and(|(_, message)| message.starts_with(target))
}

/// A careless program logs all that it gets.
fn log<T: Debug>(result: Result<T, Error>) {
    match result {
        Ok(value) => tracing::info!(?value, "done"),
        Err(error) => tracing::error!(%error, ?error, everything = everything_about(&error), "not done"),
    }
}

fn application(service: &Service, transport: &ReqwestTransport) -> AuthenticationClient {
    AuthenticationClient::builder()
        .app_id("APP")
        .app_secret(APP_SECRET)
        .app_host(&service.host)
        .issuer(ISSUER)
        .id_token_hs256(true)
        .redirect_uri("https://a.example/callback")
        .retry(Retry::standard().base_delay(std::time::Duration::from_millis(1)))
        .transport(transport.clone())
        .build()
        .unwrap()
}

async fn users(service: &Service, transport: &ReqwestTransport) -> [String; 1] {
    let client = application(service, transport);
    let encrypted = RsaKey::from_pem(vectors::RSA_PUBLIC).unwrap().encrypt(PASSWORD).unwrap();
    for password in [PASSWORD, &encrypted] {
        log(client.sign_in_by_email_password("e@example.com", password, None).await);
    }
    log(client.sign_in_by_phone_pass_code("188", PASS_CODE, None, None).raw().await);
    let user = client.with_access_token(ACCESS_TOKEN);
    log(user.get_profile().await.map(|_| ()));
    log(user.get_profile().strict().await.map(|_| ()));
    log(user.delete_account(DeleteAccounDto::new(DELETE_TOKEN)).await);
    log(user.delete_account(DeleteAccounDto::new(DELETE_TOKEN)).access_token("no\nheader hush").await);
    log(client.with_access_token("hush\n").get_profile().await);
    let elsewhere = client.request(Method::POST, "/elsewhere").query("token", ACCESS_TOKEN);
    let elsewhere = elsewhere.json(&json!({"password": PASSWORD})).unwrap();
    log(elsewhere.call::<Value>().repeatable().header("cookie", "hush-cookie").await);
    [encrypted]
}

async fn sign_in_by_redirect(service: &Service, transport: &ReqwestTransport) -> Vec<String> {
    let client = application(service, transport);
    let options = AuthorizeUrlOptions::new().with_state(STATE).with_nonce(NONCE);
    let login = client.login_with_redirect(options).unwrap();
    let cookie = login.set_cookie.expose().split(';').next().unwrap().to_owned();
    for (code, state, cookie) in [
        (CODE, STATE, Some(cookie.as_str())),
        (CODE, "hush-other", Some(&cookie)),
        (CODE, STATE, None),
        ("hush-bad-code", STATE, Some(&cookie)),
    ] {
        log(client.handle_redirect_callback(&format!("/callback?code={code}&state={state}"), cookie).await);
    }
    log(client.handle_redirect_callback("/callback?error=access_denied&state=hush-state", Some(&cookie)).await);
    log(client.get_access_token_by_code(AuthorizationCode::new(CODE).with_code_verifier(VERIFIER)).await);
    log(client.get_new_access_token_by_refresh_token(REFRESH_TOKEN).await);
    log(client.get_access_token_by_client_credentials("a", "AK", ACCESS_KEY_SECRET).await);
    log(client.get_user_info_by_access_token(ACCESS_TOKEN).await);
    log(client.get_user_info_with_token_in(TokenPlace::PostForm, ACCESS_TOKEN).await);
    log(client.introspect_token(ACCESS_TOKEN).await);
    log(client.validate_token(TokenToValidate::AccessToken(ACCESS_TOKEN.into())).await.map(|_| ()));
    log(client.revoke_token(REFRESH_TOKEN).await);
    log(client.validate_ticket_v2(TICKET, "https://a.example/", CasFormat::Json).await);
    log(client.validate_ticket_v2(TICKET, "https://a.example/", CasFormat::Xml).await);
    log(client.parse_id_token(ID_TOKEN, Some(NONCE)).await);
    log(client.parse_access_token(ACCESS_TOKEN).await);
    let id_token = crate::service::id_token();
    log(client.parse_id_token(&id_token, Some("hush-other")).await);
    log(Ok::<_, Error>(client.logout_with_redirect(LogoutUrlOptions::new().with_id_token(id_token.as_str()))));
    vec![cookie.split_once('=').unwrap().1.to_owned(), id_token]
}

async fn administrators(service: &Service, transport: &ReqwestTransport) {
    for token_mode in [false, true] {
        let client = ManagementClient::builder().access_key_id("AK").access_key_secret(ACCESS_KEY_SECRET);
        let client = client.host(&service.host).token_mode(token_mode).transport(transport.clone()).build().unwrap();
        let request = ListUsersRequestDto::new().with_keywords(PERSONAL);
        log(client.list_users(request).await.map(|_| ()));
        let thing = client.request(Method::GET, "/things").query("secret", PERSONAL).call::<Value>();
        log(thing.no_retry().await);
    }
}

/// A closed port, a proxy that wants a password and is not there, and a service that nobody trusts.
async fn no_connection() {
    let closed = format!("http://{}", elsewhere(async |listener| drop(listener)));
    let proxy = closed.replace("http://", "http://user:hush-proxy@");
    let secure = Service::secure();
    for (host, transport) in [
        (&closed, ReqwestTransport::builder().no_proxy()),
        (&closed, ReqwestTransport::builder().proxy(&proxy)),
        (&secure.host, ReqwestTransport::builder().proxy(&proxy)),
        (&secure.host, ReqwestTransport::builder().no_proxy()),
    ] {
        let transport = transport.build().unwrap();
        tracing::info!(?transport, "a careless program");
        let builder = AuthenticationClient::builder().app_id("APP").app_secret(APP_SECRET).app_host(host);
        let client = builder.transport(transport).retry(Retry::off()).access_token(ACCESS_TOKEN).build().unwrap();
        let call = client.request(Method::GET, "/things").query("token", ACCESS_TOKEN).call::<Value>();
        let error = call.await.unwrap_err();
        assert!(matches!(error, Error::Transport(_)), "{error:?}");
        log(Err::<(), _>(error));
    }
}

/// A subscription with a token in its address: refused, then granted, broken off, and ended. And one that is signed.
async fn events() -> Vec<String> {
    use futures_util::{SinkExt, StreamExt};
    use tokio_tungstenite::tungstenite::Message;

    let (knocked, mut knocks) = tokio::sync::mpsc::unbounded_channel();
    let address = elsewhere(async move |listener| {
        let service = EventService::of(listener);
        let refusal = format!(r#"{{"statusCode":403,"message":"no {ACCESS_TOKEN}","apiCode":1}}"#);
        service.refuse("403 Forbidden", "", &refusal).await;
        // The first connection breaks off; the others last until the subscriber leaves.
        for lasts in [false, true, true] {
            let (mut side, knock) = service.accept_and_look().await;
            let _ = knocked.send(knock);
            let _ = side.send(Message::text(EVENT)).await;
            if lasts {
                let _ = side.next().await;
            }
        }
    });
    let uri = format!("ws://{address}");
    let builder = AuthenticationClient::builder().app_id("APP").app_secret(APP_SECRET).app_host("http://localhost");
    let user = builder.access_token(ACCESS_TOKEN).socket_uri(&uri).build().unwrap();
    log(within(async { user.subscribe_event("a").await }).await);
    let quickly = Reconnect::standard().base_delay(std::time::Duration::from_millis(1));
    let mut events = within(async { user.subscribe_event("a").reconnect(quickly).await }).await.unwrap();
    for _ in 0..2 {
        log(within(events.next()).await.unwrap());
    }
    within(events.close()).await;

    let builder = ManagementClient::builder().access_key_id("AK").access_key_secret(ACCESS_KEY_SECRET);
    let administrator = builder.socket_uri(&uri).build().unwrap();
    let mut events = within(async { administrator.subscribe_event("a").await }).await.unwrap();
    log(within(events.next()).await.unwrap());
    within(events.close()).await;

    let mut secrets = Vec::new();
    while let Ok(knock) = knocks.try_recv() {
        if let Some(authorization) = knock.headers.get("authorization") {
            secrets.push(authorization.to_str().unwrap().rsplit(':').next().unwrap().to_owned());
        }
    }
    assert_eq!(secrets.len(), 1);
    secrets
}
