//! Token mode of the management client: one token for all, renewed in time.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use genauth::{Error, ManagementClient, Retry, Transport, TransportFuture};
use http::{Method, Request, Response};
use serde_json::Value;

/// A service that hands out tokens and takes only the newest, or none at all.
#[derive(Clone, Default)]
struct Service {
    exchanges: Arc<AtomicUsize>,
    calls: Arc<Mutex<Vec<Request<Bytes>>>>,
    lifetime: u64,
    refuses_exchanges: bool,
    refuses_calls: bool,
    hangs: Arc<AtomicBool>,
}

impl Service {
    fn client(&self) -> ManagementClient {
        let builder = ManagementClient::builder().access_key_id("ak").access_key_secret("sk").token_mode(true);
        builder.transport(self.clone()).retry(Retry::off()).build().expect("a client")
    }

    fn exchanges(&self) -> usize {
        self.exchanges.load(Ordering::SeqCst)
    }

    fn answer(&self, request: &Request<Bytes>) -> String {
        if request.uri().path() != "/api/v3/get-management-token" {
            self.calls.lock().expect("no panic").push(request.clone());
            let newest = format!("Bearer {}", token(self.exchanges()));
            let is_known = request.headers()["authorization"] == newest.as_str() && !self.refuses_calls;
            let refused = r#"{"statusCode":401,"message":"no","apiCode":2020}"#;
            return if is_known { r#"{"statusCode":200}"# } else { refused }.to_owned();
        }
        assert_eq!(request.headers().get("authorization"), None);
        assert_eq!(request.body(), r#"{"accessKeyId":"ak","accessKeySecret":"sk"}"#);
        let number = self.exchanges.fetch_add(1, Ordering::SeqCst) + 1;
        if self.refuses_exchanges {
            return r#"{"statusCode":403,"message":"wrong key","apiCode":1300}"#.to_owned();
        }
        // Numbers come as texts now and then.
        let quote = if number > 1 { "\"" } else { "" };
        format!(
            r#"{{"statusCode":200,"message":"ok","data":{{"access_token":"{}","expires_in":{quote}{}{quote}}}}}"#,
            token(number),
            self.lifetime
        )
    }
}

impl Transport for Service {
    fn send(&self, request: Request<Bytes>, _: Duration) -> TransportFuture<'_> {
        Box::pin(async move {
            tokio::time::sleep(Duration::from_millis(20)).await;
            if self.hangs.load(Ordering::SeqCst) && request.uri().path() == "/api/v3/get-management-token" {
                std::future::pending::<()>().await;
            }
            Ok(Response::new(self.answer(&request).into()))
        })
    }
}

/// A token that names the user pool, as those of the service do.
fn token(number: usize) -> String {
    let part = |json: &str| URL_SAFE_NO_PAD.encode(json);
    let claims = format!(r#"{{"scoped_userpool_id":"POOL","number":{number}}}"#);
    format!("{}.{}.{}", part(r#"{"alg":"HS256"}"#), part(&claims), part("signature"))
}

async fn call(client: &ManagementClient) -> Result<Value, Error> {
    client.request(Method::POST, "/api/v3/anything").call().await
}

/// Sends that many calls at once, and counts those that succeed.
async fn storm(client: &ManagementClient, count: usize) -> usize {
    let calls: Vec<_> = (0..count)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { call(&client).await.is_ok() })
        })
        .collect();
    let mut successes = 0;
    for call in calls {
        successes += usize::from(call.await.expect("no panic"));
    }
    successes
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_calls_at_the_start_cause_one_exchange() {
    let service = Service { lifetime: 7200, ..Service::default() };
    assert_eq!(storm(&service.client(), 1000).await, 1000);
    assert_eq!(service.exchanges(), 1);
    let calls = service.calls.lock().expect("no panic");
    assert_eq!(calls.len(), 1000);
    assert_eq!(calls[0].headers()["x-genauth-userpool-id"], "POOL");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_exchange_that_fails_is_told_to_all_who_waited_for_it() {
    let service = Service { refuses_exchanges: true, ..Service::default() };
    let client = service.client();
    assert_eq!(storm(&client, 1000).await, 0);
    // Those who began to wait while it ran share its outcome. Stragglers may start another.
    assert!(service.exchanges() < 20, "{}", service.exchanges());
    let error = call(&client).await.expect_err("a refusal");
    assert!(matches!(&error, Error::Api(error) if error.api_code() == Some(1300)), "{error:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_the_service_forgot_is_renewed_once_and_the_calls_are_sent_again() {
    let service = Service { lifetime: 7200, ..Service::default() };
    let client = service.client();
    call(&client).await.expect("an answer");
    // Somebody else asked for a token, and so ended ours.
    service.exchanges.fetch_add(1, Ordering::SeqCst);
    assert_eq!(storm(&client, 50).await, 50);
    assert_eq!(service.exchanges(), 3);
}

#[tokio::test]
async fn a_refusal_that_a_new_token_does_not_mend_is_told() {
    let service = Service { lifetime: 7200, refuses_calls: true, ..Service::default() };
    let error = call(&service.client()).await.expect_err("a refusal");
    assert!(error.is_unauthenticated());
    assert_eq!(service.calls.lock().expect("no panic").len(), 2);
}

#[tokio::test(start_paused = true)]
async fn calls_that_are_always_refused_do_not_cause_an_exchange_each() {
    let service = Service { lifetime: 7200, refuses_calls: true, ..Service::default() };
    let client = service.client();
    for _ in 0..5 {
        assert!(call(&client).await.expect_err("a refusal").is_unauthenticated());
    }
    assert_eq!((service.exchanges(), service.calls.lock().expect("no panic").len()), (2, 6));
    tokio::time::sleep(Duration::from_secs(11)).await;
    call(&client).await.expect_err("a refusal");
    assert_eq!(service.exchanges(), 3);
}

#[tokio::test]
async fn a_token_is_renewed_before_it_expires() {
    let service = Service { lifetime: 1, ..Service::default() };
    let client = service.client();
    call(&client).await.expect("an answer");
    tokio::time::sleep(Duration::from_millis(920)).await;
    call(&client).await.expect("an answer");
    assert_eq!(service.exchanges(), 2);
}

#[tokio::test]
async fn a_lifetime_beyond_all_clocks_is_no_reason_to_renew() {
    let service = Service { lifetime: i64::MAX as u64, ..Service::default() };
    let client = service.client();
    for _ in 0..3 {
        call(&client).await.expect("an answer");
    }
    assert_eq!(service.exchanges(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_without_a_lifetime_is_for_all_who_waited_for_it() {
    let service = Service { lifetime: 0, ..Service::default() };
    assert_eq!(storm(&service.client(), 100).await, 100);
    // Stragglers that did not wait may cause another.
    assert!(service.exchanges() < 20, "{}", service.exchanges());
}

#[tokio::test(start_paused = true)]
async fn a_renewal_that_hangs_does_not_take_a_token_that_still_works() {
    let service = Service { lifetime: 1000, ..Service::default() };
    let client = service.client();
    call(&client).await.expect("an answer");
    tokio::time::sleep(Duration::from_secs(920)).await;
    service.hangs.store(true, Ordering::SeqCst);
    call(&client).await.expect("the old token, after a while");
    tokio::time::sleep(Duration::from_secs(11)).await;
    // A call that gives up first has failed for the others too.
    let brief = || client.request(Method::POST, "/api/v3/anything").call::<Value>().timeout(Duration::from_secs(1));
    brief().await.expect_err("no time for a renewal");
    brief().await.expect("the old token at once");
}

#[tokio::test]
async fn a_call_with_a_token_of_its_own_needs_no_exchange() {
    let service = Service { lifetime: 7200, ..Service::default() };
    let client = service.client().with_access_token("OWN");
    assert!(call(&client).await.expect_err("a refusal").is_unauthenticated());
    assert_eq!(service.exchanges(), 0);
}
