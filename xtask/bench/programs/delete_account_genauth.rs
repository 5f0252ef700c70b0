//! Deletes an account, with genauth.

use genauth::AuthenticationClient;
use genauth::models::DeleteAccounDto;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = AuthenticationClient::builder()
        .app_id(std::env::var("APP")?)
        .app_secret(std::env::var("SECRET")?)
        .app_host(std::env::var("HOST")?)
        .access_token(std::env::var("TOKEN")?)
        .build()?;
    let deleted = client.delete_account(DeleteAccounDto::new(std::env::var("DELETION")?)).await?;
    println!("{}", deleted.data.success);
    Ok(())
}
