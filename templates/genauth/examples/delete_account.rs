//! Deletes the account of the user who signs in. **There is no way back.**
//!
//! Set `GENAUTH_APP_ID`, `GENAUTH_APP_SECRET` and `GENAUTH_APP_HOST`, and the user's own `GENAUTH_USERNAME` and
//! `GENAUTH_PASSWORD`.

use std::env;
use std::error::Error;

use genauth::AuthenticationClient;
use genauth::models::{
    DeleteAccounDto, DeleteAccountByPasswordDto, VerifyDeleteAccountRequestDto,
    VerifyDeleteAccountRequestDtoVerifyMethod,
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = AuthenticationClient::builder()
        .app_id(setting("GENAUTH_APP_ID")?)
        .app_secret(setting("GENAUTH_APP_SECRET")?)
        .app_host(setting("GENAUTH_APP_HOST")?)
        .build()?;
    run(&client, &setting("GENAUTH_USERNAME")?, &setting("GENAUTH_PASSWORD")?).await?;
    println!("The account is deleted");
    Ok(())
}

pub async fn run(client: &AuthenticationClient, username: &str, password: &str) -> Result<(), Box<dyn Error>> {
    let signed_in = client.sign_in_by_username_password(username, password, None).await?;
    let token = signed_in.data.access_token.ok_or("the service gave no access token")?;
    let user = client.with_access_token(token);

    // The user proves once more who they are, and gets a token that is good for this alone.
    let proof = VerifyDeleteAccountRequestDto::new(VerifyDeleteAccountRequestDtoVerifyMethod::Password)
        .with_password_payload(DeleteAccountByPasswordDto::new(password));
    let verified = user.verify_delete_account_request(proof).await?;

    let deleted = user.delete_account(DeleteAccounDto::new(verified.data.delete_account_token)).await?;
    if deleted.data.success { Ok(()) } else { Err("the service did not delete the account".into()) }
}

fn setting(name: &str) -> Result<String, String> {
    env::var(name).map_err(|_| format!("the environment variable {name} is missing"))
}
