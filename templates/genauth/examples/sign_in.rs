//! Signs a user in by user name and password, and prints who it is.
//!
//! Set `GENAUTH_APP_ID`, `GENAUTH_APP_SECRET` and `GENAUTH_APP_HOST`, and the user's own `GENAUTH_USERNAME` and
//! `GENAUTH_PASSWORD`.

use std::env;
use std::error::Error;

use genauth::AuthenticationClient;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = AuthenticationClient::builder()
        .app_id(setting("GENAUTH_APP_ID")?)
        .app_secret(setting("GENAUTH_APP_SECRET")?)
        .app_host(setting("GENAUTH_APP_HOST")?)
        .build()?;
    let name = run(&client, &setting("GENAUTH_USERNAME")?, &setting("GENAUTH_PASSWORD")?).await?;
    println!("{name} has signed in");
    Ok(())
}

/// Answers with the user's id.
pub async fn run(client: &AuthenticationClient, username: &str, password: &str) -> Result<String, Box<dyn Error>> {
    let signed_in = client.sign_in_by_username_password(username, password, None).await?;
    let token = signed_in.data.access_token.ok_or("the service gave no access token")?;
    // One client for each user; they share the connections.
    let user = client.with_access_token(token);
    Ok(user.get_profile().await?.data.user_id)
}

fn setting(name: &str) -> Result<String, String> {
    env::var(name).map_err(|_| format!("the environment variable {name} is missing"))
}
