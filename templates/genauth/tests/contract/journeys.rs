//! What people do with the service, done with the crate against the mock's state.

use genauth::models::{
    CreateUserReqDto, DeleteAccounDto, DeleteAccountByPasswordDto, DeleteUsersBatchDto, ListUsersRequestDto,
    UpdateUserReqDto, VerifyDeleteAccountRequestDto, VerifyDeleteAccountRequestDtoVerifyMethod,
};
use genauth::{AuthenticationClient, Error};

use crate::service::Service;

#[tokio::test]
async fn an_account_lives_from_sign_up_to_deletion() {
    let service = Service::start().await;
    let settings = service.mock.settings();
    let client = AuthenticationClient::builder().app_id(&settings.app_id).app_secret(&settings.app_secret);
    let client = client.app_host(service.mock.url()).build().unwrap();
    let (email, password) = ("grace@example.com", "a nanosecond is 30 centimetres");

    client.sign_up_by_email_password(email, password, None, None).await.unwrap();
    let tokens = client.sign_in_by_email_password(email, password, None).await.unwrap().data;
    let user = client.with_access_token(tokens.access_token.unwrap());
    assert_eq!(user.get_profile().await.unwrap().data.email.as_deref(), Some(email));

    let proof = VerifyDeleteAccountRequestDto::new(VerifyDeleteAccountRequestDtoVerifyMethod::Password)
        .with_password_payload(DeleteAccountByPasswordDto::new(password));
    let allowed = user.verify_delete_account_request(proof).await.unwrap();
    let deleted = user.delete_account(DeleteAccounDto::new(allowed.data.delete_account_token)).await.unwrap();
    assert!(deleted.data.success);

    let refused = client.sign_in_by_email_password(email, password, None).await.unwrap_err();
    assert!(matches!(&refused, Error::Api(error) if matches!(error.api_code(), Some(2004 | 2333))), "{refused}");
    assert!(user.get_profile().await.unwrap_err().is_unauthenticated());
    assert_eq!(service.mock.requests().iter().map(|request| request.violations.len()).max(), Some(1));
}

#[tokio::test]
async fn users_are_created_listed_changed_and_deleted() {
    let service = Service::start().await;
    let owner = service.owner();
    let new = CreateUserReqDto::new().with_username("grace").with_email("grace@example.com");
    let user = owner.create_user(new).await.unwrap().data;
    let found = owner.list_users(ListUsersRequestDto::new().with_keywords("grace")).await.unwrap().data;
    assert_eq!((found.total_count, found.list[0].user_id.as_str()), (1, user.user_id.as_str()));
    owner.update_user(UpdateUserReqDto::new(&user.user_id).with_nickname("Amazing Grace")).await.unwrap();
    let found = owner.list_users(ListUsersRequestDto::new().with_keywords("grace")).await.unwrap().data;
    assert_eq!(found.list[0].nickname.as_deref(), Some("Amazing Grace"));
    owner.delete_users_batch(DeleteUsersBatchDto::new(vec![user.user_id])).await.unwrap();
    let left = owner.list_users(ListUsersRequestDto::new().with_keywords("grace")).await.unwrap().data;
    assert_eq!(left.total_count, 0);
}
