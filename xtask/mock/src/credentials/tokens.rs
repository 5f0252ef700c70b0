//! Tokens of users and of access keys: JWTs (RFC 7519), signed with a key that the seed makes.

mod claims;
mod key;
mod ledger;

pub(crate) use ledger::{Grant, Spent};

use std::sync::Mutex;

use serde_json::{Map, Value, json};

use super::{Settings, seconds_since_1970};
use crate::server::lock;
use claims::at_hash;
use key::Key;
use ledger::Ledger;

/// How many seconds a user's access token is good for: two weeks.
const USER_LIFETIME: u64 = 1_209_600;
/// How many seconds a token of an access key is good for.
const KEY_LIFETIME: u64 = 7_200;

/// Issues tokens, checks them, and remembers those that were revoked.
#[derive(Debug)]
pub(crate) struct Tokens {
    key: Key,
    settings: Settings,
    ledger: Mutex<Ledger>,
}

/// What a client gets for signing in.
#[derive(Clone)]
pub(crate) struct Issued {
    pub(crate) access_token: String,
    pub(crate) id_token: String,
    pub(crate) refresh_token: String,
    /// The seconds that the access token is good for.
    pub(crate) expires_in: u64,
}

/// What a good access token says.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Claims {
    /// The user's id, or the access key's.
    pub(crate) subject: String,
    /// The token's own id.
    pub(crate) token_id: String,
    /// The scopes, separated by spaces.
    pub(crate) scope: String,
}

impl Tokens {
    pub(crate) fn new(settings: &Settings) -> Self {
        let ledger = Mutex::new(Ledger::new(settings.seed));
        Tokens { key: Key::of_seed(settings.seed), settings: settings.clone(), ledger }
    }

    /// Forgets every token.
    pub(crate) fn reset(&self) {
        *lock(&self.ledger) = Ledger::new(self.settings.seed);
    }

    /// Tokens of a user. `issuer` is the mock's own address with `/oidc`.
    pub(crate) fn issue(&self, issuer: &str, user_id: &str, scope: &str) -> Issued {
        let grant = Grant { user_id: user_id.to_owned(), scope: scope.to_owned(), is_confidential: false };
        let id = self.begin(grant.clone());
        self.issue_for(issuer, &id, &grant, Map::new())
    }

    /// Begins what a user's tokens have in common: they end together.
    pub(crate) fn begin(&self, grant: Grant) -> String {
        lock(&self.ledger).begin(grant)
    }

    /// Tokens of a grant. `claims` go into the id token, such as `nonce` and the user's profile.
    pub(crate) fn issue_for(&self, issuer: &str, grant_id: &str, grant: &Grant, claims: Map<String, Value>) -> Issued {
        let now = seconds_since_1970();
        let mut common = Map::new();
        for (name, value) in [("iss", issuer), ("sub", &grant.user_id), ("aud", &self.settings.app_id)] {
            common.insert(name.to_owned(), value.into());
        }
        common.insert("iat".to_owned(), now.into());
        common.insert("exp".to_owned(), (now + USER_LIFETIME).into());
        let mut access = common.clone();
        access.insert("jti".to_owned(), self.random_text().into());
        access.insert("scope".to_owned(), grant.scope.as_str().into());
        access.insert("sid".to_owned(), grant_id.into());
        let access_token = self.key.sign(&access);
        let mut id = claims;
        id.extend(common);
        id.insert("at_hash".to_owned(), at_hash(&access_token).into());
        let refresh_token = lock(&self.ledger).refresh_token(grant_id);
        Issued { access_token, id_token: self.key.sign(&id), refresh_token, expires_in: USER_LIFETIME }
    }

    /// A token of the access key for the management API, and the seconds that it is good for.
    pub(crate) fn issue_management(&self, issuer: &str) -> (String, u64) {
        let pool = &self.settings.user_pool_id;
        self.issue_to_key(issuer, json!({"aud": pool, "scoped_userpool_id": pool, "scope": ""}))
    }

