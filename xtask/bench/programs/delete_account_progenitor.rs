//! Deletes an account, with progenitor's crate, which leaves the credentials to its user.

use made_by_progenitor::Client;
use made_by_progenitor::types::DeleteAccounDto;
use reqwest::header::{AUTHORIZATION, HeaderMap};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut headers = HeaderMap::new();
    headers.insert(AUTHORIZATION, format!("Bearer {}", std::env::var("TOKEN")?).parse()?);
    let http = reqwest::Client::builder().default_headers(headers).build()?;
    let client = Client::new_with_client(&std::env::var("HOST")?, http);
    let body = DeleteAccounDto { delete_account_token: std::env::var("DELETION")? };
    let deleted = client.profile_v3_controller_delete_account(&body).await?.into_inner();
    println!("{}", deleted.data.success);
    Ok(())
}
