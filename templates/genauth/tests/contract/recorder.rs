//! A transport that keeps what it is asked to send.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use genauth::{AuthenticationClient, ManagementClient, Transport, TransportFuture};
use http::{Request, Response};

/// Answers each request with a success that has nothing in it.
#[derive(Clone, Default)]
pub(crate) struct Recorder(Arc<Mutex<Vec<Request<Bytes>>>>);

impl Recorder {
    /// A client of an application.
    pub(crate) fn user(&self) -> AuthenticationClient {
        let builder = AuthenticationClient::builder().app_id("APP_ID").app_secret("APP_SECRET");
        builder.app_host("https://app.example").transport(self.clone()).build().expect("a client")
    }

    /// A client of a user pool's owner.
    pub(crate) fn owner(&self) -> ManagementClient {
        ManagementClient::builder().access_token("TOKEN").transport(self.clone()).build().expect("a client")
    }

    /// Takes out what was sent since the last time.
    pub(crate) fn take(&self) -> Vec<Request<Bytes>> {
        std::mem::take(&mut *self.0.lock().expect("no test panics with the lock"))
    }
}

impl Transport for Recorder {
    fn send(&self, request: Request<Bytes>, _: Duration) -> TransportFuture<'_> {
        self.0.lock().expect("no test panics with the lock").push(request);
        Box::pin(async {
            let answer = Response::builder().header("content-type", "application/json");
            Ok(answer.body(Bytes::from_static(ANSWER)).expect("a response"))
        })
    }
}

const ANSWER: &[u8] = br#"{"statusCode":200,"message":"","data":{}}"#;
