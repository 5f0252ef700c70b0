//! A transport without a network, which gives one answer to whatever is asked.

#![allow(dead_code, missing_docs, unreachable_pub, reason = "a test's own module, of which every test uses a part")]
#![allow(clippy::unwrap_used, reason = "a test")]

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use genauth::{Transport, TransportFuture};
use http::{Request, Response, StatusCode};

/// Answers each request with what was set last, and keeps the requests.
#[derive(Clone, Default)]
pub struct FixedAnswer(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    answer: Response<Bytes>,
    requests: Vec<Request<Bytes>>,
}

impl FixedAnswer {
    /// What is answered from now on. The requests that were kept are gone.
    pub fn set(&self, status: StatusCode, media_type: &'static str, body: &[u8]) {
        let mut answer = Response::new(Bytes::copy_from_slice(body));
        *answer.status_mut() = status;
        answer.headers_mut().insert("content-type", http::HeaderValue::from_static(media_type));
        *self.0.lock().unwrap() = State { answer, requests: Vec::new() };
    }

    /// What was asked since then.
    pub fn requests(&self) -> Vec<Request<Bytes>> {
        std::mem::take(&mut self.0.lock().unwrap().requests)
    }
}

impl Transport for FixedAnswer {
    fn send(&self, request: Request<Bytes>, _: Duration) -> TransportFuture<'_> {
        let mut state = self.0.lock().unwrap();
        state.requests.push(request);
        let answer = state.answer.clone();
        Box::pin(async { Ok(answer) })
    }
}
