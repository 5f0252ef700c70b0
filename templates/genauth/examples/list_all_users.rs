//! Prints every user of a user pool, page after page.
//!
//! Set `GENAUTH_ACCESS_KEY_ID` and `GENAUTH_ACCESS_KEY_SECRET`, and `GENAUTH_HOST` for a deployment of your own.

use std::env;
use std::error::Error;

use genauth::ManagementClient;
use genauth::models::ListUsersRequestDto;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut client = ManagementClient::builder()
        .access_key_id(setting("GENAUTH_ACCESS_KEY_ID")?)
        .access_key_secret(setting("GENAUTH_ACCESS_KEY_SECRET")?);
    if let Ok(host) = env::var("GENAUTH_HOST") {
        client = client.host(host);
    }
    let count = run(&client.build()?).await?;
    println!("{count} users");
    Ok(())
}

/// Answers with how many there are.
pub async fn run(client: &ManagementClient) -> Result<usize, genauth::Error> {
    let mut users = client.list_users_all(ListUsersRequestDto::new());
    let mut count = 0;
    // The next page is only asked for when this one is used up.
    while let Some(user) = users.next().await {
        let user = user?;
        println!("{} {}", user.user_id, user.username.as_deref().unwrap_or("-"));
        count += 1;
    }
    Ok(count)
}

fn setting(name: &str) -> Result<String, String> {
    env::var(name).map_err(|_| format!("the environment variable {name} is missing"))
}
