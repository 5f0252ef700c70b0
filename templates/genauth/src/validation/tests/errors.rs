//! What the texts of refusals say.

use serde_json::json;

use super::super::{TokenError, TokenErrorKind};
use super::provider::{Provider, claims};
use super::signer::Signer;

#[tokio::test]
async fn a_refusal_names_the_rule_and_shows_nothing_of_the_token() {
    let signer = Signer::new("1");
    let provider = Provider::new(&[&signer]).await;
    let token = signer.sign(&claims(json!({"iss": "https://attacker.example", "email": "user@example.com"})));
    let error = provider.id_token(&token).await.unwrap_err();
    assert_eq!(error.to_string(), "the token is refused: another provider issued it");
    let shown = format!("{error:?} {error}");
    assert!(!shown.contains("example") && !shown.contains(&token), "{shown}");
    assert!(error.response().is_none() && !error.is_retryable());
}

#[test]
fn a_missing_claim_is_named() {
    let text = TokenError::from(TokenErrorKind::MissingClaim("sub")).to_string();
    assert_eq!(text, "the token is refused: it has no claim `sub`");
}
