//! Many calls at once over one client: all succeed, and nothing of them stays in memory.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

use std::time::Duration;

use allocation_counter::measure;
use bench_sdk::{clients, service};
use genauth::models::DeleteAccounDto;
use genauth::{AuthenticationClient, Error, ReqwestTransport};

/// A slow machine is no failure.
const LONG: Duration = Duration::from_secs(300);

#[test]
fn a_burst_of_1000_calls_leaves_no_more_memory_in_use_than_the_one_before() {
    bursts_of(1000);
}

#[test]
#[ignore = "takes seconds in a release build, and longer in others"]
fn a_burst_of_10000_calls_leaves_no_more_memory_in_use_than_the_one_before() {
    bursts_of(10_000);
}

/// HTTP/2 carries all calls over one connection. By HTTP/1.1 each would need two file descriptors of this process, one at
/// either end, and many machines allow 1,024.
fn bursts_of(calls: usize) {
    let host = service::serve().unwrap();
    let http = reqwest::Client::builder().no_proxy().http2_prior_knowledge().build().unwrap();
    let client = clients::over(&host, ReqwestTransport::from(http)).unwrap();
    let runtime = clients::one_thread().unwrap();
    // The first ones make the connection, and tables that keep their size.
    for _ in 0..2 {
        assert_eq!(runtime.block_on(burst(&client, calls)), calls);
    }
    // A table may still grow once. What a call leaves behind, it leaves in every burst.
    let kept = (0..3).map(|_| kept_after(|| assert_eq!(runtime.block_on(burst(&client, calls)), calls))).min().unwrap();
    let calls = i64::try_from(calls).unwrap();
    assert!(kept < calls, "{kept} bytes more are in use after a burst of {calls} calls");
}

/// How many bytes more than before are in use.
fn kept_after(work: impl FnOnce()) -> i64 {
    measure(work).bytes_current
}

/// Sends all calls at once, and counts those that succeed.
async fn burst(client: &AuthenticationClient, calls: usize) -> usize {
    let calls: Vec<_> = (0..calls).map(|_| tokio::spawn(delete(client.clone()))).collect();
    let mut succeeded = 0;
    for call in calls {
        succeeded += usize::from(call.await.is_ok_and(|answer| answer.is_ok()));
    }
    succeeded
}

async fn delete(client: AuthenticationClient) -> Result<(), Error> {
    let call = client.delete_account(DeleteAccounDto::new("TOKEN"));
    call.timeout(LONG).attempt_timeout(LONG).await.map(drop)
}
