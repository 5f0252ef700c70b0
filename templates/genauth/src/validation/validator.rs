//! Checking a token from its header to its last claim.

use std::sync::Arc;
use std::time::Duration;

use jsonwebtoken::{Algorithm, DecodingKey};

use super::access_token::AccessToken;
use super::claims::Claims;
use super::clock::Clock;
use super::error::{TokenError, TokenErrorKind};
use super::id_token::IdToken;
use super::jwks::Jwks;
use super::key_set::KeySet;
use super::rules::Rules;
use super::signed::Signed;
use crate::error::{ConfigurationError, Error};
use crate::http::Http;
use crate::values::Secret;

/// What an application knows about the tokens that it gets.
pub(crate) struct ValidatorSettings {
    pub(crate) app_id: String,
    pub(crate) app_secret: Option<Secret>,
    /// The provider's name for itself, to the letter.
    pub(crate) issuer: String,
    /// Where the provider publishes its keys.
    pub(crate) jwks_path: String,
    /// Whether the application is set to have its ID tokens signed with its secret. Then no other algorithm is
    /// accepted for them, and this one never for access tokens, which others have to read as well.
    pub(crate) id_token_hs256: bool,
    /// How far the clocks of this machine and of the provider may be apart.
    pub(crate) leeway: Duration,
    /// How long fetched keys are used before they are fetched again.
    pub(crate) jwks_lifetime: Duration,
    /// The provider's keys as a JWK Set in JSON (RFC 7517, 5), for a client that is not to fetch them.
    pub(crate) jwks: Option<String>,
}

/// Checks the tokens of one application. It keeps the provider's keys, so it is to be shared.
pub(crate) struct TokenValidator {
    rules: Rules,
    /// The key of ID tokens that are signed with the application's secret.
    id_token_secret: Option<DecodingKey>,
    keys: Keys,
    clock: Clock,
}

enum Keys {
    Given(KeySet),
    Published(Arc<Jwks>),
}

impl TokenValidator {
    /// # Errors
    ///
    /// When the given keys cannot be read or none of them checks signatures, and when the secret is needed and
    /// missing.
    pub(crate) fn new(settings: ValidatorSettings) -> Result<Self, ConfigurationError> {
        TokenValidator::with_clock(settings, Clock::system())
    }

    pub(super) fn with_clock(settings: ValidatorSettings, clock: Clock) -> Result<Self, ConfigurationError> {
        let ValidatorSettings { app_id, app_secret, issuer, jwks_path, leeway, jwks_lifetime, .. } = settings;
        let id_token_secret = if settings.id_token_hs256 { Some(shared_key(app_secret)?) } else { None };
        let keys = match settings.jwks {
            Some(json) => Keys::Given(given_keys(&json)?),
            None => Keys::Published(Arc::new(Jwks::new(jwks_path, jwks_lifetime, clock.clone()))),
        };
        Ok(TokenValidator { rules: Rules { app_id, issuer, leeway }, id_token_secret, keys, clock })
    }

    /// Checks an ID token (OpenID Connect Core 1.0, 3.1.3.7). With a nonce, the token has to belong to that sign-in.
    ///
    /// Without one, an access token of the same provider may pass, where the provider gives both the same claims and
    /// types.
    pub(crate) async fn id_token(&self, http: &Http, token: &str, nonce: Option<&str>) -> Result<IdToken, Error> {
        let signed = Signed::read(token)?;
        let claims = match &self.id_token_secret {
            Some(secret) => {
                if signed.algorithm() != Algorithm::HS256 {
                    return Err(TokenError::from(TokenErrorKind::Algorithm).into());
                }
                signed.verify(secret)?
            }
            None => self.verify(http, &signed).await?,
        };
        if !matches!(signed.media_type().as_deref(), None | Some("jwt")) {
            return Err(TokenError::from(TokenErrorKind::WrongType).into());
        }
        self.rules.check_id_token(&claims, nonce, self.clock.now().date)?;
        Ok(IdToken::new(claims, signed.algorithm())?)
    }

    /// Checks an access token that is a JWT (RFC 9068, and the older ones without a type of their own).
    pub(crate) async fn access_token(&self, http: &Http, token: &str) -> Result<AccessToken, Error> {
        let signed = Signed::read(token).map_err(|error| match error.kind() {
            TokenErrorKind::Malformed => TokenErrorKind::Opaque.into(),
            _ => error,
        })?;
        let claims = self.verify(http, &signed).await?;
        if !is_access_token(signed.media_type().as_deref(), &claims) {
            return Err(TokenError::from(TokenErrorKind::WrongType).into());
        }
        self.rules.check_access_token(&claims, self.clock.now().date)?;
        Ok(AccessToken::new(claims)?)
    }

    /// Checks the signature by one of the provider's keys.
    async fn verify(&self, http: &Http, signed: &Signed<'_>) -> Result<Claims, Error> {
        if signed.is_symmetric() {
            return Err(TokenError::from(TokenErrorKind::Algorithm).into());
        }
        let fetched;
        let keys = match &self.keys {
            Keys::Given(keys) => keys,
            Keys::Published(jwks) => {
                fetched = jwks.keys(http, signed.key_id()).await?;
                &*fetched
            }
        };
        let key = keys.find(signed.key_id(), signed.algorithm())?;
        Ok(signed.verify(key)?)
    }
}

fn shared_key(app_secret: Option<Secret>) -> Result<DecodingKey, ConfigurationError> {
    // Anyone could sign with an empty secret.
    let secret = app_secret.filter(|secret| !secret.expose().is_empty());
    let secret = secret.ok_or(ConfigurationError::new("app_secret", "is missing: ID tokens are signed with it"))?;
    Ok(DecodingKey::from_secret(secret.expose().as_bytes()))
}

fn given_keys(json: &str) -> Result<KeySet, ConfigurationError> {
    let problem = |problem| ConfigurationError::new("jwks", problem);
    let keys = KeySet::from_json(json.as_bytes()).map_err(|_| problem("is no JWK Set in JSON"))?;
    if keys.has(None) { Ok(keys) } else { Err(problem("has no key that checks signatures")) }
}

/// Tells the kinds of tokens apart. An access token of RFC 9068 says in its header what it is. One of an older kind
/// calls itself a JWT as an ID token does. Then an ID token is known by the claims that only ID tokens have, but none
/// of these has to be there: one without them passes.
fn is_access_token(media_type: Option<&str>, claims: &Claims) -> bool {
    match media_type {
        Some("at+jwt") => true,
        None | Some("jwt") => !["nonce", "at_hash", "c_hash", "s_hash"].iter().any(|name| claims.has(name)),
        Some(_) => false,
    }
}
