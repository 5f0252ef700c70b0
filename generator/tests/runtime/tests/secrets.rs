//! No secret shows in `Debug`, in an error or in a URL that is printed.

mod support;

use genauth::models::{IsSuccessDto, Method, Sample};
use genauth::{Client, SearchParams};
use support::Server;

#[test]
fn objects_show_their_rust_names_and_no_secret() {
    let mut sample = Sample::new(1, Method::Password);
    let shown = format!("{sample:?}");
    assert!(shown.starts_with("Sample { id: 1, type: Password, manager: None, "), "{shown}");
    assert!(shown.contains("name: None, level: None, password: None, phone: Unset, next: None"), "{shown}");
    assert!(!shown.contains("extra_2"), "{shown}");

    sample.password = Some("hunter2".to_owned());
    sample.extra_2.insert("new".to_owned(), 1.into());
    let shown = format!("{sample:?}");
    assert!(shown.contains("password: [redacted], "), "{shown}");
    assert!(shown.ends_with(r#"extra_2: {"new": Number(1)} }"#), "{shown}");
    let mut outer = Sample::new(2, Method::Password);
    outer.next = Some(Box::new(sample));
    assert!(!format!("{outer:#?}").contains("hunter2"));
}

#[test]
fn parameters_show_no_secret() {
    let mut params = SearchParams::default();
    params.flag = Some(true);
    params.token = Some("hunter2".to_owned());
    let shown = format!("{params:?}");
    assert!(shown.starts_with("SearchParams { form: None, "), "{shown}");
    assert!(shown.contains("flag: Some(true), token: [redacted], "), "{shown}");
}

#[test]
fn clients_show_no_secret() {
    let builder = Client::builder().base_url("example.com").basic_auth("me", "hunter2").header("x-key", "hunter2");
    let client = builder.clone().build().unwrap();
    let token = Client::builder().base_url("example.com").bearer_token("hunter2");
    let shown = format!(
        "{builder:?} {client:?} {:?} {token:?} {:?} {:?}",
        client.with_bearer_token("hunter2"),
        token.clone().build().unwrap(),
        client.search().access_token("hunter2").header("x-key", "hunter2"),
    );
    assert!(!shown.contains("hunter2"), "{shown}");
}

#[tokio::test]
async fn errors_show_neither_query_nor_body() {
    let mut params = SearchParams::default();
    params.token = Some("hunter2".to_owned());
    let closed = Client::builder().base_url("http://127.0.0.1:1").build().unwrap();
    let transport = closed.search().params(params.clone()).await.unwrap_err();
    let server = Server::answering("500 Oops", "set-cookie: hunter2\r\n", "hunter2").await;
    let status = server.client().search().params(params).await.unwrap_err();
    let header = server.client().empty().header("x-key", "hunter2\n").await.unwrap_err();
    let token = server.client().with_bearer_token("hunter2\n").empty().await.unwrap_err();
    for error in [transport, status, header, token] {
        let mut shown = format!("{error:#?}");
        let mut cause: Option<&dyn std::error::Error> = Some(&error);
        while let Some(error) = cause {
            shown += &format!(" {error}");
            cause = error.source();
        }
        assert!(!shown.contains("hunter2"), "{shown}");
    }
}

#[tokio::test]
async fn an_answer_shows_its_size_only() {
    let server = Server::json("200 OK", r#"{"success":true}"#).await;
    let response = server.client().bare().raw().await.unwrap();
    assert_eq!(response.value(), &IsSuccessDto::new(true));
    let shown = format!("{response:?}");
    assert!(shown.contains("body: 16 bytes"), "{shown}");
}
