//! What can be wrong with a body.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::server::{Reply, Server, answer, raw};
use crate::{failure, fetch_from, text};

fn packed(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

#[tokio::test]
async fn a_packed_text_is_unpacked() {
    let server = Server::answering("200 OK\r\ncontent-encoding: gzip", &packed(b"{}")).await;
    assert_eq!(fetch_from(&server).await.unwrap(), text("{}"));
}

#[tokio::test]
async fn a_text_that_ends_with_the_connection_is_whole() {
    let server = Server::new(vec![Reply::Bytes(raw("200 OK", b"{}"))]).await;
    assert_eq!(fetch_from(&server).await.unwrap(), text("{}"));
}

#[tokio::test]
async fn a_body_that_breaks_off_is_no_text() {
    for broken in [
        raw("200 OK\r\ncontent-length: 10", b"{}"),
        raw("200 OK\r\ntransfer-encoding: chunked", b"5\r\n{}"),
        raw("200 OK\r\ntransfer-encoding: chunked", b"no length\r\n{}"),
        raw("200 OK\r\ncontent-length: 5\r\ncontent-length: 7", b"{\"a\":1}"),
        answer("200 OK\r\ncontent-encoding: gzip", &packed(b"{}")[..12]),
        answer("200 OK\r\ncontent-encoding: gzip", b"this is not packed"),
    ] {
        let server = Server::new(vec![Reply::Bytes(broken)]).await;
        let message = failure(&server).await;
        let start = "the answer of http://127.0.0.1:PORT/api.json is broken off or damaged: ";
        assert!(message.starts_with(start), "{message}");
    }
}

#[tokio::test]
async fn what_is_too_large_is_not_read_to_its_end() {
    let too_large = "the text at http://127.0.0.1:PORT/api.json has more than 1000 bytes";
    let announced = raw("200 OK\r\ncontent-length: 1001", b"");
    // Nothing ends these: who wanted to read all would wait for ever.
    let endless = Reply::Silence(raw("200 OK", &[b' '; 1001]));
    let bomb = Reply::Silence(raw("200 OK\r\ncontent-encoding: gzip", &packed(&[b' '; 1_000_000])));
    for reply in [Reply::Bytes(announced), endless, bomb] {
        let server = Server::new(vec![reply]).await;
        assert_eq!(failure(&server).await, too_large);
    }
}

#[tokio::test]
async fn bytes_that_are_no_text_are_told() {
    let server = Server::answering("200 OK", b"{\"a\": \"\xff\"}").await;
    assert_eq!(failure(&server).await, "what http://127.0.0.1:PORT/api.json has is not UTF-8");
}
