//! What happens to a subscription when its connection breaks, falls silent, is too fast, or is no longer wanted.

#![cfg(feature = "events")]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

mod event_service;

use std::sync::Arc;
use std::time::Duration;

use event_service::{EventService, Side, quickly, within};
use futures_util::{SinkExt, StreamExt};
use genauth::events::{Events, Reconnect, Subscribe};
use genauth::{Error, TransportErrorKind};
use tokio_rustls::rustls;
use tokio_tungstenite::tungstenite::Message;

async fn subscribed(service: &EventService, change: impl FnOnce(Subscribe) -> Subscribe) -> (Side, Events) {
    let client = service.management();
    let (side, events) = tokio::join!(service.accept(), change(client.subscribe_event("a")));
    (side, events.unwrap())
}

async fn text(events: &mut Events) -> String {
    within(events.next()).await.unwrap().unwrap().text().to_owned()
}

/// The error that ends a stream.
async fn end(events: &mut Events) -> Error {
    let error = within(events.next()).await.unwrap().unwrap_err();
    assert!(within(events.next()).await.is_none(), "nothing comes after an error");
    error
}

fn kind(error: &Error) -> TransportErrorKind {
    let Error::Transport(error) = error else { panic!("{error:?}") };
    assert_eq!(error.operation(), Some("subscribe_event"));
    error.kind()
}

#[tokio::test]
async fn a_broken_connection_is_opened_again() {
    let service = EventService::start().await;
    let (mut side, mut events) = subscribed(&service, |subscribe| subscribe.reconnect(quickly(10))).await;
    for round in 0..6 {
        side.send(Message::text(round.to_string())).await.unwrap();
        assert_eq!(text(&mut events).await, round.to_string());
        match round % 3 {
            // Closed in order, cut off, and cut off after something that is no message.
            0 => side.close(None).await.unwrap(),
            1 => {}
            _ => side.send(Message::binary(vec![0xff])).await.unwrap(),
        }
        drop(side);
        side = service.accept().await;
    }
}

#[tokio::test]
async fn the_count_begins_anew_with_a_connection_that_works() {
    let service = EventService::start().await;
    let (mut side, mut events) = subscribed(&service, |subscribe| subscribe.reconnect(quickly(2))).await;
    for round in 0..5 {
        drop(side);
        service.refuse("503 Service Unavailable", "retry-after: 0\r\n", "").await;
        side = service.accept().await;
        side.send(Message::text(round.to_string())).await.unwrap();
        assert_eq!(text(&mut events).await, round.to_string());
    }
}

#[tokio::test]
async fn a_stream_ends_with_one_error_when_the_attempts_are_used_up() {
    let service = EventService::start().await;
    let (side, mut events) = subscribed(&service, |subscribe| subscribe.reconnect(quickly(3))).await;
    drop(side);
    // A connection that is closed without an event does not count as one that works.
    drop(service.accept().await);
    drop(service.tcp().await);
    service.refuse("502 Bad Gateway", "", "").await;
    let error = end(&mut events).await;
    assert!(matches!(error, Error::Status(_)), "{error:?}");
}

#[tokio::test]
async fn without_attempts_a_close_ends_the_stream() {
    let service = EventService::start().await;
    let (mut side, mut events) = subscribed(&service, |subscribe| subscribe.reconnect(Reconnect::off())).await;
    side.send(Message::text("last")).await.unwrap();
    side.close(None).await.unwrap();
    assert_eq!(text(&mut events).await, "last");
    assert_eq!(kind(&end(&mut events).await), TransportErrorKind::Other);
}

#[tokio::test]
async fn credentials_that_are_refused_later_end_the_stream_at_once() {
    for status in ["401 Unauthorized", "403 Forbidden"] {
        let service = EventService::start().await;
        let (side, mut events) = subscribed(&service, |subscribe| subscribe.reconnect(quickly(u32::MAX))).await;
        drop(side);
        service.refuse(status, "", "").await;
        let error = end(&mut events).await;
        assert!(matches!(error, Error::Status(_)), "{error:?}");
    }
}

#[tokio::test]
async fn a_dead_service_is_noticed() {
    let service = EventService::start().await;
    let brief = |subscribe: Subscribe| subscribe.keep_alive(Duration::from_millis(50)).reconnect(Reconnect::off());
    // It holds the connection, but does not read from it.
    let (_side, mut events) = subscribed(&service, brief).await;
    assert_eq!(kind(&end(&mut events).await), TransportErrorKind::Timeout);
}

#[tokio::test]
async fn a_dead_service_is_not_tried_for_ever() {
    let service = EventService::start().await;
    let brief = |subscribe: Subscribe| subscribe.keep_alive(Duration::from_millis(30)).reconnect(quickly(1));
    let (_first, mut events) = subscribed(&service, brief).await;
    let _second = service.accept().await;
    assert_eq!(kind(&end(&mut events).await), TransportErrorKind::Timeout);
}

