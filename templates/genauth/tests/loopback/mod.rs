//! A server on the loopback interface: it answers each request with the next of its answers and keeps what it was sent.

#![allow(dead_code, missing_docs, unreachable_pub, reason = "a test's own module, of which every test uses a part")]

use std::sync::{Arc, Mutex};

use genauth::AuthenticationClient;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

pub struct Server {
    address: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Answers with HTTP 200 and these JSON bodies, one for each request.
    pub async fn json(bodies: &[&str]) -> Self {
        let answers = bodies.iter().map(|body| {
            let length = body.len();
            format!(
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
            )
        });
        Server::raw(answers.collect()).await
    }

    /// Answers with exactly these bytes, one text for each request, and closes the connection after each.
    pub async fn raw(answers: Vec<String>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let requests = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&requests);
        tokio::spawn(async move {
            for answer in answers {
                let Ok((mut stream, _)) = listener.accept().await else { return };
                let request = read_request(&mut stream).await;
                kept.lock().expect("no test panics with the lock").push(request);
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
    pub fn client(&self) -> AuthenticationClient {
        let builder = AuthenticationClient::builder().app_id("APP_ID").app_secret("APP_SECRET");
        builder.app_host(&self.address).build().expect("a client")
    }

    /// The requests that came, each with its head and body.
    pub fn requests(&self) -> Vec<Request> {
        let requests = self.requests.lock().expect("no test panics with the lock");
        requests.iter().map(|text| Request(text.clone())).collect()
    }
}

/// A request as it was sent.
pub struct Request(String);

impl Request {
    /// The method and the target, such as `POST /api/v3/delete-account`.
    pub fn line(&self) -> &str {
        self.0.lines().next().and_then(|line| line.strip_suffix(" HTTP/1.1")).expect("a request line")
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let fields = self.0.lines().filter_map(|line| line.split_once(": "));
        fields.filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value).next()
    }

    pub fn body(&self) -> &str {
        self.0.split_once("\r\n\r\n").expect("a head").1
    }
}

async fn read_request(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut chunk = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap_or("0");
            if body.len() >= length.parse().expect("a length") {
                return text;
            }
        }
        match stream.read(&mut chunk).await {
            Ok(0) | Err(_) => return text,
            Ok(count) => bytes.extend_from_slice(&chunk[..count]),
        }
    }
}
