//! Subscribing to events and publishing them: what is sent, and what arrives.

#![cfg(feature = "events")]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

mod event_service;
#[cfg(all(feature = "authentication-events", feature = "management-events"))]
mod loopback;

use event_service::{EventService, everything_about, within};
use futures_util::{SinkExt, StreamExt};
use genauth::events::{Events, Subscribe};
use genauth::{Error, ManagementClient, TransportErrorKind};
use tokio_tungstenite::tungstenite::Message;

#[tokio::test]
async fn an_administrator_proves_an_access_key_in_a_header() {
    let service = EventService::start().await;
    let client = service.management().with_access_token("TOKEN");
    let ((_side, knock), events) = tokio::join!(service.accept_and_look(), client.subscribe_event("authing.user/ü&x"));
    let _events = events.unwrap();
    assert_eq!(knock.target, "/events/v1/management/sub?code=authing.user%2F%C3%BC%26x");
    assert!(knock.headers["authorization"].to_str().unwrap().starts_with("GenAuth AK:"));
    assert!(knock.headers["user-agent"].to_str().unwrap().starts_with("genauth-rust/"));
}

#[tokio::test]
async fn a_user_brings_a_token_in_the_query() {
    let service = EventService::start().await;
    let client = service.authentication().with_access_token("to+ken&code=other");
    let ((_side, knock), events) = tokio::join!(service.accept_and_look(), client.subscribe_event("custom_a.b"));
    let _events = events.unwrap();
    let query = "code=custom_a.b&token=to%2Bken%26code%3Dother";
    assert_eq!(knock.target, format!("/events/v1/authentication/sub?{query}"));
    assert!(!knock.headers.contains_key("authorization"));
}

#[tokio::test]
async fn without_credentials_nothing_is_sent() {
    let service = EventService::start().await;
    let error = service.authentication().subscribe_event("a").await.unwrap_err();
    assert_eq!(error.to_string(), "`access_token` is missing: a user's events are told to that user only");
    let error = service.authentication().with_access_token("a\nb").subscribe_event("a").await.unwrap_err();
    assert!(matches!(error, Error::Configuration(_)), "{error:?}");

    let client = ManagementClient::builder().access_token("TOKEN").socket_uri(service.uri()).build().unwrap();
    let error = client.subscribe_event("a").await.unwrap_err();
    assert_eq!(error.to_string(), "`access_key_id` is missing: event sockets are opened with an access key");
    let error = service.management().subscribe_event("").await.unwrap_err();
    assert!(matches!(error, Error::Request(_)), "{error:?}");
}

