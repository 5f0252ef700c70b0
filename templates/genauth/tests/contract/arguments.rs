//! Arguments arrive as they were given; what would be dropped, changed or left over is a fault of the input.

use bytes::Bytes;
use genauth::Error;
use http::Request;
use serde_json::{Map, Value, json};

use crate::input::{Body, Input, InputError};
use crate::operation::{Answer, Operation};
use crate::operations::{authentication, management};
use crate::recorder::Recorder;

#[tokio::test]
async fn a_body_arrives_with_what_its_type_does_not_describe() {
    let body = json!({"deleteAccountToken": "T", "more": {"list": [1, null, 2.5]}});
    let request = sent(&as_user("ProfileV3Controller_deleteAccount", with_body(body.clone())).await.unwrap().0);
    assert_eq!(request, ("POST /api/v3/delete-account".to_owned(), body.to_string()));
}

#[tokio::test]
async fn free_json_arrives_and_a_body_that_may_be_missing_is_missed() {
    let operation = "listSubjectAuth";
    for body in [json!({"a": [{}, null]}), json!([1, "x"]), Value::Null] {
        assert_eq!(sent(&as_user(operation, with_body(body.clone())).await.unwrap().0).1, body.to_string());
    }
    assert_eq!(sent(&as_user(operation, Input::default()).await.unwrap().0).1, "");
}

#[tokio::test]
async fn null_arrives_where_it_means_something() {
    let mut body = json!({
        "id": "1", "name": "n", "type": "custom", "enable": true, "fieldOrder": "[]", "config": {}, "parentKey": "",
        "showFieldKey": "", "description": null,
    });
    let request = as_owner("MetaDataController_updateModel", with_body(body.clone())).await.unwrap().0;
    assert_eq!(serde_json::from_slice::<Value>(request.body()).unwrap(), body);
    body["name"] = Value::Null;
    let error = as_owner("MetaDataController_updateModel", with_body(body)).await.unwrap_err().to_string();
    assert!(error.starts_with("MetaDataController_updateModel: the body is refused: /name: "), "{error}");
}

#[tokio::test]
async fn variables_and_parameters_arrive_in_their_places() {
    let path = map(json!({"credentialId": "a/b", "userId": "u", "appId": "x"}));
    let request = as_user("deleteWebAuthnAdminCredential", Input { path, ..Input::default() }).await.unwrap().0;
    assert_eq!(sent(&request).0, "DELETE /api/v3/webauthn/admin/credentials/a%2Fb/u/x");
    let query = map(json!({"withIdentities": true}));
    let request = as_user("ProfileV3Controller_getProfile", Input { query, ..Input::default() }).await.unwrap().0;
    assert_eq!(sent(&request).0, "GET /api/v3/get-profile?withIdentities=true");
}

#[tokio::test]
async fn bytes_arrive_under_their_media_type() {
    let body = Body::Bytes { content_type: "multipart/form-data; boundary=x".to_owned(), bytes: b"--x--".to_vec() };
    let query = map(json!({"private": true}));
    let input = Input { query: query.clone(), body: Some(body), ..Input::default() };
    let request = as_owner("upload", input).await.unwrap().0;
    assert_eq!(request.headers()["content-type"], "multipart/form-data; boundary=x");
    assert_eq!(request.body().as_ref(), b"--x--");
    let value = Input { query, ..with_body(json!("--x--")) };
    assert_eq!(refusal(as_owner("upload", value).await), "upload: the body is refused: the method takes bytes");
}

#[tokio::test]
async fn what_a_type_would_drop_is_a_fault() {
    let query = map(json!({"withIdentities": null}));
    let error = as_user("ProfileV3Controller_getProfile", Input { query, ..Input::default() }).await;
    let expected = "ProfileV3Controller_getProfile: the query parameter `withIdentities` is refused: ";
    assert!(refusal(error).starts_with(expected));
    let body = with_body(json!({"name": "n", "gender": null}));
    let expected = "ProfileV3Controller_updateProfile: the body does not survive the crate's own type: \
                    at \"/gender\", null became nothing";
    assert_eq!(refusal(as_user("ProfileV3Controller_updateProfile", body).await), expected);
}

#[tokio::test]
async fn what_is_missing_or_left_over_is_a_fault() {
    let operation = "ProfileV3Controller_deleteAccount";
    let missing = as_user(operation, Input::default()).await;
    assert_eq!(refusal(missing), format!("{operation}: the body is missing"));
    let input = Input { cookies: map(json!({"a": "b"})), ..with_body(json!({"deleteAccountToken": "T"})) };
    let left = as_user(operation, input).await;
    assert_eq!(refusal(left), format!("{operation}: the cookie `a` is given, and the method has no argument for it"));
    let left = as_user("ProfileV3Controller_getSecurityLevel", with_body(Value::Null)).await;
    assert!(refusal(left).ends_with("the body is given, and the method has no argument for it"));
}

#[tokio::test]
async fn an_answer_is_what_the_method_returned() {
    let input = with_body(json!({"deleteAccountToken": "T"}));
    let operation = "ProfileV3Controller_deleteAccount";
    let answer = as_user(operation, input.clone()).await.unwrap().1.unwrap();
    assert_eq!(answer.value, json!({"statusCode": 200, "message": "", "data": {"success": false}}));
    assert_eq!(answer.raw.body_as::<Value>().unwrap(), json!({"statusCode": 200, "message": "", "data": {}}));
    let error = as_user(operation, Input { strict: true, ..input }).await.unwrap().1.unwrap_err();
    let Error::Decode(decode) = error else { panic!("{error}") };
    assert_eq!(decode.pointer(), "/data/success");
}

type Exchange = (Request<Bytes>, Result<Answer, Error>);

async fn as_user(id: &str, input: Input) -> Result<Exchange, InputError> {
    let recorder = Recorder::default();
    exchange(&recorder.user(), authentication::AREAS, id, input, &recorder).await
}

async fn as_owner(id: &str, input: Input) -> Result<Exchange, InputError> {
    let recorder = Recorder::default();
    exchange(&recorder.owner(), management::AREAS, id, input, &recorder).await
}

async fn exchange<C>(
    client: &C,
    areas: &[&[Operation<C>]],
    id: &str,
    input: Input,
    recorder: &Recorder,
) -> Result<Exchange, InputError> {
    let operation = areas.iter().copied().flatten().find(|operation| operation.id == id).expect("it is in the table");
    let answer = operation.start(client, input)?.await;
    let request = recorder.take().pop().expect("one request");
    Ok((request, answer))
}

fn refusal(result: Result<Exchange, InputError>) -> String {
    result.map(|_| ()).expect_err("the input does not fit").to_string()
}

fn with_body(body: Value) -> Input {
    Input { body: Some(Body::Value(body)), ..Input::default() }
}

fn map(value: Value) -> Map<String, Value> {
    value.as_object().cloned().unwrap_or_default()
}

/// The line and the body of a request.
fn sent(request: &Request<Bytes>) -> (String, String) {
    let target = request.uri().path_and_query().map(ToString::to_string).unwrap_or_default();
    (format!("{} {target}", request.method()), String::from_utf8_lossy(request.body()).into_owned())
}
