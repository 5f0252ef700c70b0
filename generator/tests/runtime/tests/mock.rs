//! The test kit: every kind of parameter, body and answer, and requests that are no operation.

#![cfg(feature = "testing")]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "a test")]

use genauth::models::{IsSuccessDto, IsSuccessRespDto, Level, Method, Sample};
use genauth::testing::{Answer, Failure, Mock};
use genauth::{Client, SearchParams};
use serde_json::{Value, json};

#[tokio::test]
async fn every_kind_of_answer_comes_as_the_service_writes_it() {
    let mock = Mock::start().await;
    let client = mock.client();
    mock.bare_list().returns(vec![success()]);
    assert_eq!(client.bare_list().await.unwrap(), [success()]);
    mock.empty().returns(());
    client.empty().await.unwrap();
    mock.text().returns("\"quoted\"".to_owned());
    assert_eq!(client.text(String::new()).await.unwrap(), "\"quoted\"");
    mock.bytes().returns(vec![0, 255]);
    assert_eq!(client.bytes(Vec::new()).await.unwrap(), [0, 255]);
    let answer: IsSuccessRespDto =
        serde_json::from_value(json!({ "statusCode": 200, "message": "ok", "data": { "success": true } })).unwrap();
    mock.maybe().returns_each([Some(answer.clone()), None]);
    assert_eq!(client.maybe().await.unwrap(), Some(answer));
    assert_eq!(client.maybe().await.unwrap(), None);
}

#[tokio::test]
async fn every_kind_of_body_is_read_back() {
    let mock = Mock::start().await;
    let client = mock.client();
    let texts = mock.text().returns(String::new());
    client.text("a\"b é".to_owned()).await.unwrap();
    assert_eq!(texts.requests()[0].body, "a\"b é");
    let bytes = mock.bytes().returns(Vec::new());
    client.bytes(vec![0, 255]).await.unwrap();
    assert_eq!(bytes.requests()[0].body, [0, 255]);
    let optional = mock.optional_body().returns(());
    client.optional_body(None).await.unwrap();
    client.optional_body(Some(success())).await.unwrap();
    let bodies: Vec<_> = optional.requests().into_iter().map(|request| request.body).collect();
    assert_eq!(bodies, [None, Some(success())]);
}

#[tokio::test]
async fn forms_are_read_by_the_types_of_their_properties() {
    let mock = Mock::start().await;
    let forms = mock.form().returns(());
    let mut sample = Sample::new(7, Method::from("a b+c&d"));
    sample.tags = Some(vec!["only".to_owned()]);
    sample.flag = Some(true);
    sample.name = Some("12".to_owned());
    sample.next = Some(Box::new(Sample::new(2, Method::Password)));
    mock.client().form(sample.clone()).await.unwrap();
    assert_eq!(forms.requests()[0].body, sample);
}

#[tokio::test]
async fn parameters_of_query_header_and_cookie_are_kept() {
    let mock = Mock::start().await;
    let searches = mock.search().returns(());
    let mut params = SearchParams::default();
    params.brackets = Some(vec!["a b".to_owned(), "c".to_owned()]);
    params.trace = Some(vec![1, 2]);
    params.session = Some("S".to_owned());
    mock.client().search().params(params.clone()).await.unwrap();
    let request = &searches.requests()[0];
    assert!(request.params.as_ref() == Some(&params));
    assert_eq!(
        request.query(),
        [("brackets[]", "a b"), ("brackets[]", "c")].map(|(a, b)| (a.to_owned(), b.to_owned()))
    );
    assert_eq!((request.header("x-trace"), request.header("cookie")), (Some("1,2"), Some("session=S")));
    assert!(!format!("{request:?}").contains("a b"));
}

#[tokio::test]
async fn variables_of_an_operations_path_are_kept() {
    let mock = Mock::start().await;
    let items = mock.item().returns(());
    mock.client().item("a/b c", Level::from(3), 4).await.unwrap();
    let request = &items.requests()[0];
    assert_eq!(["id", "level", "page"].map(|name| request.path(name).unwrap_or("-").to_owned()), ["a/b c", "3", "4"]);
}

#[tokio::test]
async fn a_custom_request_takes_the_expectation_of_its_operation() {
    let mock = Mock::start().await;
    let items = mock.item().returns(());
    let client = Client::builder().base_url("https://example.com/base/").transport(mock.transport()).build().unwrap();
    let call = client.request(http::Method::GET, "/items/1/2/3?x=1").call::<Value>();
    assert!(call.await.is_err(), "an empty body is no JSON");
    assert_eq!(items.requests()[0].path("level"), Some("2"));
    assert_eq!(items.requests()[0].query(), [("x".to_owned(), "1".to_owned())]);
}

#[tokio::test]
async fn a_body_of_another_shape_is_told_when_it_is_looked_at() {
    let mock = Mock::start().await;
    let deletion = mock.delete_account().fails(Failure::new(400));
    let request = mock.client().request(http::Method::POST, "/api/v3/delete-account");
    let _ = request.body("application/json", "{\"success\":").call::<Value>().await;
    let panic = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| deletion.requests())).unwrap_err();
    let said = panic.downcast_ref::<String>().unwrap();
    assert!(said.starts_with("`mock.delete_account()` took a request with another body: /success: EOF"), "{said}");
    assert_eq!(mock.requests()[0].body, "{\"success\":");
}

#[tokio::test]
async fn answers_that_cannot_be_given_say_why() {
    let mock = Mock::start().await;
    mock.empty().answers(Answer::new(200).header("bad name", "x")).times(1);
    mock.empty().answers(Answer::json(200, &std::collections::HashMap::from([((1, 2), 3)])));
    let client = mock.client();
    let mut said = Vec::new();
    for _ in 0..2 {
        said.push(client.empty().await.unwrap_err().to_string());
    }
    assert_eq!(said[0], "empty: no answer was prepared: HTTP does not allow the header `bad name` of the answer");
    assert!(said[1].starts_with("empty: no answer was prepared: the answer cannot be written as JSON"), "{}", said[1]);
}

fn success() -> IsSuccessDto {
    serde_json::from_value(json!({ "success": true })).unwrap()
}
