//! When a call is sent again, and when it is not.

mod support;

use std::time::Duration;

use genauth::models::IsSuccessDto;
use genauth::{Client, Error, Retry};
use support::script::{Reply, Script};

const FAST: Duration = Duration::from_millis(1);

fn client(script: &Script) -> Client {
    let retry = Retry::standard().base_delay(FAST).max_delay(FAST);
    Client::builder().base_url(script.address()).retry(retry).build().unwrap()
}

const OK: Reply = Reply::json("200 OK", r#"{"success":true}"#);

#[tokio::test]
async fn a_passing_status_is_tried_again_until_it_passes() {
    for status in ["408 A", "429 A", "500 A", "502 A", "503 A", "504 A"] {
        let script = Script::of([Reply::json(status, "{}"), Reply::json(status, "<html>"), OK]).await;
        client(&script).bare().await.unwrap();
        assert_eq!(script.count(), 3, "{status}");
    }
}

#[tokio::test]
async fn a_business_status_inside_of_http_200_counts_too() {
    let busy = Reply::json("200 OK", r#"{"statusCode":503,"message":"later"}"#);
    let script = Script::of([busy, OK]).await;
    client(&script).bare().await.unwrap();
    assert_eq!(script.count(), 2);
}

#[tokio::test]
async fn other_statuses_are_final() {
    for status in ["400 A", "401 A", "403 A", "404 A", "409 A", "501 A"] {
        let script = Script::of([Reply::json(status, "{}"), OK]).await;
        assert!(matches!(client(&script).bare().await, Err(Error::Status(_))), "{status}");
        assert_eq!(script.count(), 1, "{status}");
    }
}

#[tokio::test]
async fn after_three_attempts_the_last_failure_is_told() {
    let script =
        Script::of([Reply::json("500 A", "{}"), Reply::json("502 A", "{}"), Reply::json("503 A", "{}"), OK]).await;
    let error = client(&script).bare().await.unwrap_err();
    assert_eq!(error.response().unwrap().status(), 503);
    assert!(error.is_retryable());
    assert_eq!(script.count(), 3);
}

#[tokio::test]
async fn off_means_off() {
    let script = Script::of([Reply::json("503 A", "{}"), OK]).await;
    assert!(client(&script).bare().no_retry().await.is_err());
    let off = Client::builder().base_url(script.address()).retry(Retry::off()).build().unwrap();
    off.bare().await.unwrap();
    assert_eq!(script.count(), 2);
    let script = Script::of([Reply::json("503 A", "{}"), OK]).await;
    let off = Client::builder().base_url(script.address()).retry(Retry::off()).build().unwrap();
    assert!(off.bare().await.is_err());
    assert_eq!(script.count(), 1);
}

#[tokio::test]
async fn a_post_that_may_have_taken_effect_is_sent_once() {
    let script = Script::of([Reply::json("503 A", "{}"), OK]).await;
    let body = || IsSuccessDto::new(true);
    assert!(client(&script).delete_account(body()).await.is_err());
    assert_eq!(script.count(), 1);

    let script = Script::of([Reply::Reset, OK]).await;
    assert!(client(&script).delete_account(body()).await.is_err());
    assert_eq!(script.count(), 1);
}

#[tokio::test]
async fn a_post_is_sent_again_when_it_cannot_have_taken_effect_or_the_caller_says_so() {
    let body = || IsSuccessDto::new(true);
    let throttled = Reply::json("429 A", "{}");
    let script = Script::of([throttled, OK]).await;
    client(&script).delete_account(body()).await.unwrap();
    assert_eq!(script.count(), 2);

    let script = Script::of([Reply::json("503 A", "{}"), OK]).await;
    client(&script).delete_account(body()).repeatable().await.unwrap();
    assert_eq!(script.count(), 2);

    let script = Script::of([Reply::json("503 A", "{}"), OK]).await;
    let any = Retry::standard().base_delay(FAST).any_request();
    client(&script).delete_account(body()).retry(any).await.unwrap();
    assert_eq!(script.count(), 2);
}

#[tokio::test]
async fn a_connection_that_breaks_is_tried_again_for_reads() {
    let script = Script::of([Reply::Reset, Reply::raw("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{"), OK]).await;
    client(&script).bare().await.unwrap();
    assert_eq!(script.count(), 3);
}

#[tokio::test]
async fn an_attempt_that_hangs_is_given_up_for_another() {
    let script = Script::of([Reply::Silence, OK]).await;
    client(&script).bare().attempt_timeout(Duration::from_millis(100)).await.unwrap();
    assert_eq!(script.count(), 2);
}

#[tokio::test]
async fn retry_after_beyond_the_timeout_ends_the_call_at_once() {
    let reply = Reply::raw("HTTP/1.1 429 A\r\nretry-after: 3600\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    let script = Script::of([reply, OK]).await;
    let call = async { client(&script).bare().await };
    let error = tokio::time::timeout(Duration::from_secs(10), call).await.unwrap().unwrap_err();
    assert!(error.is_throttled());
    assert_eq!(script.count(), 1);
}

#[tokio::test]
async fn retry_after_is_waited_for() {
    let reply = Reply::raw("HTTP/1.1 503 A\r\nretry-after: 1\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    let script = Script::of([reply, OK]).await;
    let short = client(&script).bare().timeout(Duration::from_millis(900)).await;
    assert!(short.is_err(), "a second does not fit");
    let script = Script::of([
        Reply::raw("HTTP/1.1 503 A\r\nretry-after: 1\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"),
        OK,
    ])
    .await;
    client(&script).bare().await.unwrap();
    assert_eq!(script.count(), 2);
}

#[tokio::test]
async fn own_rules_decide_what_is_tried_again() {
    let script = Script::of([Reply::json("404 A", "{}"), OK]).await;
    let not_found = Retry::standard()
        .base_delay(FAST)
        .when(|failed| failed.number() < 2 && failed.response().is_some_and(|response| response.status() == 404));
    client(&script).bare().retry(not_found).await.unwrap();
    assert_eq!(script.count(), 2);
}

#[tokio::test]
async fn the_whole_call_has_one_timeout() {
    let script = Script::of([Reply::Silence, Reply::Silence, Reply::Silence]).await;
    let error = client(&script).bare().timeout(Duration::from_millis(200)).await.unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
    assert_eq!(script.count(), 1);
}

#[tokio::test]
async fn a_storm_of_refusals_ends_when_the_budget_is_spent() {
    let script = Script::repeating(Reply::json("429 A", "{}")).await;
    let client = client(&script);
    for _ in 0..200 {
        assert!(client.bare().await.unwrap_err().is_throttled());
    }
    // 200 calls, and the 100 retries that the budget allows.
    assert_eq!(script.count(), 300);
}
