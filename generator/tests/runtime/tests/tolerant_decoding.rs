//! What the service sends beside its own description becomes a value all the same, and a line in the log.

mod support;

use std::io::Write;
use std::sync::{Arc, Mutex};

use genauth::models::{Method, Sample};
use genauth::values::Nullable;
use serde_json::json;
use support::Server;

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    fn warnings(&self) -> Vec<String> {
        let text = String::from_utf8(self.0.lock().unwrap().clone()).unwrap();
        text.lines().filter(|line| line.contains("WARN")).map(str::to_owned).collect()
    }
}

/// Decodes the payload of a `SampleRespDto`, and gives the log beside it.
async fn decode(data: serde_json::Value) -> (Sample, Vec<String>) {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt().with_writer(move || writer.clone()).with_ansi(false).finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let server = Server::json("200 OK", &json!({"statusCode": 200, "data": data}).to_string()).await;
    let response = server.client().sample().await.unwrap();
    (response.data, log.warnings())
}

fn complete() -> serde_json::Value {
    json!({"id": 1, "type": "PASSWORD", "managerId": null, "gaps": [], "table": {}})
}

fn with(name: &str, value: serde_json::Value) -> serde_json::Value {
    let mut data = complete();
    data[name] = value;
    data
}

#[tokio::test]
async fn what_is_as_described_is_not_logged() {
    let (sample, log) = decode(complete()).await;
    assert_eq!(sample.id, 1);
    assert_eq!(sample.r#type, Method::Password);
    assert_eq!(log, Vec::<String>::new());
}

#[tokio::test]
async fn a_required_property_that_is_missing_is_empty() {
    let (sample, log) = decode(json!({})).await;
    assert_eq!(sample.id, 0);
    assert_eq!(sample.r#type.as_str(), "");
    assert_eq!(log.len(), 5, "{log:#?}");
    assert!(log[0].contains(r#"operation="sample" pointer=/data/id expected="integer" found="nothing""#), "{log:?}");
    assert!(log[2].contains("pointer=/data/managerId"), "{log:?}");
}

#[tokio::test]
async fn a_required_property_that_is_null_is_empty() {
    let (sample, log) = decode(with("id", json!(null))).await;
    assert_eq!(sample.id, 0);
    assert!(log[0].contains(r#"pointer=/data/id expected="integer" found="null""#), "{log:?}");
}

#[tokio::test]
async fn an_optional_property_that_is_null_is_absent_without_a_word() {
    for name in ["name", "small", "next", "tags", "choice", "pet"] {
        let (sample, log) = decode(with(name, json!(null))).await;
        assert_eq!(sample, decode(complete()).await.0, "{name}");
        assert_eq!(log, Vec::<String>::new(), "{name}");
    }
}

#[tokio::test]
async fn null_and_missing_differ_where_the_description_says_so() {
    assert_eq!(decode(complete()).await.0.phone, Nullable::Unset);
    assert_eq!(decode(with("phone", json!(null))).await.0.phone, Nullable::Null);
    assert_eq!(decode(with("phone", json!("1"))).await.0.phone, Nullable::Value("1".to_owned()));
}

#[tokio::test]
async fn scalars_stand_for_one_another() {
    let cases = [
        ("id", json!("42"), json!(42)),
        ("id", json!(true), json!(1)),
        ("id", json!("1e3"), json!(1000)),
        ("small", json!("7"), json!(7)),
        ("big", json!("18446744073709551615"), json!(18446744073709551615_u64)),
        ("ratio", json!("1.5"), json!(1.5)),
        ("flag", json!("true"), json!(true)),
        ("flag", json!(0), json!(false)),
        ("name", json!(12), json!("12")),
        ("name", json!(1.5), json!("1.5")),
        ("name", json!(false), json!("false")),
        ("type", json!(5), json!("5")),
        ("level", json!("1"), json!(1)),
    ];
    for (name, sent, read) in cases {
        let (sample, log) = decode(with(name, sent.clone())).await;
        let back = serde_json::to_value(&sample).unwrap();
        assert_eq!(back[name], read, "{name} from {sent}");
        assert_eq!(log.len(), 1, "{name} from {sent}: {log:?}");
        assert!(log[0].contains(&format!("pointer=/data/{name} ")), "{log:?}");
    }
}

#[tokio::test]
async fn a_number_without_fraction_is_an_integer() {
    for text in ["1.0", "1e3", "-2.50e2"] {
        let body = format!(
            r#"{{"statusCode":200.0,"data":{{"id":{text},"type":"","managerId":null,"gaps":[],"table":{{}}}}}}"#
        );
        let server = Server::json("200 OK", &body).await;
        let response = server.client().sample().strict().await.unwrap();
        assert_eq!(response.data.id as f64, text.parse::<f64>().unwrap());
    }
}

#[tokio::test]
async fn what_cannot_be_corrected_is_empty() {
    let cases = [
        ("id", json!("many"), json!(0)),
        ("id", json!(1.5), json!(0)),
        ("id", json!(1e300), json!(0)),
        ("id", json!(18446744073709551615_u64), json!(0)),
        ("id", json!([1]), json!(0)),
        ("id", json!({"a": 1}), json!(0)),
        ("gaps", json!("none"), json!([])),
        ("gaps", json!({}), json!([])),
        ("table", json!([1, [2]]), json!({})),
        ("ratio", json!("NaN"), json!(null)),
        ("small", json!(3_000_000_000_i64), json!(null)),
        ("flag", json!("yes"), json!(null)),
        ("next", json!([]), json!(null)),
        ("phone", json!([]), json!(null)),
    ];
    for (name, sent, read) in cases {
        let (sample, log) = decode(with(name, sent.clone())).await;
        let back = serde_json::to_value(&sample).unwrap();
        assert_eq!(back[name], read, "{name} from {sent}");
        assert_eq!(log.len(), 1, "{name} from {sent}: {log:?}");
    }
}

#[tokio::test]
async fn pointers_are_escaped_and_go_deep() {
    let (_, log) = decode(with("table", json!({"a/b~c": {"success": 1}}))).await;
    assert!(log[0].contains("pointer=/data/table/a~1b~0c/success "), "{log:?}");
    let (sample, log) = decode(with("gaps", json!([1, null, "3"]))).await;
    assert_eq!(sample.gaps, [Some(1), None, Some(3)]);
    assert!(log[0].contains("pointer=/data/gaps/2 "), "{log:?}");
}

#[tokio::test]
async fn the_log_never_shows_values() {
    let (_, log) = decode(with("password", json!(987654321))).await;
    assert_eq!(log.len(), 1);
    assert!(!log[0].contains("987654321"), "{log:?}");
}
