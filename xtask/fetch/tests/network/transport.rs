//! What can happen before there is an answer.

use std::sync::Arc;

use fetch::{Address, Error, Known, fetch};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

use crate::server::{Reply, Server, raw};
use crate::{failure, limits};

async fn error_of(address: &str) -> Error {
    let address: Address = address.parse().unwrap();
    fetch(&address, &Known::default(), &limits(), &|_| ()).await.unwrap_err()
}

/// A port that nobody listens at.
async fn closed_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port()
}

#[tokio::test]
async fn a_refused_connection_is_told() {
    let port = closed_port().await;
    let error = error_of(&format!("http://user:hunter2@127.0.0.1:{port}/api.json?key=hunter2")).await;
    assert!(matches!(error, Error::NoConnection { .. }), "{error:?}");
    let message = format!("{error} {error:?}");
    assert!(message.starts_with(&format!("cannot connect to http://127.0.0.1:{port}/api.json: ")), "{message}");
    assert!(!message.contains("hunter2"), "{message}");
}

#[tokio::test]
async fn a_host_that_nobody_knows_is_told() {
    // RFC 6761 keeps this name from ever being one.
    let error = error_of("http://nowhere.invalid/api.json").await;
    assert!(matches!(error, Error::UnknownHost(_)), "{error:?}");
}

#[tokio::test]
async fn silence_before_the_answer_in_its_head_and_in_its_body_ends() {
    for sent in [Vec::new(), b"HTTP/1.1 200 OK\r\ncontent-".to_vec(), raw("200 OK\r\ncontent-length: 9", b"{")] {
        let server = Server::new(vec![Reply::Silence(sent)]).await;
        assert_eq!(failure(&server).await, "http://127.0.0.1:PORT/api.json takes too long to answer");
    }
}

#[tokio::test]
async fn a_connection_that_says_nothing_or_no_http_is_told() {
    for sent in [&b""[..], b"SSH-2.0-OpenSSH_9.2\r\n"] {
        let server = Server::new(vec![Reply::Bytes(sent.to_vec())]).await;
        let message = failure(&server).await;
        assert!(message.contains("is broken off or damaged"), "{message}");
    }
}

#[tokio::test]
async fn a_server_without_tls_is_told() {
    let server = Server::answering("200 OK", b"{}").await;
    let error = error_of(&format!("https://127.0.0.1:{}/api.json", server.port())).await;
    assert!(matches!(error, Error::NoConnection { .. }), "{error:?}");
}

#[tokio::test]
async fn a_certificate_that_nobody_vouches_for_is_told() {
    let key = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
    let private = PrivateKeyDer::try_from(key.signing_key.serialize_der()).unwrap();
    let config = ServerConfig::builder().with_no_client_auth().with_single_cert(vec![key.cert.der().clone()], private);
    let acceptor = TlsAcceptor::from(Arc::new(config.unwrap()));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let _ = acceptor.accept(stream).await;
        }
    });
    let error = error_of(&format!("https://127.0.0.1:{port}/api.json")).await;
    let Error::NoConnection { reason, .. } = &error else { panic!("{error:?}") };
    assert!(reason.contains("certificate"), "{reason}");
}
