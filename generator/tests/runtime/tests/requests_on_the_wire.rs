//! What is sent: paths, queries, headers, cookies and bodies, byte for byte.

mod support;

use genauth::models::{IsSuccessDto, Level, Method, Sample};
use genauth::{Error, SearchParams};
use serde_json::json;
use support::Server;

async fn server() -> Server {
    Server::answering("200 OK", "", "").await
}

async fn request_line(params: SearchParams) -> String {
    let server = server().await;
    server.client().search().params(params).await.unwrap();
    server.request_line()
}

fn list(texts: &[&str]) -> Option<Vec<String>> {
    Some(texts.iter().map(|text| (*text).to_owned()).collect())
}

#[tokio::test]
async fn path_parameters_are_one_segment_each() {
    let server = server().await;
    server.client().item("a/b?c d%é", Level::Minus1, 3).await.unwrap();
    assert_eq!(server.request_line(), "GET /items/a%2Fb%3Fc%20d%25%C3%A9/-1/3");
}

#[tokio::test]
async fn a_path_parameter_that_would_change_the_path_is_not_sent() {
    let server = server().await;
    for id in ["", ".", ".."] {
        let error = server.client().item(id, Level::Level1, 1).await.unwrap_err();
        assert!(matches!(error, Error::Request(_)), "{id:?}");
        assert_eq!(error.to_string(), "item: the path parameter `id` must not be empty or consist of dots");
    }
    assert_eq!(server.request_count(), 0);
}

#[tokio::test]
async fn nothing_is_sent_that_was_not_set() {
    assert_eq!(request_line(SearchParams::default()).await, "GET /search");
    let server = server().await;
    server.client().search().await.unwrap();
    assert_eq!(server.request_line(), "GET /search");
}

#[tokio::test]
async fn lists_are_written_in_the_style_of_their_parameter() {
    let texts = ["a b", "c,d&", "é|"];
    let mut cases = Vec::new();
    cases.push((SearchParams::default(), "form=a%20b,c%2Cd%26,%C3%A9%7C"));
    cases[0].0.form = list(&texts);
    cases.push((SearchParams::default(), "explode=a%20b&explode=c%2Cd%26&explode=%C3%A9%7C"));
    cases[1].0.explode = list(&texts);
    cases.push((SearchParams::default(), "brackets[]=a%20b&brackets[]=c%2Cd%26&brackets[]=%C3%A9%7C"));
    cases[2].0.brackets = list(&texts);
    cases.push((SearchParams::default(), "space=a%20b%20c%2Cd%26%20%C3%A9%7C"));
    cases[3].0.space = list(&texts);
    cases.push((SearchParams::default(), "pipe=a%20b%7Cc%2Cd%26%7C%C3%A9%7C"));
    cases[4].0.pipe = list(&texts);
    for (params, query) in cases {
        assert_eq!(request_line(params).await, format!("GET /search?{query}"));
    }
}

#[tokio::test]
async fn an_empty_list_repeats_no_name() {
    let mut params = SearchParams::default();
    params.explode = list(&[]);
    params.brackets = list(&[]);
    assert_eq!(request_line(params).await, "GET /search");
}

#[tokio::test]
async fn objects_are_written_in_the_style_of_their_parameter() {
    let object = || Some(IsSuccessDto::new(true));
    let mut params = SearchParams::default();
    params.deep = object();
    params.flat = object();
    params.json = object();
    assert_eq!(
        request_line(params).await,
        "GET /search?deep[success]=true&flat=success,true&json=%7B%22success%22%3Atrue%7D",
    );
}

#[tokio::test]
async fn scalars_headers_and_cookies() {
    let server = server().await;
    let mut params = SearchParams::default();
    params.level = Some(Level::Level1);
    params.flag = Some(false);
    params.trace = Some(vec![1, 2]);
    params.session = Some("a;b".to_owned());
    server.client().search().params(params).await.unwrap();
    assert_eq!(server.request_line(), "GET /search?level=1&flag=false");
    assert_eq!(server.header("x-trace").as_deref(), Some("1,2"));
    assert_eq!(server.header("cookie").as_deref(), Some("session=a%3Bb"));
}

#[tokio::test]
async fn the_last_parameters_count() {
    let server = server().await;
    let (mut first, mut last) = (SearchParams::default(), SearchParams::default());
    first.flag = Some(true);
    last.level = Some(Level::Minus1);
    server.client().search().params(first).params(last).await.unwrap();
    assert_eq!(server.request_line(), "GET /search?level=-1");
}

