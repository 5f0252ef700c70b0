//! Authorizations that are under way: codes that were given out.

use std::collections::HashMap;
use std::fmt;

use super::pkce::Challenge;

/// How many seconds a code is good for.
pub(super) const CODE_LIFETIME: u64 = 600;

/// The codes that were given out.
#[derive(Default)]
pub(crate) struct Sessions {
    codes: HashMap<String, Code>,
}

/// What a code stands for.
#[derive(Clone)]
pub(super) struct Code {
    pub(super) user_id: String,
    pub(super) scope: String,
    /// The address that the authorization was asked with, and that has to come again.
    pub(super) redirect_uri: String,
    pub(super) challenge: Option<Challenge>,
    pub(super) nonce: Option<String>,
    /// In seconds since 1970.
    pub(super) expires_at: u64,
    /// The grant that came of it, once it was used.
    pub(super) used_for: Option<String>,
}

impl Sessions {
    /// Takes a code down. Those that are over are forgotten.
    pub(super) fn insert(&mut self, text: String, code: Code, now: u64) {
        self.codes.retain(|_, code| code.expires_at > now);
        self.codes.insert(text, code);
    }

    /// A code that is not over.
    pub(super) fn get(&self, text: &str, now: u64) -> Option<&Code> {
        self.codes.get(text).filter(|code| code.expires_at > now)
    }

    /// Notes which grant came of a code.
    pub(super) fn used(&mut self, text: &str, grant_id: &str) {
        if let Some(code) = self.codes.get_mut(text) {
            code.used_for = Some(grant_id.to_owned());
        }
    }
}

impl fmt::Debug for Sessions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sessions").field("codes", &self.codes.len()).finish()
    }
}
