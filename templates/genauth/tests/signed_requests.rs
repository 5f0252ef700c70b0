//! Requests of the management client as the service's own SDKs send them: same path, headers, body and signature.

mod loopback;

use std::future::IntoFuture;
use std::sync::Arc;

use genauth::{Brand, ManagementClient};
use http::Method;
use loopback::Server;
use serde_json::Value;

/// A request that a Node.js SDK sent with the access key `ak`, the secret `sk`, the tenant `T1` and the language `en-US`.
struct Recorded {
    brand: Brand,
    method: Method,
    path: &'static str,
    query: &'static [(&'static str, &'static str)],
    body: Option<&'static str>,
    nonce: &'static str,
    authorization: &'static str,
}

const USERS: &str = r#"{"keywords":"张","options":{"pagination":{"page":1,"limit":10}},"n":null}"#;
const USER_BATCH: &[(&str, &str)] = &[
    ("userIds[]", "a b"),
    ("userIds[]", "c&d"),
    ("userIdType", "user_id"),
    ("withCustomData", "false"),
    ("flatCustomData", "false"),
    ("withIdentities", "false"),
];
const USER_BATCH_OF_2025: &[(&str, &str)] = &[
    ("userIds[]", "a b"),
    ("userIds[]", "c&d"),
    ("userIdType", "user_id"),
    ("withCustomData", "false"),
    ("flatCustomData", "false"),
    ("withIdentities", "false"),
    ("withDepartmentIds", "false"),
];
const TWO_IDS: &[(&str, &str)] = &[("authIds[]", "a"), ("authIds[]", "b")];