    /// A token of the access key for the application's own APIs (RFC 6749, section 4.4).
    pub(crate) fn issue_client(&self, issuer: &str, scope: &str) -> (String, u64) {
        self.issue_to_key(issuer, json!({"aud": self.settings.app_id, "scope": scope}))
    }

    fn issue_to_key(&self, issuer: &str, mut claims: Value) -> (String, u64) {
        let now = seconds_since_1970();
        claims["iss"] = issuer.into();
        claims["sub"] = self.settings.access_key_id.as_str().into();
        claims["jti"] = self.random_text().into();
        claims["iat"] = now.into();
        claims["exp"] = (now + KEY_LIFETIME).into();
        (self.key.sign(&claims), KEY_LIFETIME)
    }

    /// What an access token says, if it was issued here, is not over and was not revoked.
    pub(crate) fn check(&self, token: &str) -> Option<Claims> {
        let claims = self.access_claims(token)?;
        let text = |name: &str| claims.get(name).and_then(Value::as_str).map(str::to_owned);
        Some(Claims { subject: text("sub")?, token_id: text("jti")?, scope: text("scope")? })
    }

    /// Every claim of a good access token.
    pub(crate) fn access_claims(&self, token: &str) -> Option<Map<String, Value>> {
        self.live(token, &self.settings.app_id)
    }

    /// Whether a token is good for the management API.
    pub(crate) fn is_of_access_key(&self, token: &str) -> bool {
        self.live(token, &self.settings.user_pool_id).is_some()
    }

    /// Every claim of a good id token. Only access tokens have an id of their own (`jti`).
    pub(crate) fn id_claims(&self, token: &str) -> Option<Map<String, Value>> {
        self.key.verify(token, &self.settings.app_id).filter(|claims| !claims.contains_key("jti"))
    }

    fn live(&self, token: &str, audience: &str) -> Option<Map<String, Value>> {
        let claims = self.key.verify(token, audience)?;
        let text = |name: &str| claims.get(name).and_then(Value::as_str);
        let is_live = lock(&self.ledger).is_live(text("jti")?, text("sid"));
        is_live.then_some(claims)
    }

    /// Takes a refresh token, which is then used up.
    ///
    /// # Errors
    ///
    /// When it is unknown, was revoked or was used before. One that comes twice was stolen from one of two, so it ends
    /// everything that came of it (RFC 9700, section 4.14.2).
    pub(crate) fn redeem(&self, refresh_token: &str) -> Result<(String, Grant), Spent> {
        lock(&self.ledger).redeem(refresh_token)
    }

    /// What a refresh token that was not used stands for.
    pub(crate) fn refreshable(&self, refresh_token: &str) -> Option<Grant> {
        lock(&self.ledger).refreshable(refresh_token)
    }

    /// Makes an access token worthless, or a refresh token with everything that came of its grant (RFC 7009).
    pub(crate) fn revoke(&self, token: &str) {
        let claims = self.access_claims(token);
        let token_id = claims.as_ref().and_then(|claims| claims.get("jti")).and_then(Value::as_str);
        lock(&self.ledger).revoke(token_id, token);
    }

    /// Makes every token of a grant worthless.
    pub(crate) fn end(&self, grant_id: &str) {
        lock(&self.ledger).end(grant_id);
    }

    /// Makes every token of a user worthless.
    pub(crate) fn revoke_all_of(&self, user_id: &str) {
        lock(&self.ledger).end_all_of(user_id);
    }

    /// The public keys (RFC 7517).
    pub(crate) fn jwks(&self) -> Value {
        self.key.jwks()
    }

    /// A text that nobody can guess, but whoever has the seed.
    pub(crate) fn random_text(&self) -> String {
        lock(&self.ledger).random_text()
    }
}

#[cfg(test)]
mod tests;
