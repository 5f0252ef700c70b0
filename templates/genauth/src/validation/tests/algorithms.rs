//! Signatures that count, and forgeries.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::Algorithm;
use serde_json::{Value, json};

use super::super::{TokenErrorKind, TokenValidator};
use super::provider::{Provider, assert_refused, claims, jwks, settings};
use super::signer::Signer;

fn part(json: Value) -> String {
    URL_SAFE_NO_PAD.encode(json.to_string())
}

#[tokio::test]
async fn every_asymmetric_algorithm_is_accepted_by_a_key_of_its_type() {
    let rsa = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"].map(|name| name.parse::<Algorithm>().unwrap());
    let mut signers: Vec<Signer> = rsa.into_iter().map(|algorithm| Signer::rsa("1", algorithm)).collect();
    signers.extend([Signer::new("1"), Signer::p384("1"), Signer::ed25519("1")]);
    for signer in signers {
        let provider = Provider::new(&[&signer]).await;
        let result = provider.id_token(&signer.sign(&claims(json!({})))).await;
        assert!(result.is_ok(), "{:?}: {result:?}", signer.header.alg);
    }
}

#[tokio::test]
async fn no_signature_and_unknown_algorithms_are_refused_without_a_fetch() {
    let provider = Provider::new(&[&Signer::new("1")]).await;
    for header in [json!({"alg": "none"}), json!({"alg": "nOnE"}), json!({"alg": "ES256K"}), json!({"typ": "JWT"})] {
        let token = format!("{}.{}.", part(header), part(claims(json!({}))));
        assert_refused(provider.id_token(&token).await, TokenErrorKind::Algorithm);
        assert_refused(provider.access_token(&token).await, TokenErrorKind::Algorithm);
    }
    assert_eq!(provider.fetches(), 0);
}

#[tokio::test]
async fn a_changed_token_and_a_foreign_key_are_refused() {
    let (signer, stranger) = (Signer::new("1"), Signer::new("1"));
    let provider = Provider::new(&[&signer]).await;
    let token = signer.sign(&claims(json!({})));
    let (rest, signature) = token.rsplit_once('.').unwrap();
    let (header, _) = rest.split_once('.').unwrap();
    let changed = format!("{header}.{}.{signature}", part(claims(json!({"sub": "ADMIN"}))));
    assert_refused(provider.id_token(&changed).await, TokenErrorKind::Signature);
    assert_refused(provider.id_token(&format!("{rest}.")).await, TokenErrorKind::Signature);
    assert_refused(provider.id_token(&stranger.sign(&claims(json!({})))).await, TokenErrorKind::Signature);
    assert_refused(provider.id_token(&format!("{rest}.*")).await, TokenErrorKind::Malformed);
}

#[tokio::test]
async fn a_public_key_is_no_shared_secret() {
    let signer = Signer::rsa("1", Algorithm::RS256);
    let modulus = signer.jwk["n"].as_str().unwrap();
    let raw = URL_SAFE_NO_PAD.decode(modulus).unwrap();
    let published = jwks(&[&signer]);
    let with_secret = Provider::with_settings(&[&signer], |settings| settings.id_token_hs256 = true).await;
    let provider = Provider::new(&[&signer]).await;
    for secret in [modulus.as_bytes(), &raw, published.as_bytes()] {
        let forged = Signer::secret(secret).sign_as(&claims(json!({})), |header| header.kid = Some("1".to_owned()));
        assert_refused(provider.id_token(&forged).await, TokenErrorKind::Algorithm);
        assert_refused(provider.access_token(&forged).await, TokenErrorKind::Algorithm);
        assert_refused(with_secret.id_token(&forged).await, TokenErrorKind::Signature);
    }
}

#[tokio::test]
async fn the_applications_secret_counts_only_where_it_is_set_so() {
    let (signer, secret) = (Signer::new("1"), Signer::secret(b"APP_SECRET"));
    let token = secret.sign(&claims(json!({})));
    assert_refused(Provider::new(&[&signer]).await.id_token(&token).await, TokenErrorKind::Algorithm);

    let provider = Provider::with_settings(&[&signer], |settings| settings.id_token_hs256 = true).await;
    assert!(provider.id_token(&token).await.is_ok());
    assert_refused(provider.access_token(&token).await, TokenErrorKind::Algorithm);
    assert_refused(provider.id_token(&signer.sign(&claims(json!({})))).await, TokenErrorKind::Algorithm);
    let longer = secret.sign_as(&claims(json!({})), |header| header.alg = Algorithm::HS512);
    assert_refused(provider.id_token(&longer).await, TokenErrorKind::Algorithm);
    assert_eq!(provider.fetches(), 0);
    assert!(provider.access_token(&signer.sign(&claims(json!({})))).await.is_ok());
}

