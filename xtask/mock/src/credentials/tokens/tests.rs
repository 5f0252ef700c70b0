//! Tokens: what they say, and when they end.

#![expect(clippy::unwrap_used, reason = "a test")]

use serde_json::Map;

use super::claims::at_hash;
use super::{Grant, Spent, Tokens};
use crate::credentials::Settings;

const ISSUER: &str = "http://127.0.0.1/oidc";

fn tokens() -> Tokens {
    Tokens::new(&Settings::default())
}

#[test]
fn an_access_token_says_who_and_for_what() {
    let tokens = tokens();
    let issued = tokens.issue(ISSUER, "ada", "openid profile");
    let claims = tokens.check(&issued.access_token).unwrap();
    assert_eq!((claims.subject.as_str(), claims.scope.as_str()), ("ada", "openid profile"));
    let all = tokens.access_claims(&issued.access_token).unwrap();
    assert_eq!(all["iss"], ISSUER);
    assert_eq!(all["aud"], Settings::default().app_id);
    assert_eq!(all["jti"], claims.token_id);
}

#[test]
fn an_id_token_is_no_access_token_and_names_the_one_beside_it() {
    let tokens = tokens();
    let grant = Grant { user_id: "ada".to_owned(), scope: "openid".to_owned(), is_confidential: true };
    let id = tokens.begin(grant.clone());
    let claims = Map::from_iter([("nonce".to_owned(), "N".into()), ("sub".to_owned(), "eve".into())]);
    let issued = tokens.issue_for(ISSUER, &id, &grant, claims);
    assert_eq!(tokens.check(&issued.id_token), None);
    let claims = tokens.id_claims(&issued.id_token).unwrap();
    assert_eq!(claims["nonce"], "N");
    assert_eq!(claims["at_hash"], at_hash(&issued.access_token));
    assert_eq!(claims["sub"], "ada", "the claims of the protocol are not written over");
    assert_eq!(tokens.id_claims(&issued.access_token), None);
}

#[test]
fn the_key_is_the_same_in_every_run_and_another_for_another_seed() {
    let other = Tokens::new(&Settings { seed: 1, ..Settings::default() });
    assert_eq!(tokens().jwks(), tokens().jwks());
    assert_ne!(tokens().jwks(), other.jwks());
    assert_eq!(tokens().jwks()["keys"][0]["kid"], "mock-0");
    assert_eq!(tokens().jwks()["keys"][0]["alg"], "ES256");
    let issued = other.issue(ISSUER, "ada", "openid");
    assert_eq!(tokens().check(&issued.access_token), None);
}

#[test]
fn a_refresh_token_is_good_once_and_a_second_use_ends_everything() {
    let tokens = tokens();
    let first = tokens.issue(ISSUER, "ada", "openid");
    let (id, grant) = tokens.redeem(&first.refresh_token).unwrap();
    let second = tokens.issue_for(ISSUER, &id, &grant, Map::new());
    assert!(tokens.check(&second.access_token).is_some());
    assert_eq!(tokens.redeem(&first.refresh_token), Err(Spent));
    assert_eq!(tokens.check(&second.access_token), None);
    assert_eq!(tokens.redeem(&second.refresh_token), Err(Spent));
}

#[test]
fn revoking_an_access_token_leaves_its_refresh_token_and_not_the_other_way_round() {
    let tokens = tokens();
    let issued = tokens.issue(ISSUER, "ada", "openid");
    tokens.revoke(&issued.access_token);
    assert_eq!(tokens.check(&issued.access_token), None);
    assert!(tokens.refreshable(&issued.refresh_token).is_some());
    let issued = tokens.issue(ISSUER, "ada", "openid");
    tokens.revoke(&issued.refresh_token);
    assert_eq!(tokens.check(&issued.access_token), None);
    assert_eq!(tokens.refreshable(&issued.refresh_token), None);
}

#[test]
fn revoking_all_of_a_user_leaves_others_and_later_tokens() {
    let tokens = tokens();
    let (ada, bob) = (tokens.issue(ISSUER, "ada", "openid"), tokens.issue(ISSUER, "bob", "openid"));
    tokens.revoke_all_of("ada");
    assert_eq!(tokens.check(&ada.access_token), None);
    assert!(tokens.check(&bob.access_token).is_some());
    let again = tokens.issue(ISSUER, "ada", "openid");
    assert!(tokens.check(&again.access_token).is_some());
}

#[test]
fn a_token_of_an_access_key_is_none_of_a_user_and_none_for_the_other_api() {
    let tokens = tokens();
    let (management, _) = tokens.issue_management(ISSUER);
    assert!(tokens.is_of_access_key(&management));
    assert_eq!(tokens.check(&management), None);
    let (client, _) = tokens.issue_client(ISSUER, "s1");
    assert!(!tokens.is_of_access_key(&client));
    assert_eq!(tokens.check(&client).unwrap().subject, Settings::default().access_key_id);
    assert!(!tokens.is_of_access_key(&tokens.issue(ISSUER, "ada", "openid").access_token));
}

#[test]
fn a_token_that_is_over_or_was_changed_is_worth_nothing() {
    let tokens = tokens();
    let settings = Settings::default();
    let over = serde_json::json!({
        "iss": ISSUER, "sub": "ada", "aud": settings.app_id, "jti": "j", "scope": "openid", "iat": 1, "exp": 2,
    });
    assert_eq!(tokens.check(&tokens.key.sign(&over)), None);
    let good = tokens.issue(ISSUER, "ada", "openid").access_token;
    let (start, signature) = good.rsplit_once('.').unwrap();
    assert_eq!(tokens.check(&format!("{start}.A{}", &signature[1..])).filter(|_| !signature.starts_with('A')), None);
    assert_eq!(tokens.check(""), None);
}
