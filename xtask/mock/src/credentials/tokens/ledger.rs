//! What tokens cannot say of themselves: which grants still stand, which refresh tokens were used, what was revoked.

use std::collections::{HashMap, HashSet};
use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha20Rng;

/// What a user allowed a client, which all tokens that came of it share.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Grant {
    /// The user.
    pub(crate) user_id: String,
    /// The scopes, separated by spaces.
    pub(crate) scope: String,
    /// Whether the client proved who it is, and has to do so again when it refreshes (RFC 6749, section 6).
    pub(crate) is_confidential: bool,
}

/// A refresh token that is good for nothing.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Spent;

/// The state of all tokens.
pub(super) struct Ledger {
    random: ChaCha20Rng,
    /// The grants that stand, by id.
    grants: HashMap<String, Grant>,
    refresh_tokens: HashMap<String, RefreshToken>,
    /// The ids of access tokens that were revoked one by one.
    revoked: HashSet<String>,
}

struct RefreshToken {
    grant_id: String,
    is_used: bool,
}

impl Ledger {
    pub(super) fn new(seed: u64) -> Self {
        Ledger {
            random: ChaCha20Rng::seed_from_u64(seed),
            grants: HashMap::new(),
            refresh_tokens: HashMap::new(),
            revoked: HashSet::new(),
        }
    }

    pub(super) fn random_text(&mut self) -> String {
        URL_SAFE_NO_PAD.encode(self.random.random::<[u8; 32]>())
    }

    /// Takes a grant down, and answers its id.
    pub(super) fn begin(&mut self, grant: Grant) -> String {
        let id = self.random_text();
        self.grants.insert(id.clone(), grant);
        id
    }

    /// A new refresh token of a grant.
    pub(super) fn refresh_token(&mut self, grant_id: &str) -> String {
        let token = self.random_text();
        self.refresh_tokens.insert(token.clone(), RefreshToken { grant_id: grant_id.to_owned(), is_used: false });
        token
    }

    /// What a refresh token stands for that is good.
    pub(super) fn refreshable(&self, token: &str) -> Option<Grant> {
        let found = self.refresh_tokens.get(token).filter(|found| !found.is_used)?;
        self.grants.get(&found.grant_id).cloned()
    }

    pub(super) fn redeem(&mut self, token: &str) -> Result<(String, Grant), Spent> {
        let found = self.refresh_tokens.get_mut(token).ok_or(Spent)?;
        let grant_id = found.grant_id.clone();
        if std::mem::replace(&mut found.is_used, true) {
            self.end(&grant_id);
        }
        let grant = self.grants.get(&grant_id).cloned().ok_or(Spent)?;
        Ok((grant_id, grant))
    }

    /// Whether an access token still counts. One of an access key belongs to no grant.
    pub(super) fn is_live(&self, token_id: &str, grant_id: Option<&str>) -> bool {
        !self.revoked.contains(token_id) && grant_id.is_none_or(|id| self.grants.contains_key(id))
    }

    /// Revokes an access token by its id, or else the grant of a refresh token.
    pub(super) fn revoke(&mut self, token_id: Option<&str>, token: &str) {
        if let Some(id) = token_id {
            self.revoked.insert(id.to_owned());
        } else if let Some(grant_id) = self.refresh_tokens.get(token).map(|found| found.grant_id.clone()) {
            self.end(&grant_id);
        }
    }

    pub(super) fn end(&mut self, grant_id: &str) {
        self.grants.remove(grant_id);
        self.refresh_tokens.retain(|_, token| token.grant_id != grant_id);
    }

    pub(super) fn end_all_of(&mut self, user_id: &str) {
        self.grants.retain(|_, grant| grant.user_id != user_id);
        let grants = &self.grants;
        self.refresh_tokens.retain(|_, token| grants.contains_key(&token.grant_id));
    }
}

impl fmt::Debug for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ledger").field("grants", &self.grants.len()).finish_non_exhaustive()
    }
}