#[test]
fn a_secret_that_is_needed_has_to_be_there() {
    for app_secret in [None, Some("".into())] {
        let settings = super::super::ValidatorSettings { id_token_hs256: true, app_secret, ..settings() };
        assert_eq!(TokenValidator::new(settings).err().unwrap().setting(), "app_secret");
    }
}

#[tokio::test]
async fn a_key_is_used_for_what_it_is_for() {
    let signer = Signer::rsa("1", Algorithm::RS256);
    let token = signer.sign(&claims(json!({})));
    let changed = |name: &str, value: Value| {
        let mut changed = Signer::rsa("1", Algorithm::RS256);
        changed.jwk[name] = value;
        changed
    };
    for (name, value, accepted) in [
        ("alg", json!("RS256"), Ok(())),
        ("alg", json!("RS512"), Err(TokenErrorKind::Algorithm)),
        ("alg", json!("RSA-OAEP"), Err(TokenErrorKind::UnknownKey)),
        ("alg", json!("HS256"), Err(TokenErrorKind::UnknownKey)),
        ("use", json!("enc"), Err(TokenErrorKind::UnknownKey)),
        ("key_ops", json!(["verify"]), Ok(())),
        ("key_ops", json!(["encrypt"]), Err(TokenErrorKind::UnknownKey)),
        ("kty", json!("AKP"), Err(TokenErrorKind::UnknownKey)),
        ("n", json!("*"), Err(TokenErrorKind::UnknownKey)),
        ("n", json!(1), Err(TokenErrorKind::UnknownKey)),
    ] {
        let provider = Provider::new(&[&changed(name, value)]).await;
        match accepted {
            Ok(()) => assert!(provider.id_token(&token).await.is_ok(), "{name}"),
            Err(kind) => assert_refused(provider.id_token(&token).await, kind),
        }
    }
}

#[tokio::test]
async fn a_shared_secret_among_the_published_keys_is_no_key() {
    let mut signer = Signer::secret(b"published");
    signer.jwk = json!({"kty": "oct", "kid": "1", "k": URL_SAFE_NO_PAD.encode("published")});
    let provider = Provider::new(&[&signer]).await;
    assert_refused(provider.id_token(&signer.sign(&claims(json!({})))).await, TokenErrorKind::Algorithm);
}

#[tokio::test]
async fn the_algorithm_has_to_fit_the_type_of_the_named_key() {
    let (curve, rsa) = (Signer::new("curve"), Signer::rsa("rsa", Algorithm::RS256));
    let provider = Provider::new(&[&curve, &rsa]).await;
    let token = curve.sign_as(&claims(json!({})), |header| header.kid = Some("rsa".to_owned()));
    assert_refused(provider.id_token(&token).await, TokenErrorKind::Algorithm);
}

#[tokio::test]
async fn what_the_header_brings_along_is_never_a_key() {
    let (signer, stranger) = (Signer::new("1"), Signer::new("1"));
    let provider = Provider::new(&[&signer]).await;
    let token = stranger.sign_as(&claims(json!({})), |header| {
        header.jwk = serde_json::from_value(stranger.jwk.clone()).ok();
        header.jku = Some("https://attacker.example/jwks.json".to_owned());
    });
    assert_refused(provider.id_token(&token).await, TokenErrorKind::Signature);
}

#[tokio::test]
async fn extensions_that_must_be_understood_are_refused() {
    let signer = Signer::new("1");
    let provider = Provider::new(&[&signer]).await;
    let token = signer.sign_as(&claims(json!({})), |header| header.crit = Some(vec!["b64".to_owned()]));
    assert_refused(provider.id_token(&token).await, TokenErrorKind::CriticalHeader);
}

#[tokio::test]
async fn claims_that_are_no_object_are_refused() {
    let signer = Signer::new("1");
    let provider = Provider::new(&[&signer]).await;
    assert_refused(provider.id_token(&signer.sign(&json!(["claims"]))).await, TokenErrorKind::Malformed);
}