const RECORDED: &[Recorded] = &[
    Recorded {
        brand: Brand::GenAuth,
        method: Method::POST,
        path: "/api/v3/list-users",
        query: &[],
        body: Some(USERS),
        nonce: "18421d5bc640c11d04cd6061cca13353",
        authorization: "GenAuth ak:VWaJfAsYyfqAdNBNFV5EK+/CxPo=",
    },
    Recorded {
        brand: Brand::GenAuth,
        method: Method::GET,
        path: "/api/v3/get-user-batch",
        query: USER_BATCH,
        body: None,
        nonce: "d5f3b29203acba2b9a22a9c27c5e22e0",
        authorization: "GenAuth ak:0kmj+CwjzJlS1+TKxFA1rmHPNv8=",
    },
    Recorded {
        brand: Brand::GenAuth,
        method: Method::DELETE,
        path: "/api/v3/batch-applications-auth",
        query: TWO_IDS,
        body: None,
        nonce: "83bac181ba904c88c226358645123f48",
        authorization: "GenAuth ak:Qgecoibl/DgridFY48lnHlb4DCg=",
    },
    Recorded {
        brand: Brand::GenAuth,
        method: Method::GET,
        path: "/api/v3/get-global-mfa-settings",
        query: &[],
        body: None,
        nonce: "8a76fd6da9131a9d452550a0d07afb33",
        authorization: "GenAuth ak:G8bfmga8zv8/GZr9ptxZ7bTIXQ0=",
    },
    Recorded {
        brand: Brand::GenAuth,
        method: Method::POST,
        path: "/api/v3/pub-event",
        query: &[],
        body: Some(r#"{"eventType":"ev","source":"@genauth/nodejs: 1.0.0","eventData":"{\"a\":1}"}"#),
        nonce: "c67962ddebf84530ef490110c57a21e4",
        authorization: "GenAuth ak:1biwa8loqQvA65LKV2SuSW00V5U=",
    },
    Recorded {
        brand: Brand::Authing,
        method: Method::POST,
        path: "/api/v3/list-users",
        query: &[],
        body: Some(USERS),
        nonce: "9f791cb28215ee4ca5fb47464cace2c4",
        authorization: "authing ak:mFgROBKJbQpbS4qiIXOZt4ixjl8=",
    },
    Recorded {
        brand: Brand::Authing,
        method: Method::GET,
        path: "/api/v3/get-user-batch",
        query: USER_BATCH_OF_2025,
        body: None,
        nonce: "5febc5bb567f17e5941e890a1620027f",
        authorization: "authing ak:cnNfaYWyYEoaHTGbNfimahOE9l8=",
    },
    Recorded {
        brand: Brand::Authing,
        method: Method::DELETE,
        path: "/api/v3/batch-applications-auth",
        query: TWO_IDS,
        body: None,
        nonce: "31d4772b13aae2f120dca6482f3232fb",
        authorization: "authing ak:dFRLa+/vyBsxvYPFqPsxCQlBm94=",
    },
    Recorded {
        brand: Brand::Authing,
        method: Method::PUT,
        path: "/api/v3/approval-process",
        query: &[],
        body: Some(r#"{"x":1}"#),
        nonce: "5f152b68f3df39229064d38156244f43",
        authorization: "authing ak:xCtoWlX8JnZwlGiz/nJS+u3MXeQ=",
    },
    Recorded {
        brand: Brand::Authing,
        method: Method::GET,
        path: "/api/v3/get-global-mfa-settings",
        query: &[],
        body: None,
        nonce: "2c96e523ed71057080792461b72b811e",
        authorization: "authing ak:CmpsSbn2Kh2tdexlmJSRzblREVM=",
    },
    Recorded {
        brand: Brand::Authing,
        method: Method::POST,
        path: "/api/v3/pub-event",
        query: &[],
        body: Some(r#"{"eventType":"ev","source":"authing-node-sdk: 4.0.2","eventData":"{\"a\":1}"}"#),
        nonce: "0dcf415e672b1b67b6f233c3a5dfe8b8",
        authorization: "authing ak:wh+AfkJlk6of3c0k/zEC0jcHUk4=",
    },
];

fn client(server: &Server, brand: Brand) -> ManagementClient {
    let builder = ManagementClient::builder().access_key_id("ak").access_key_secret("sk").brand(brand);
    builder.host(server.address()).tenant_id("T1").language("en-US").build().expect("a client")
}

#[tokio::test]
async fn recorded_requests_are_reproduced() {
    for recorded in RECORDED {
        let server = Server::json(&[r#"{"statusCode":200,"message":"ok","data":{}}"#]).await;
        let (prefix, version, date) = match recorded.brand {
            Brand::Authing => ("x-authing-", "authing-node-sdk:4.0.2", "Sun, 22 Nov 2026 16:27:49 GMT"),
            _ => ("x-genauth-", "gen-auth-node-sdk:1.0.0", "Sun, 22 Nov 2026 16:28:32 GMT"),
        };
        let mut request = client(&server, recorded.brand).request(recorded.method.clone(), recorded.path);
        for (name, value) in recorded.query {
            request = request.query(name, value);
        }
        if let Some(body) = recorded.body {
            request = request.body("application/json", body);
        }
        let call = request
            .call::<Value>()
            .header(&format!("{prefix}signature-nonce"), recorded.nonce)
            .header(&format!("{prefix}sdk-version"), version)
            .header("date", date);
        call.await.expect("an answer");

        let sent = &server.requests()[0];
        let name = format!("{:?} {}", recorded.brand, recorded.path);
        assert_eq!(sent.header("authorization"), Some(recorded.authorization), "{name}");
        assert_eq!(sent.body(), recorded.body.unwrap_or_default(), "{name}");
        assert_eq!(sent.header("accept"), Some("application/json"), "{name}");
        assert_eq!(sent.header("content-type"), Some("application/json"), "{name}");
        let own =
            [("signature-method", "HMAC-SHA1"), ("signature-version", "1.0"), ("app-id", "T1"), ("lang", "en-US")];
        for (header, value) in own {
            assert_eq!(sent.header(&format!("{prefix}{header}")), Some(value), "{name}");
        }
    }
}

#[tokio::test]
async fn each_attempt_is_signed_anew() {
    let busy = "HTTP/1.1 503 Busy\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
    let ok = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}";
    let server = Server::raw(vec![busy.to_owned(), ok.to_owned()]).await;
    client(&server, Brand::GenAuth).request(Method::GET, "/x").call::<Value>().await.expect("an answer");
    let requests = server.requests();
    for header in ["x-genauth-signature-nonce", "authorization"] {
        assert_ne!(requests[0].header(header), requests[1].header(header), "{header}");
    }
    let nonce = requests[0].header("x-genauth-signature-nonce").expect("a nonce");
    assert!(nonce.len() == 32 && nonce.bytes().all(|byte| byte.is_ascii_hexdigit()), "{nonce}");
}

#[tokio::test]
async fn a_clock_that_is_wrong_is_corrected_once() {
    let skewed = r#"{"statusCode":400,"message":"clock","apiCode":1305}"#;
    let refused = |date: &str| {
        format!(
            "HTTP/1.1 200 OK\r\ndate: {date}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{skewed}",
            skewed.len()
        )
    };
    let there = std::time::SystemTime::now() + std::time::Duration::from_secs(600);
    let date = httpdate::fmt_http_date(there);
    let ok = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}".to_owned();
    let server = Server::raw(vec![refused(&date), ok.clone(), ok, refused(&date)]).await;
    let client = client(&server, Brand::GenAuth);
    client.request(Method::POST, "/x").call::<Value>().await.expect("the second attempt is in time");
    client.request(Method::POST, "/x").call::<Value>().await.expect("the correction is kept");
    // The time is right by now, so the refusal means something else, and is told.
    client.request(Method::POST, "/x").call::<Value>().await.expect_err("a refusal");
    let requests = server.requests();
    assert_eq!(requests.len(), 4);
    for request in &requests[1..] {
        let sent = httpdate::parse_http_date(request.header("date").expect("a date")).expect("a date");
        let apart = sent.duration_since(there).unwrap_or_else(|early| early.duration());
        assert!(apart.as_secs() < 60, "{apart:?}");
    }
}

#[tokio::test]
async fn calls_that_run_side_by_side_are_all_signed_for_the_corrected_time() {
    let there = std::time::SystemTime::now() + std::time::Duration::from_secs(600);
    let calls = 20;
    let service = Clockwork { there, first: Arc::new(tokio::sync::Barrier::new(calls)) };
    let builder = ManagementClient::builder().access_key_id("ak").access_key_secret("sk").transport(service);
    let client = builder.build().expect("a client");
    let calls = (0..calls).map(|_| client.request(Method::POST, "/x").call::<Value>().into_future());
    for result in futures_util::future::join_all(calls).await {
        result.expect("the second attempt is in time");
    }
}

/// A service whose clock is elsewhere. It refuses the first requests only when all of them are there.
struct Clockwork {
    there: std::time::SystemTime,
    first: Arc<tokio::sync::Barrier>,
}

impl genauth::Transport for Clockwork {
    fn send(&self, request: http::Request<bytes::Bytes>, _: std::time::Duration) -> genauth::TransportFuture<'_> {
        Box::pin(async move {
            let date = request.headers()["date"].to_str().expect("a text");
            let sent = httpdate::parse_http_date(date).expect("a date");
            let apart = self.there.duration_since(sent).unwrap_or_default();
            let body = if apart.as_secs() > 60 {
                self.first.wait().await;
                r#"{"statusCode":400,"message":"clock","apiCode":1305}"#
            } else {
                "{}"
            };
            let answer = http::Response::builder().header("date", httpdate::fmt_http_date(self.there));
            Ok(answer.body(body.into()).expect("an answer"))
        })
    }
}

#[tokio::test]
async fn a_date_that_is_made_up_does_not_spoil_the_clock() {
    let skewed = r#"{"statusCode":400,"message":"clock","apiCode":1305}"#;
    let ok = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}".to_owned();
    for date in ["Fri, 31 Dec 9999 23:59:59 GMT", "Thu, 01 Jan 1970 00:00:00 GMT"] {
        let head = format!("HTTP/1.1 200 OK\r\ndate: {date}\r\ncontent-length: {}\r\n", skewed.len());
        let server = Server::raw(vec![format!("{head}connection: close\r\n\r\n{skewed}"), ok.clone()]).await;
        let client = client(&server, Brand::GenAuth);
        client.request(Method::POST, "/x").call::<Value>().await.expect_err("a refusal");
        client.request(Method::POST, "/x").call::<Value>().await.expect("signed for the time here");
        let requests = server.requests();
        let sent = httpdate::parse_http_date(requests[1].header("date").expect("a date")).expect("a date");
        let apart = sent.elapsed().unwrap_or_else(|early| early.duration());
        assert!(apart.as_secs() < 60, "{date}: {apart:?}");
    }
}

#[tokio::test]
async fn the_path_of_a_private_host_is_not_signed() {
    let ok = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}".to_owned();
    let server = Server::raw(vec![ok.clone(), ok]).await;
    for base in ["", "/identity"] {
        let host = format!("{}{base}", server.address());
        let builder = ManagementClient::builder().access_key_id("ak").access_key_secret("sk").host(host);
        let client = builder.build().expect("a client");
        let call = client.request(Method::GET, "/x").call::<Value>();
        let call = call.header("x-genauth-signature-nonce", "n").header("date", "Sun, 22 Nov 2026 16:28:32 GMT");
        call.await.expect("an answer");
    }
    let requests = server.requests();
    assert_eq!((requests[0].line(), requests[1].line()), ("GET /x", "GET /identity/x"));
    assert_eq!(requests[0].header("authorization"), requests[1].header("authorization"));
}

#[test]
fn credentials_that_are_missing_or_too_many() {
    let problem = |builder: genauth::ManagementClientBuilder| builder.build().expect_err("a problem").to_string();
    let builder = ManagementClient::builder;
    assert_eq!(problem(builder()), "`access_key_id` is missing");
    assert_eq!(problem(builder().access_key_id("a")), "`access_key_secret` is missing");
    assert_eq!(problem(builder().access_key_id("a").access_key_secret("")), "`access_key_secret` is missing");
    assert_eq!(problem(builder().access_token("")), "`access_token` is missing");
    let both = builder().access_key_id("a").access_key_secret("b").access_token("c");
    assert_eq!(problem(both), "`access_token` cannot be set beside an access key");
}
