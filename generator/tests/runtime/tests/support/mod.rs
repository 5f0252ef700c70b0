//! A server on the loopback interface that answers every request with the same bytes and keeps what it was sent.

#![allow(dead_code, unreachable_pub, reason = "every test file uses its own part of this")]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

use std::sync::{Arc, Mutex};

use genauth::Client;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

pub mod script;

pub struct Server {
    address: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Answers with JSON.
    pub async fn json(status: &str, body: &str) -> Self {
        Server::answering(status, "content-type: application/json\r\n", body).await
    }

    /// Answers with a status line, headers and a body.
    pub async fn answering(status: &str, headers: &str, body: &str) -> Self {
        let length = body.len();
        Server::raw(format!(
            "HTTP/1.1 {status}\r\n{headers}content-length: {length}\r\nconnection: close\r\n\r\n{body}"
        ))
        .await
    }

    /// Answers with exactly these bytes and closes the connection.
    pub async fn raw(answer: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&requests);
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let request = read_request(&mut stream).await;
                kept.lock().unwrap().push(request);
                let _ = stream.write_all(answer.as_bytes()).await;
                let _ = stream.shutdown().await;
            }
        });
        Server { address, requests }
    }

    pub fn address(&self) -> &str {
        &self.address
    }

    /// A client of this server.
    pub fn client(&self) -> Client {
        Client::builder().base_url(&self.address).build().unwrap()
    }

    /// The only request that came.
    pub fn request(&self) -> String {
        let requests = self.requests.lock().unwrap();
        assert_eq!(requests.len(), 1, "requests: {requests:#?}");
        requests[0].clone()
    }

    pub fn request_count(&self) -> usize {
        self.requests.lock().unwrap().len()
    }

    /// The first line of the only request, without the version.
    pub fn request_line(&self) -> String {
        let request = self.request();
        let line = request.lines().next().unwrap();
        line.strip_suffix(" HTTP/1.1").unwrap().to_owned()
    }

    /// The value of a header of the only request.
    pub fn header(&self, name: &str) -> Option<String> {
        let request = self.request();
        let mut values = request.lines().filter_map(|line| line.split_once(": ")).filter(|(key, _)| *key == name);
        let value = values.next().map(|(_, value)| value.to_owned());
        assert_eq!(values.next(), None, "more than one {name}");
        value
    }

    /// The body of the only request.
    pub fn body(&self) -> String {
        self.request().split_once("\r\n\r\n").unwrap().1.to_owned()
    }
}

pub async fn read_request(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut chunk = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap_or("0");
            if body.len() >= length.parse().unwrap() {
                return text;
            }
        }
        match stream.read(&mut chunk).await {
            Ok(0) | Err(_) => return text,
            Ok(count) => bytes.extend_from_slice(&chunk[..count]),
        }
    }
}
