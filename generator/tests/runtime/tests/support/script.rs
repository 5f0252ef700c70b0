//! A server that answers each connection with the next reply of a list.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::Mutex;

use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;

use super::read_request;

/// What becomes of one request.
#[derive(Clone, Debug)]
pub enum Reply {
    Json(&'static str, &'static str),
    Raw(Vec<u8>),
    /// The connection is torn down without a word.
    Reset,
    /// Nothing ever comes.
    Silence,
}

impl Reply {
    pub const fn json(status: &'static str, body: &'static str) -> Self {
        Reply::Json(status, body)
    }

    pub fn raw(text: impl Into<Vec<u8>>) -> Self {
        Reply::Raw(text.into())
    }
}

pub struct Script {
    address: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Script {
    pub async fn of(replies: impl IntoIterator<Item = Reply>) -> Self {
        Script::start(replies.into_iter().collect(), None).await
    }

    pub async fn repeating(reply: Reply) -> Self {
        Script::start(VecDeque::new(), Some(reply)).await
    }

    async fn start(mut replies: VecDeque<Reply>, last: Option<Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&requests);
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let reply = replies.pop_front().or(last.clone()).expect("the script goes on");
                let request = read_request(&mut stream).await;
                kept.lock().unwrap().push(request);
                let bytes = match reply {
                    Reply::Json(status, body) => format!(
                        "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
                        body.len()
                    )
                    .into_bytes(),
                    Reply::Raw(bytes) => bytes,
                    Reply::Reset => {
                        stream.set_zero_linger().unwrap();
                        continue;
                    }
                    Reply::Silence => {
                        tokio::spawn(async move {
                            tokio::time::sleep(std::time::Duration::from_secs(60)).await;
                            drop(stream);
                        });
                        continue;
                    }
                };
                let _ = stream.write_all(&bytes).await;
                let _ = stream.shutdown().await;
            }
        });
        Script { address, requests }
    }

    pub fn address(&self) -> &str {
        &self.address
    }

    pub fn count(&self) -> usize {
        self.requests.lock().unwrap().len()
    }

    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}
