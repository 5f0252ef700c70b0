//! The way of a user who signs in and deletes the account, over real HTTP.

#![cfg(all(feature = "authentication-profile-and-account", feature = "authentication-sign-in"))]

mod loopback;

use genauth::models::{
    DeleteAccounDto, DeleteAccountByPasswordDto, SignInByPasswordPayloadDto, SigninByCredentialsDto,
    SigninByCredentialsDtoConnection, VerifyDeleteAccountRequestDto, VerifyDeleteAccountRequestDtoVerifyMethod,
};
use loopback::Server;

const SIGNED_IN: &str =
    r#"{"statusCode":200,"message":"ok","data":{"access_token":"USER_TOKEN","token_type":"bearer","expire_in":7200}}"#;
const VERIFIED: &str =
    r#"{"statusCode":200,"message":"ok","data":{"deleteAccountToken":"DELETE_TOKEN","tokenExpiresIn":60}}"#;
const DELETED: &str = r#"{
    "statusCode": 200,
    "message": "Operation successful",
    "requestId": "934108e5-9fbf-4d24-8da1-c330328abd6c",
    "data": { "success": true }
}"#;

#[tokio::test]
async fn a_user_signs_in_verifies_and_deletes_the_account() {
    let server = Server::json(&[SIGNED_IN, VERIFIED, DELETED]).await;
    let client = server.client();

    let password = SignInByPasswordPayloadDto::new("PASSWORD").with_email("a@example.com");
    let credentials =
        SigninByCredentialsDto::new(SigninByCredentialsDtoConnection::Password).with_password_payload(password);
    let signed_in = client.sign_in_by_credentials(credentials).await.unwrap();
    assert_eq!(signed_in.data.expire_in, 7200);

    let user = client.with_access_token(signed_in.data.access_token.unwrap());
    let proof = VerifyDeleteAccountRequestDto::new(VerifyDeleteAccountRequestDtoVerifyMethod::Password)
        .with_password_payload(DeleteAccountByPasswordDto::new("PASSWORD"));
    let verified = user.verify_delete_account_request(proof).await.unwrap();

    let deleted = user.delete_account(DeleteAccounDto::new(verified.data.delete_account_token)).await.unwrap();
    assert!(deleted.data.success);
    assert_eq!(deleted.message, "Operation successful");
    assert_eq!(deleted.request_id.as_deref(), Some("934108e5-9fbf-4d24-8da1-c330328abd6c"));

    let requests = server.requests();
    let lines: Vec<&str> = requests.iter().map(loopback::Request::line).collect();
    assert_eq!(
        lines,
        ["POST /api/v3/signin", "POST /api/v3/verify-delete-account-request", "POST /api/v3/delete-account"]
    );
    assert!(requests.iter().all(|request| request.header("x-genauth-app-id") == Some("APP_ID")));
    assert_eq!(requests[0].header("authorization"), None);
    assert_eq!(requests[2].header("authorization"), Some("Bearer USER_TOKEN"));
    assert_eq!(
        requests[0].body(),
        r#"{"connection":"PASSWORD","passwordPayload":{"password":"PASSWORD","email":"a@example.com"}}"#
    );
    assert_eq!(requests[1].body(), r#"{"verifyMethod":"PASSWORD","passwordPayload":{"password":"PASSWORD"}}"#);
    assert_eq!(requests[2].body(), r#"{"deleteAccountToken":"DELETE_TOKEN"}"#);
}
