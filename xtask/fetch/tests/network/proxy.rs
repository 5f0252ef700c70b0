//! A proxy between the program and the server. It is named in the environment, so the program itself is run.

use std::process::{Output, Stdio};

use tokio::io::AsyncWriteExt;
use tokio::process::Command;

use crate::server::{Reply, Server, answer, raw};

async fn run(address: &str, variables: &[(&str, String)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fetch"));
    for name in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"] {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    for (name, value) in variables {
        command.env(name.to_lowercase(), value);
    }
    command.args(["--attempts", "1", "--timeout", "5"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(format!("{address}\n").as_bytes()).await.unwrap();
    child.wait_with_output().await.unwrap()
}

fn proxy(server: &Server) -> String {
    format!("http://user:hunter2@127.0.0.1:{}", server.port())
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[tokio::test]
async fn a_proxy_is_asked_and_the_text_is_handed_on() {
    let server = Server::answering("200 OK\r\netag: \"1\"", b"{\"a\":\n1}").await;
    let output = run("http://vendor.invalid/api.json?key=hunter2", &[("HTTP_PROXY", proxy(&server))]).await;
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let expected = "{\"known\":{\"etag\":\"\\\"1\\\"\"},\"source\":\"http://vendor.invalid/api.json\",\"status\":\"fetched\"}\n{\"a\":\n1}";
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
    assert!(server.requests()[0].starts_with("get http://vendor.invalid/api.json?key=hunter2 "));
}

#[tokio::test]
async fn a_proxy_that_refuses_is_told() {
    let server = Server::answering("403 Forbidden", b"").await;
    let output = run("http://vendor.invalid/api.json", &[("HTTP_PROXY", proxy(&server))]).await;
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(said(&output), "error: http://vendor.invalid/api.json answers with status 403\n");
    let server = Server::new(vec![Reply::Bytes(raw("407 Proxy Authentication Required", b""))]).await;
    let output = run("https://vendor.invalid/api.json", &[("HTTPS_PROXY", proxy(&server))]).await;
    assert_eq!(output.status.code(), Some(3));
    assert!(
        said(&output).starts_with("error: cannot connect to https://vendor.invalid/api.json: "),
        "{}",
        said(&output)
    );
    assert!(!said(&output).contains("hunter2"), "{}", said(&output));
    assert!(server.requests()[0].starts_with("connect vendor.invalid:443 "));
}

#[tokio::test]
async fn a_server_that_needs_no_proxy_is_asked_itself() {
    let refusing = Server::answering("403 Forbidden", b"").await;
    let server = Server::new(vec![Reply::Bytes(answer("200 OK", b"{}"))]).await;
    let variables = [("HTTP_PROXY", proxy(&refusing)), ("NO_PROXY", "127.0.0.1".to_owned())];
    let output = run(&server.address("/api.json").to_string(), &variables).await;
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(refusing.requests().is_empty());
}

#[tokio::test]
async fn an_address_that_is_none_is_not_repeated() {
    let output = run("ftp://user:hunter2@example.com/api.json", &[]).await;
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(said(&output), "error: an address begins with https:// or http://, and names a host\n");
}