#[tokio::test]
async fn events_arrive_in_order() {
    let service = EventService::start().await;
    let client = service.management();
    let (mut side, events) = tokio::join!(service.accept(), client.subscribe_event("a"));
    let mut events = events.unwrap();
    for number in 0..100 {
        side.send(Message::text(format!(r#"{{"number":{number}}}"#))).await.unwrap();
    }
    for number in 0..50 {
        let event = within(events.next()).await.unwrap().unwrap();
        assert_eq!(event.text(), format!(r#"{{"number":{number}}}"#));
    }
    let rest: Vec<_> = within(StreamExt::take(&mut events, 50).collect()).await;
    for (number, event) in (50..).zip(rest) {
        let event = event.unwrap();
        assert_eq!(event.json::<serde_json::Value>().unwrap()["number"], number);
        assert!(event.json::<Vec<u8>>().is_err());
        assert_eq!(format!("{event:?}"), "Event { text: 13 bytes }");
    }
}

#[tokio::test]
async fn a_binary_frame_of_text_is_an_event() {
    let service = EventService::start().await;
    let client = service.management();
    let (mut side, events) = tokio::join!(service.accept(), client.subscribe_event("a"));
    side.send(Message::binary("ü")).await.unwrap();
    assert_eq!(within(events.unwrap().next()).await.unwrap().unwrap().text(), "ü");
}

#[tokio::test]
async fn a_refusal_is_told_at_once_and_without_the_token() {
    let service = EventService::start().await;
    let client = service.authentication().with_access_token("T0K+EN");
    let refused = |status, body| {
        let (service, client) = (&service, &client);
        async move { tokio::join!(service.refuse(status, "", body), client.subscribe_event("a")).1.unwrap_err() }
    };

    let error = refused("401 Unauthorized", "").await;
    assert!(matches!(error, Error::Status(_)) && error.is_unauthenticated(), "{error:?}");
    assert_eq!(error.operation(), Some("subscribe_event"));

    let error = refused("403 Forbidden", r#"{"statusCode":403,"apiCode":1000,"message":"no"}"#).await;
    let Error::Api(api) = &error else { panic!("{error:?}") };
    assert_eq!((api.status_code(), api.api_code(), api.message()), (403, Some(1000), "no"));

    let quoted = r#"{"statusCode":404,"message":"Cannot GET /sub?code=a&token=T0K%2BEN (T0K+EN)"}"#;
    let error = refused("404 Not Found", quoted).await;
    assert!(error.to_string().contains("token=[redacted] ([redacted])"), "{error}");
    assert!(!everything_about(&error).contains("T0K"), "{error:?}");
    assert!(!String::from_utf8_lossy(error.response().unwrap().body()).contains("T0K"));

    let error = refused("302 Found", "").await;
    assert!(matches!(error, Error::Status(_)), "{error:?}");
}

#[tokio::test]
async fn an_answer_that_is_no_websocket_is_an_error() {
    let service = EventService::start().await;
    let client = service.management();
    for headers in ["", "upgrade: websocket\r\n", "upgrade: websocket\r\nsec-websocket-accept: d3Jvbmc=\r\n"] {
        let headers = format!("connection: upgrade\r\n{headers}");
        let refused = service.refuse("101 Switching Protocols", &headers, "");
        let error = tokio::join!(refused, client.subscribe_event("a")).1.unwrap_err();
        assert!(matches!(error, Error::Transport(_)), "{error:?}");
    }
}

#[tokio::test]
async fn a_closed_port_is_told_without_the_token() {
    let client = {
        let service = EventService::start().await;
        service.authentication().with_access_token("T0KEN")
    };
    let subscribe = client.subscribe_event("a");
    assert!(!format!("{subscribe:?} {client:?}").contains("T0KEN"));
    let error = within(async { subscribe.await }).await.unwrap_err();
    assert!(error.is_connect(), "{error:?}");
    assert!(!everything_about(&error).contains("T0KEN"), "{error:?}");
}

#[tokio::test]
async fn a_service_that_does_not_answer_is_not_waited_for() {
    let service = EventService::start().await;
    let client = service.management();
    let subscribe = client.subscribe_event("a").connect_timeout(std::time::Duration::from_millis(50));
    let (_silent, error) = tokio::join!(service.tcp(), subscribe);
    let Err(Error::Transport(error)) = error else { panic!("{error:?}") };
    assert_eq!(error.kind(), TransportErrorKind::Timeout);
}

#[test]
fn outside_of_a_runtime_it_is_an_error() {
    use std::task::{Context, Poll, Waker};

    let client = ManagementClient::builder().access_key_id("AK").access_key_secret("SECRET").build().unwrap();
    let mut subscribing = client.subscribe_event("a").into_future();
    let Poll::Ready(Err(error)) = subscribing.as_mut().poll(&mut Context::from_waker(Waker::noop())) else { panic!() };
    assert_eq!(error.to_string(), "`subscribe_event` has to be awaited in a runtime of Tokio");
}

#[test]
fn a_wrong_address_is_no_client() {
    let error = ManagementClient::builder().socket_uri("ftp://example.com").build().unwrap_err();
    assert_eq!(error.to_string(), "`socket_uri` must be a ws or wss URL");
}

#[cfg(feature = "blocking")]
#[test]
fn events_are_iterated_without_a_runtime() {
    use genauth::blocking::Blocking;

    let runtime = tokio::runtime::Runtime::new().unwrap();
    let service = runtime.block_on(EventService::start());
    let client = service.management();
    let side = runtime.spawn(async move {
        let mut side = service.accept().await;
        for text in ["1", "2"] {
            side.send(Message::text(text)).await.unwrap();
        }
        side
    });
    let mut events = client.subscribe_event("a").wait().unwrap().blocking();
    let texts: Vec<_> = events.by_ref().take(2).map(|event| event.unwrap().text().to_owned()).collect();
    assert_eq!(texts, ["1", "2"]);
    drop(events);
    let mut side = runtime.block_on(side).unwrap();
    let goodbye = runtime.block_on(within(side.next()));
    assert!(matches!(goodbye, Some(Ok(Message::Close(_)))), "{goodbye:?}");
}

#[cfg(all(feature = "authentication-events", feature = "management-events"))]
mod publishing {
    use std::collections::BTreeMap;

    use genauth::{Error, ManagementClient};
    use serde_json::{Value, json};

    use crate::loopback;

    const SUCCESS: &str = r#"{"statusCode":200,"message":"ok","data":{"eventId":"e"}}"#;

    #[tokio::test]
    async fn data_travels_as_a_json_text() {
        let server = loopback::Server::json(&[SUCCESS, SUCCESS]).await;
        let management = ManagementClient::builder().access_token("TOKEN").host(server.address()).build().unwrap();
        let data = BTreeMap::from([("amount", 3)]);
        management.publish_custom_event("custom_shop.order", &data).unwrap().await.unwrap();
        let user = server.client().with_access_token("TOKEN");
        user.publish_custom_event("custom_shop.order", &data).unwrap().await.unwrap();

        let requests = server.requests();
        assert_eq!(requests[0].line(), "POST /api/v3/pub-event");
        assert_eq!(requests[1].line(), "POST /api/v3/pub-userEvent");
        for request in requests {
            let body: Value = serde_json::from_str(request.body()).unwrap();
            let source = format!("genauth: {}", env!("CARGO_PKG_VERSION"));
            let expected =
                json!({ "eventType": "custom_shop.order", "eventData": r#"{"amount":3}"#, "source": source });
            assert_eq!(body, expected);
        }
    }

    #[tokio::test]
    async fn data_that_json_cannot_hold_is_told_before_the_call() {
        let client = ManagementClient::builder().access_token("TOKEN").build().unwrap();
        let error = client.publish_custom_event("custom_a.b", &BTreeMap::from([((1, 2), 3)])).unwrap_err();
        assert!(matches!(error, Error::Request(_)), "{error:?}");
    }
}

const _: () = {
    const fn can_move<T: Send + 'static>() {}
    can_move::<Events>();
    can_move::<<Subscribe as IntoFuture>::IntoFuture>();
};
