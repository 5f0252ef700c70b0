//! What a call of this crate costs beside the same call written with bare reqwest and serde_json.
//!
//! Both talk to a server in this process, over loopback, in turns. Run it with `--release`.

use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::post;
use genauth::AuthenticationClient;
use genauth::models::DeleteAccounDto;
use serde::{Deserialize, Serialize};

type Failure = Box<dyn std::error::Error>;

const ROUNDS: usize = 41;
const CALLS: usize = 500;
const ANSWER: &str = r#"{"statusCode":200,"message":"done","apiCode":0,"requestId":"R-1","data":{"success":true}}"#;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body<'a> {
    delete_account_token: &'a str,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    status_code: i64,
    data: Success,
}

#[derive(Deserialize)]
struct Success {
    success: bool,
}

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let host = serve()?;
    let client =
        AuthenticationClient::builder().app_id("APP").app_secret("SECRET").app_host(&host).access_token("T").build()?;
    let bare = reqwest::Client::new();
    let mut ratios = Vec::with_capacity(ROUNDS);
    // The first rounds warm up connections and caches, and do not count.
    for round in 0..ROUNDS + 4 {
        let (mut ours, mut theirs) = (Duration::ZERO, Duration::ZERO);
        for _ in 0..CALLS {
            let begin = Instant::now();
            with_this_crate(&client).await?;
            let middle = Instant::now();
            with_bare_reqwest(&bare, &host).await?;
            ours += middle - begin;
            theirs += middle.elapsed();
        }
        if round >= 4 {
            ratios.push(ours.as_secs_f64() / theirs.as_secs_f64());
        }
    }
    ratios.sort_by(f64::total_cmp);
    let at = |part: usize| ratios.get(ratios.len() * part / 4).copied().unwrap_or_default();
    println!("this crate / bare reqwest: {:.3} (quartiles {:.3} to {:.3})", at(2), at(1), at(3));
    Ok(())
}

async fn with_this_crate(client: &AuthenticationClient) -> Result<(), Failure> {
    let answer = client.delete_account(DeleteAccounDto::new("TOKEN")).await?;
    if answer.data.success { Ok(()) } else { Err("no success".into()) }
}

async fn with_bare_reqwest(client: &reqwest::Client, host: &str) -> Result<(), Failure> {
    let body = serde_json::to_vec(&Body { delete_account_token: "TOKEN" })?;
    let response = client
        .post(format!("{host}/api/v3/delete-account"))
        .header("content-type", "application/json")
        .header("accept", "application/json")
        .header("user-agent", "bare")
        .header("x-genauth-app-id", "APP")
        .bearer_auth("T")
        .timeout(Duration::from_secs(10))
        .body(body)
        .send()
        .await?;
    let answer: Answer = serde_json::from_slice(&response.bytes().await?)?;
    if answer.status_code == 200 && answer.data.success { Ok(()) } else { Err("no success".into()) }
}

/// A server on a thread of its own.
fn serve() -> Result<String, Failure> {
    let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
    listener.set_nonblocking(true)?;
    let host = format!("http://{}", listener.local_addr()?);
    std::thread::spawn(move || -> std::io::Result<()> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let answer = || async { ([("content-type", "application/json")], ANSWER) };
            let routes = Router::new().route("/api/v3/delete-account", post(answer));
            axum::serve(tokio::net::TcpListener::from_std(listener)?, routes).await
        })
    });
    Ok(host)
}