#[tokio::test]
async fn json_bodies() {
    let server = Server::json("200 OK", r#"{"statusCode":200,"message":"","data":{"success":true}}"#).await;
    server.client().delete_account(IsSuccessDto::new(true)).await.unwrap();
    assert_eq!(server.request_line(), "POST /api/v3/delete-account");
    assert_eq!(server.header("content-type").as_deref(), Some("application/json"));
    assert_eq!(server.header("accept").as_deref(), Some("application/json"));
    assert_eq!(server.header("user-agent").as_deref(), Some("sample-rust/0.0.0"));
    assert_eq!(server.body(), r#"{"success":true}"#);
}

#[tokio::test]
async fn a_body_is_what_serde_json_writes() {
    let texts = ["", "plain", "say \"hi\"", "C:\\", "tab\there", "é", "用户 🦀 and more words", "0123456\u{1f}", "\u{7f}"];
    for text in texts {
        let sample: Sample = serde_json::from_value(json!({
            "id": i64::MIN, "small": -1, "big": u64::MAX, "ratio": 0.1, "flag": false, "name": text, "type": text, "level": 99,
            "phone": null, "managerId": null, "next": {"id": 2, "type": "PASSWORD", "managerId": null, "gaps": [], "table": {}}, "tags": [text, ""],
            "gaps": [1, null], "table": {text: {"success": true}, "b": {"success": false}}, "anything": {"deep": [1, text, {}]},
            "choice": [{"success": true}], "pet": {"petType": "kitten", "lives": 9}, "at": text, "newer": [{text: text}],
            text: null,
        }))
        .unwrap();
        let expected = serde_json::to_string(&sample).unwrap();
        let server = server().await;
        server.client().send(sample).await.unwrap();
        assert_eq!(server.body(), expected);
    }
}

#[tokio::test]
async fn a_body_that_is_left_out_is_no_body() {
    let server = server().await;
    server.client().optional_body(None).await.unwrap();
    assert_eq!(server.request_line(), "PATCH /optional-body");
    assert_eq!(server.header("content-type"), None);
    assert_eq!(server.body(), "");
}

#[tokio::test]
async fn forms_repeat_lists_and_write_objects_as_json() {
    let server = server().await;
    let mut sample = Sample::new(1, Method::from("a b+c&d"));
    sample.tags = list(&["x", "y z"]);
    sample.next = Some(Box::new(Sample::new(2, Method::Password)));
    sample.next.as_mut().unwrap().manager = Some("m".to_owned());
    server.client().form(sample).await.unwrap();
    assert_eq!(server.header("content-type").as_deref(), Some("application/x-www-form-urlencoded"));
    assert_eq!(
        server.body(),
        "id=1&type=a+b%2Bc%26d&table=%7B%7D&next=%7B%22id%22%3A2%2C%22type%22%3A%22PASSWORD%22%2C%22managerId%22\
         %3A%22m%22%2C%22gaps%22%3A%5B%5D%2C%22table%22%3A%7B%7D%7D&tags=x&tags=y+z",
    );
}

#[tokio::test]
async fn text_and_bytes() {
    let server = Server::answering("200 OK", "content-type: text/plain\r\n", "yes\né").await;
    assert_eq!(server.client().text("a\"b".to_owned()).await.unwrap(), "yes\né");
    assert_eq!(server.header("content-type").as_deref(), Some("text/plain; charset=utf-8"));
    assert_eq!(server.body(), "a\"b");

    let server = Server::answering("200 OK", "content-type: image/png\r\n", "\u{1}").await;
    assert_eq!(server.client().bytes(b"png".to_vec()).await.unwrap(), [1]);
    assert_eq!(server.header("content-type").as_deref(), Some("image/png"));
    assert_eq!(server.body(), "png");
}

#[tokio::test]
async fn a_calls_own_header_wins() {
    let server = server().await;
    let client = server.client().with_bearer_token("stored");
    client.empty().header("Authorization", "Basic abc").header("x-genauth-app-id", "other").await.unwrap();
    assert_eq!(server.request_line(), "DELETE /empty");
    assert_eq!(server.header("authorization").as_deref(), Some("Basic abc"));
    assert_eq!(server.header("x-genauth-app-id").as_deref(), Some("other"));
}

#[tokio::test]
async fn a_header_that_http_does_not_allow_is_told_when_the_call_is_awaited() {
    let server = server().await;
    let error = server.client().empty().header("x-key", "a\r\nb: c").await.unwrap_err();
    assert_eq!(error.to_string(), "empty: HTTP does not allow the value of the header `x-key`");
    let error = server.client().empty().header("x key", "a").await.unwrap_err();
    assert_eq!(error.to_string(), "empty: HTTP does not allow a header of the name \"x key\"");
    assert_eq!(server.request_count(), 0);
}