#[tokio::test]
async fn a_quiet_service_that_answers_is_kept() {
    let service = EventService::start().await;
    let brief = |subscribe: Subscribe| subscribe.keep_alive(Duration::from_millis(400)).reconnect(Reconnect::off());
    let (mut side, mut events) = subscribed(&service, brief).await;
    // Reading answers the pings.
    for _ in 0..2 {
        assert!(matches!(within(side.next()).await, Some(Ok(Message::Ping(_)))));
    }
    side.send(Message::text("still here")).await.unwrap();
    assert_eq!(text(&mut events).await, "still here");
}

#[tokio::test]
async fn pings_of_the_service_are_answered() {
    let service = EventService::start().await;
    let (mut side, _events) = subscribed(&service, |subscribe| subscribe).await;
    side.send(Message::Ping("are you there".into())).await.unwrap();
    let answer = within(side.next()).await.unwrap().unwrap();
    assert_eq!(answer, Message::Pong("are you there".into()));
}

#[tokio::test]
async fn a_slow_program_slows_the_service_and_loses_nothing() {
    const COUNT: usize = 400;
    let service = EventService::start().await;
    let (mut side, mut events) = subscribed(&service, |subscribe| subscribe.buffer(1)).await;
    let sending = tokio::spawn(async move {
        for number in 0..COUNT {
            side.send(Message::text(format!("{number:060000}"))).await.unwrap();
        }
        side
    });
    // 24 MB fit nowhere on the way, so the sender has to wait for the reader.
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(!sending.is_finished());
    for number in 0..COUNT {
        assert_eq!(text(&mut events).await.parse(), Ok(number));
    }
    within(sending).await.unwrap();
}

#[tokio::test]
async fn an_event_that_is_too_large_ends_the_stream() {
    let service = EventService::start().await;
    let (mut side, mut events) = subscribed(&service, |subscribe| subscribe.max_message_size(10)).await;
    side.send(Message::text("0123456789")).await.unwrap();
    side.send(Message::text("0123456789a")).await.unwrap();
    assert_eq!(text(&mut events).await, "0123456789");
    assert_eq!(kind(&end(&mut events).await), TransportErrorKind::TooLarge);
}

#[tokio::test]
async fn dropping_the_stream_says_good_bye() {
    let service = EventService::start().await;
    let (mut side, events) = subscribed(&service, |subscribe| subscribe.buffer(1)).await;
    // Also when events wait that nobody takes.
    for _ in 0..5 {
        side.send(Message::text("event")).await.unwrap();
    }
    drop(events);
    expect_goodbye(side).await;
}

#[tokio::test]
async fn closing_the_stream_waits_for_the_good_bye() {
    let service = EventService::start().await;
    let (side, events) = subscribed(&service, |subscribe| subscribe).await;
    let service_side = tokio::spawn(expect_goodbye(side));
    within(events.close()).await;
    within(service_side).await.unwrap();
}

#[tokio::test]
async fn closing_the_stream_does_not_wait_for_the_next_attempt() {
    let service = EventService::start().await;
    let hour = Reconnect::off().max_attempts(1).base_delay(Duration::from_secs(1 << 40)).max_delay(Duration::MAX);
    let (side, events) = subscribed(&service, |subscribe| subscribe.reconnect(hour)).await;
    drop(side);
    within(events.close()).await;
}

async fn expect_goodbye(mut side: Side) {
    let goodbye = within(side.next()).await;
    let Some(Ok(Message::Close(Some(frame)))) = goodbye else { panic!("{goodbye:?}") };
    assert_eq!(u16::from(frame.code), 1000);
    assert!(within(side.next()).await.is_none());
}

#[tokio::test]
async fn a_secure_socket_needs_a_certificate_that_is_trusted() {
    let service = EventService::start().await;
    let certificate = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let tls = acceptor(&certificate);
    let uri = service.uri().replace("ws://127.0.0.1", "wss://localhost");
    let client = genauth::ManagementClient::builder().access_key_id("AK").access_key_secret("SECRET");
    let client = client.socket_uri(uri).build().unwrap();

    let (_, error) =
        tokio::join!(async { tls.accept(service.tcp().await).await.map(|_| ()) }, client.subscribe_event("a"));
    assert_eq!(kind(&error.unwrap_err()), TransportErrorKind::Tls);

    let root = reqwest::Certificate::from_pem(certificate.cert.pem().as_bytes()).unwrap();
    let trusting = reqwest::Client::builder().http1_only().tls_certs_only([root]).build().unwrap();
    let accepted = async {
        let stream = tls.accept(service.tcp().await).await.unwrap();
        tokio_tungstenite::accept_async(stream).await.unwrap()
    };
    let (mut side, events) = tokio::join!(accepted, client.subscribe_event("a").http_client(trusting));
    side.send(Message::text("secret")).await.unwrap();
    assert_eq!(text(&mut events.unwrap()).await, "secret");
}

fn acceptor(certificate: &rcgen::CertifiedKey<rcgen::KeyPair>) -> tokio_rustls::TlsAcceptor {
    let key = rustls::pki_types::PrivateKeyDer::try_from(certificate.signing_key.serialize_der()).unwrap();
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let config = config.with_no_client_auth().with_single_cert(vec![certificate.cert.der().clone()], key).unwrap();
    Arc::new(config).into()
}
