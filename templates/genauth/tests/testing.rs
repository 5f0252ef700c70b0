//! The test kit: what a test says of operations, and what it hears when they are not as it said.

#![cfg(all(feature = "testing", feature = "authentication", feature = "management", feature = "oidc"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "a test")]

use std::error::Error as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use genauth::authentication::GetProfileParams;
use genauth::models::{
    DeleteAccounDto, IsSuccessDto, IsSuccessRespDto, ListUsersRequestDto, SigninByCredentialsDtoConnection,
};
use genauth::testing::{Answer, Failure, Mock, Script};
use genauth::{AuthenticationClient, Error, ManagementClient, Retry, TransportErrorKind};
use http::Method;
use serde_json::{Value, json};

#[tokio::test]
async fn an_operation_is_answered_and_captured_by_its_types() {
    let mock = Mock::start().await;
    let deletion = mock.delete_account().returns(deleted("ok")).times(1);
    let answer = mock.authentication_client().delete_account(DeleteAccounDto::new("TOKEN")).await.unwrap();
    assert_eq!(answer, deleted("ok"));
    let requests = deletion.requests();
    assert_eq!(requests[0].body, DeleteAccounDto::new("TOKEN"));
    assert_eq!(requests[0].method(), Method::POST);
    assert_eq!(requests[0].uri().path(), "/api/v3/delete-account");
    assert_eq!(requests[0].header("x-genauth-app-id"), Some("mock"));
    assert_eq!(&requests[0].bytes()[..], br#"{"deleteAccountToken":"TOKEN"}"#);
    mock.verify();
}

#[tokio::test]
async fn parameters_are_captured_as_they_were_given() {
    let mock = Mock::start().await;
    let profile = mock.get_profile().answers(profile("U"));
    let client = mock.authentication_client();
    let params = GetProfileParams::new().with_custom_data(true);
    client.get_profile().params(params.clone()).await.unwrap();
    client.get_profile().await.unwrap();
    let requests = profile.requests();
    assert_eq!(requests[0].params, Some(params));
    assert_eq!(requests[0].query(), [("withCustomData".to_owned(), "true".to_owned())]);
    assert_eq!(requests[1].params, None);
}

#[tokio::test]
async fn variables_of_the_path_are_captured_without_escapes() {
    let mock = Mock::start().await;
    let removed = mock.on(Method::DELETE, "/api/v3/things/{kind}/{id}").returns(json!({ "statusCode": 200 }));
    let request = mock.management_client().request(Method::DELETE, "/api/v3/things/a%20b/c%2Fd");
    let _: Value = request.call().await.unwrap();
    let request = &removed.requests()[0];
    assert_eq!((request.path("kind"), request.path("id"), request.path("x")), (Some("a b"), Some("c/d"), None));
}

#[tokio::test]
async fn a_refusal_is_an_error_of_the_api() {
    let mock = Mock::start().await;
    mock.get_profile().fails(Failure::new(401).api_code(2020).message("not signed in").request_id("R"));
    let error = mock.authentication_client().get_profile().await.unwrap_err();
    assert!(error.is_unauthenticated());
    let Error::Api(error) = error else { panic!("{error:?}") };
    assert_eq!((error.status_code(), error.api_code(), error.message()), (401, Some(2020), "not signed in"));
    assert_eq!((error.request_id(), error.response().status().as_u16()), (Some("R"), 200));
}

#[tokio::test]
async fn gateways_and_broken_connections_can_be_played() {
    let mock = Mock::start().await;
    mock.get_profile().answers((502, "<html>Bad Gateway</html>")).times(1);
    mock.get_profile().breaks(TransportErrorKind::Connect).times(1);
    mock.get_profile().answers(Answer::new(1000));
    let client = mock.authentication_client();
    let Error::Status(error) = client.get_profile().await.unwrap_err() else { panic!("no status") };
    assert_eq!(error.response().status().as_u16(), 502);
    assert!(client.get_profile().await.unwrap_err().is_connect());
    let error = client.get_profile().await.unwrap_err();
    assert!(error.to_string().ends_with("1000 is no status of HTTP"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_delay_runs_into_the_timeout_of_the_call() {
    let mock = Mock::start().await;
    mock.delete_account().returns(deleted("late")).delays(Duration::from_secs(3));
    let client = mock.authentication_client();
    let call = || client.delete_account(DeleteAccounDto::new("T"));
    assert!(call().timeout(Duration::from_secs(2)).await.unwrap_err().is_timeout());
    assert_eq!(call().await.unwrap().message, "late");
}

#[tokio::test]
async fn expectations_are_tried_in_order_and_passed_over_when_used_up() {
    let mock = Mock::start().await;
    mock.delete_account().when(|request| request.body.delete_account_token == "BAD").fails(Failure::new(400));
    mock.delete_account().returns(deleted("first")).times(1);
    mock.delete_account().returns_each([deleted("second"), deleted("third")]);
    mock.delete_account().returns(deleted("ever after"));
    let client = mock.authentication_client();
    let mut messages = Vec::new();
    for token in ["A", "B", "BAD", "C", "D", "E"] {
        let answer = client.delete_account(DeleteAccounDto::new(token)).await;
        messages.push(answer.map_or_else(|_| "refused".to_owned(), |answer| answer.message));
    }
    assert_eq!(messages, ["first", "second", "refused", "third", "ever after", "ever after"]);
}

#[tokio::test]
async fn an_unexpected_request_fails_at_once_and_says_what_to_do() {
    let mock = Mock::start().await;
    let client = mock.authentication_client();
    let error = client.get_profile().retry(Retry::standard()).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "ProfileV3Controller_getProfile: no answer was prepared: \
         GET /api/v3/get-profile was not expected: `mock.get_profile()` says what comes back"
    );
    assert!(!error.is_retryable());
    assert_eq!(mock.requests().len(), 1);
    assert!(told(|| mock.verify()).contains("GET /api/v3/get-profile"));
}

#[tokio::test]
async fn all_that_is_wrong_is_told_at_once() {
    let mock = Mock::start().await;
    mock.get_profile().answers(profile("U")).times(2);
    mock.list_users().fails(Failure::new(500)).times(1);
    mock.delete_account().returns(deleted("ok")).times(1);
    mock.bind_email();
    let client = mock.authentication_client();
    client.get_profile().await.unwrap();
    client.delete_account(DeleteAccounDto::new("A")).await.unwrap();
    client.delete_account(DeleteAccounDto::new("B")).await.unwrap_err();
    client.bind_email(genauth::models::BindEmailDto::new("e@x", "1234")).await.unwrap_err();
    let _: Result<Value, _> = client.request(Method::GET, "/api/v3/get-security-info?secret=S").call().await;
    let _: Result<Value, _> = client.request(Method::PUT, "/elsewhere?secret=S").call().await;
    let report = told(|| mock.verify());
    assert_eq!(
        report,
        "the mock was not used as expected:\n\
         - POST /api/v3/delete-account was not expected: `mock.delete_account()` is used up, or `when` passed over this \
         one\n\
         - GET /api/v3/get-security-info was not expected: `mock.get_security_level()` says what comes back\n\
         - PUT /elsewhere was not expected: `mock.on(Method::PUT, \"/elsewhere\")` says what comes back\n\
         - `mock.get_profile()` was expected 2 times and came once\n\
         - `mock.list_users()` was expected once and came never\n\
         - `mock.bind_email()` came once and says no answer"
    );
}

#[tokio::test]
async fn a_mock_that_is_dropped_checks_itself() {
    let mock = Mock::start().await;
    mock.get_profile().answers(profile("U")).times(1);
    let (client, clone) = (mock.authentication_client(), mock.clone());
    drop(clone);
    assert!(told(move || drop(mock)).ends_with("`mock.get_profile()` was expected once and came never"));
    // The client outlives its mock.
    client.get_profile().await.unwrap();
}

#[tokio::test]
async fn operations_of_one_path_belong_to_the_client_that_sent_them() {
    let mock = Mock::start().await;
    let own = mock.authentication_get_detail().fails(Failure::new(404).message("mine"));
    let managed = mock.management_get_detail().fails(Failure::new(404).message("theirs"));
    let request = |method| (method, "/api/v3/approval");
    let (method, path) = request(Method::GET);
    let of_user = mock.authentication_client().request(method.clone(), path).call::<Value>();
    let of_pool = mock.management_client().request(method, path).call::<Value>();
    assert!(of_pool.await.unwrap_err().to_string().ends_with("theirs"));
    assert!(of_user.await.unwrap_err().to_string().ends_with("mine"));
    assert_eq!((own.requests().len(), managed.requests().len()), (1, 1));
}

#[tokio::test]
async fn a_stream_of_pages_goes_through_the_mock() {
    let mock = Mock::start().await;
    let page = |ids: &[&str]| {
        let users: Vec<Value> = ids.iter().map(|id| json!({ "userId": id })).collect();
        Answer::json(200, &json!({ "statusCode": 200, "message": "ok", "data": { "totalCount": 3, "list": users } }))
    };
    let first = mock.list_users().when(|request| page_of(&request.body) == Some(1)).answers(page(&["a", "b"])).times(1);
    let second = mock.list_users().when(|request| page_of(&request.body) == Some(2)).answers(page(&["c"])).times(1);
    let mut users = mock.management_client().list_users_all(ListUsersRequestDto::new());
    let mut ids = Vec::new();
    while let Some(user) = users.next().await {
        ids.push(user.unwrap().user_id);
    }
    assert_eq!(ids, ["a", "b", "c"]);
    assert!(first.requests()[0].header("authorization").unwrap().starts_with("GenAuth mock:"));
    assert_eq!(second.requests().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mock_serves_many_tasks() {
    let mock = Mock::start().await;
    let expected = mock.delete_account().returns(deleted("ok")).times(50);
    let client = mock.authentication_client();
    let calls = (0..50).map(|number| {
        let client = client.clone();
        tokio::spawn(async move { client.delete_account(DeleteAccounDto::new(number.to_string())).await.is_ok() })
    });
    for call in calls.collect::<Vec<_>>() {
        assert!(call.await.unwrap());
    }
    let mut tokens: Vec<usize> =
        expected.requests().iter().map(|request| request.body.delete_account_token.parse().unwrap()).collect();
    tokens.sort_unstable();
    assert!(tokens.into_iter().eq(0..50));
}

#[tokio::test]
async fn the_protocol_helpers_go_through_the_mock() {
    let mock = Mock::start().await;
    let token = mock.on(Method::POST, "/oidc/token").returns(json!({ "access_token": "T", "expires_in": 60 })).times(1);
    let signed_in = json!({ "statusCode": 200, "message": "ok", "data": { "access_token": "T", "expire_in": 60 } });
    let sign_in = mock.sign_in_by_credentials().answers(Answer::json(200, &signed_in)).times(1);
    let client = mock.authentication_client();
    client.get_access_token_by_client_credentials("openid", "KEY", "SECRET").await.unwrap();
    client.sign_in_by_username_password("name", "PASSWORD", None).await.unwrap();
    assert_eq!(token.requests()[0].body["grant_type"], "client_credentials");
    assert_eq!(token.requests()[0].body["client_id"], "KEY");
    let sent = &sign_in.requests()[0].body;
    assert_eq!(sent.connection, SigninByCredentialsDtoConnection::Password);
    assert_eq!(sent.password_payload.as_ref().unwrap().password, "PASSWORD");
}

#[tokio::test]
async fn an_application_builds_its_own_client() {
    let mock = Mock::start().await;
    mock.list_users().fails(Failure::new(503)).times(1);
    mock.list_users().fails(Failure::new(403)).times(1);
    let retry = Retry::standard().base_delay(Duration::ZERO);
    let client = ManagementClient::builder().access_token("T").host("https://id.example.com/base").retry(retry);
    let client = client.transport(mock.transport()).build().unwrap();
    let error = client.list_users(ListUsersRequestDto::new()).await.unwrap_err();
    assert!(error.to_string().contains("status 403"), "{error}");
}

#[tokio::test]
async fn captured_requests_show_no_secrets() {
    let mock = Mock::start().await;
    let deletion = mock.delete_account().returns(deleted("ok"));
    let client = mock.authentication_client().with_access_token("SECRET-1");
    client.delete_account(DeleteAccounDto::new("SECRET-2")).await.unwrap();
    let _: Result<Value, _> = client.request(Method::GET, "/x?token=SECRET-3").call().await;
    let shown = format!("{:?} {:?} {deletion:?} {mock:?}", deletion.requests(), mock.requests());
    assert!(shown.contains("authorization") && shown.contains("/api/v3/delete-account"), "{shown}");
    assert!(!shown.contains("SECRET"), "{shown}");
    assert!(!told(|| mock.verify()).contains("SECRET"));
}

#[tokio::test]
async fn a_script_answers_one_attempt_after_another() {
    let script = Script::new([
        Answer::new(503).header("retry-after", "0"),
        Answer::breaks(TransportErrorKind::Other),
        profile("U"),
    ]);
    let client = scripted(&script, Retry::standard().base_delay(Duration::ZERO));
    assert_eq!(client.get_profile().await.unwrap().data.user_id, "U");
    assert_eq!((script.requests().len(), script.left()), (3, 0));
    assert!(script.requests().iter().all(|request| request.uri().path() == "/api/v3/get-profile"));
}

#[tokio::test]
async fn a_script_says_when_it_is_at_its_end() {
    let script = Script::new([(200, "{}")]);
    let client = scripted(&script, Retry::standard());
    client.request(Method::GET, "/a").call::<Value>().await.unwrap();
    let error = client.get_profile().await.unwrap_err();
    let Error::Transport(error) = error else { panic!("{error:?}") };
    assert_eq!(error.kind(), TransportErrorKind::Unprepared);
    let problem = error.source().unwrap().to_string();
    assert_eq!(problem, "the script ends before GET /api/v3/get-profile, which is request number 2");
}

#[cfg(feature = "blocking")]
#[test]
fn blocking_calls_go_through_the_mock() {
    use genauth::blocking::Blocking;

    let mock = Mock::start_blocking();
    mock.delete_account().returns(deleted("ok")).times(1);
    assert_eq!(mock.authentication_client().delete_account(DeleteAccounDto::new("T")).wait().unwrap().message, "ok");
}

#[test]
fn a_mock_can_be_shared() {
    fn is_shared<T: Send + Sync + Clone + 'static>() {}
    is_shared::<Mock>();
    is_shared::<genauth::testing::MockTransport>();
    is_shared::<genauth::testing::Expectation<Option<GetProfileParams>, DeleteAccounDto, IsSuccessRespDto>>();
    is_shared::<Script>();
}

fn deleted(message: &str) -> IsSuccessRespDto {
    IsSuccessRespDto::new(IsSuccessDto::new(true), message, 200)
}

fn profile(id: &str) -> Answer {
    Answer::json(200, &json!({ "statusCode": 200, "message": "ok", "data": { "userId": id } }))
}

fn page_of(body: &ListUsersRequestDto) -> Option<i64> {
    body.options.as_ref()?.pagination.as_ref()?.page
}

fn scripted(script: &Script, retry: Retry) -> AuthenticationClient {
    let builder = AuthenticationClient::builder().app_id("APP").app_secret("S").app_host("https://x.example.com");
    builder.retry(retry).transport(script.clone()).build().unwrap()
}

/// What a check says when it panics.
fn told(check: impl FnOnce()) -> String {
    let panic = catch_unwind(AssertUnwindSafe(check)).unwrap_err();
    panic.downcast_ref::<String>().cloned().unwrap_or_default()
}
