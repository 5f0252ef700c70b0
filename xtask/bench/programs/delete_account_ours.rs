//! Deletes an account, with the crate that this generator makes from the vendor's document.

use made_by_ours::Client;
use made_by_ours::models::DeleteAccounDto;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder().base_url(std::env::var("HOST")?).bearer_token(std::env::var("TOKEN")?).build()?;
    let body = DeleteAccounDto::new(std::env::var("DELETION")?);
    let deleted = client.profile_v3_controller_delete_account(body).await?;
    println!("{}", deleted.data.success);
    Ok(())
}
