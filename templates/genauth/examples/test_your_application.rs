//! Tests of your own code against a mock: no network, no account, and nothing but this crate.
//!
//! `close_account` stands for your application, and the module `tests` for its tests. `cargo run` shows the same.

use std::error::Error;

use genauth::AuthenticationClient;
use genauth::models::{
    DeleteAccounDto, DeleteAccountByPasswordDto, IsSuccessDto, IsSuccessRespDto, VerifyDeleteAccountRequestDto,
    VerifyDeleteAccountRequestDtoVerifyMethod,
};
use genauth::testing::Mock;

/// What became of it.
#[derive(Debug, PartialEq, Eq)]
pub enum Closed {
    Yes,
    /// The user has to try again.
    WrongPassword,
}

/// Your application's own code. It takes the client, so that a test can give it another.
pub async fn close_account(client: &AuthenticationClient, password: &str) -> Result<Closed, genauth::Error> {
    let proof = VerifyDeleteAccountRequestDto::new(VerifyDeleteAccountRequestDtoVerifyMethod::Password)
        .with_password_payload(DeleteAccountByPasswordDto::new(password));
    let verified = match client.verify_delete_account_request(proof).await {
        Ok(verified) => verified,
        Err(genauth::Error::Api(error)) if error.api_code() == Some(2333) => return Ok(Closed::WrongPassword),
        Err(error) => return Err(error),
    };
    client.delete_account(DeleteAccounDto::new(verified.data.delete_account_token)).await?;
    Ok(Closed::Yes)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mock = Mock::start().await;
    mock.verify_delete_account_request().answers((200, VERIFIED));
    let deleted = mock.delete_account().returns(deleted()).times(1);
    let closed = close_account(&mock.authentication_client(), "password").await?;
    println!("{closed:?} by {:?}", deleted.requests());
    mock.verify();
    Ok(())
}

/// An answer as the service writes it. Answers can be values as well, as `deleted` is.
const VERIFIED: &str = r#"{"statusCode":200,"message":"ok","data":{"deleteAccountToken":"TOKEN","tokenExpiresIn":60}}"#;

fn deleted() -> IsSuccessRespDto {
    IsSuccessRespDto::new(IsSuccessDto::new(true), "ok", 200)
}

#[cfg(test)]
mod tests {
    use genauth::TransportErrorKind;
    use genauth::testing::{Failure, Mock};

    use super::{Closed, VERIFIED, close_account, deleted};

    #[tokio::test]
    async fn the_token_of_the_proof_closes_the_account() {
        let mock = Mock::start().await;
        let proof = mock.verify_delete_account_request().answers((200, VERIFIED)).times(1);
        let closing = mock.delete_account().returns(deleted()).times(1);
        let closed = close_account(&mock.authentication_client(), "PASSWORD").await.unwrap();
        assert_eq!(closed, Closed::Yes);
        let sent = &proof.requests()[0].body;
        assert_eq!(sent.password_payload.as_ref().unwrap().password, "PASSWORD");
        assert_eq!(closing.requests()[0].body.delete_account_token, "TOKEN");
    }

    #[tokio::test]
    async fn a_wrong_password_closes_nothing() {
        let mock = Mock::start().await;
        mock.verify_delete_account_request().fails(Failure::new(400).api_code(2333).message("wrong password"));
        mock.delete_account().returns(deleted()).times(0);
        let closed = close_account(&mock.authentication_client(), "WRONG").await.unwrap();
        assert_eq!(closed, Closed::WrongPassword);
    }

    #[tokio::test]
    async fn a_broken_connection_is_an_error() {
        let mock = Mock::start().await;
        mock.verify_delete_account_request().breaks(TransportErrorKind::Connect);
        assert!(close_account(&mock.authentication_client(), "PASSWORD").await.unwrap_err().is_connect());
    }
}
