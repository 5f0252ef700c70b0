//! A server that sends given bytes and nothing else, a connection at a time.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use fetch::Address;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;

/// What one connection gets.
#[derive(Clone)]
pub(crate) enum Reply {
    /// These bytes, and the end.
    Bytes(Vec<u8>),
    /// These bytes, and then nothing more, without an end.
    Silence(Vec<u8>),
}

/// Runs as long as the test.
pub(crate) struct Server {
    port: u16,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Gives each connection the next reply, and those after the last the last one.
    pub(crate) async fn new(replies: Vec<Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&requests);
        tokio::spawn(async move {
            let mut replies = replies.into_iter();
            let mut last = Reply::Bytes(Vec::new());
            while let Ok((stream, _)) = listener.accept().await {
                last = replies.next().unwrap_or(last);
                tokio::spawn(serve(stream, last.clone(), Arc::clone(&seen)));
            }
        });
        Self { port, requests }
    }

    /// A server with one answer: status line and headers, and a body.
    pub(crate) async fn answering(head: &str, body: &[u8]) -> Self {
        Self::new(vec![Reply::Bytes(answer(head, body))]).await
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    pub(crate) fn address(&self, path: &str) -> Address {
        format!("http://127.0.0.1:{}{path}", self.port).parse().unwrap()
    }

    /// The heads of all requests, in small letters.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}

/// An answer with a length that is right.
pub(crate) fn answer(head: &str, body: &[u8]) -> Vec<u8> {
    raw(&format!("{head}\r\ncontent-length: {}", body.len()), body)
}

/// An answer as it is written.
pub(crate) fn raw(head: &str, body: &[u8]) -> Vec<u8> {
    let mut bytes = format!("HTTP/1.1 {head}\r\nconnection: close\r\n\r\n").into_bytes();
    bytes.extend_from_slice(body);
    bytes
}

async fn serve(mut stream: impl AsyncRead + AsyncWrite + Unpin, reply: Reply, requests: Arc<Mutex<Vec<String>>>) {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).await.is_ok_and(|count| count > 0) {
        head.push(byte[0]);
        // What is no HTTP, such as the beginning of TLS, is answered at once.
        if head[0] != b'G' && head[0] != b'C' {
            break;
        }
    }
    requests.lock().unwrap().push(String::from_utf8_lossy(&head).to_lowercase());
    match reply {
        Reply::Bytes(bytes) => {
            let _ = stream.write_all(&bytes).await;
            let _ = stream.shutdown().await;
        }
        Reply::Silence(bytes) => {
            let _ = stream.write_all(&bytes).await;
            let _ = stream.flush().await;
            tokio::time::sleep(Duration::from_secs(60)).await;
        }
    }
}
