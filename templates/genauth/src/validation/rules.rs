//! What the claims of a token have to be.

use std::time::{Duration, SystemTime};

use super::claims::Claims;
use super::error::{TokenError, TokenErrorKind};

/// Whose tokens are accepted, and for whom.
pub(super) struct Rules {
    pub(super) app_id: String,
    pub(super) issuer: String,
    /// How far the clocks of this machine and of the provider may be apart.
    pub(super) leeway: Duration,
}

impl Rules {
    /// OpenID Connect Core 1.0, 3.1.3.7.
    pub(super) fn check_id_token(
        &self,
        claims: &Claims,
        nonce: Option<&str>,
        now: SystemTime,
    ) -> Result<(), TokenError> {
        self.check_issuer(claims)?;
        require(claims.has("aud"), TokenErrorKind::MissingClaim("aud"))?;
        require(claims.audience.contains(&self.app_id), TokenErrorKind::Audience)?;
        require(self.is_authorized(claims), TokenErrorKind::AuthorizedParty)?;
        self.check_times(claims, now)?;
        require(nonce.is_none() || claims.nonce.as_deref() == nonce, TokenErrorKind::Nonce)
    }

    /// RFC 9068, 4, but for the audience.
    ///
    /// The provider puts an API's name into `aud` when the application asked for one. The application itself may still
    /// look at its own token, so a token that was issued to it is accepted too.
    pub(super) fn check_access_token(&self, claims: &Claims, now: SystemTime) -> Result<(), TokenError> {
        self.check_issuer(claims)?;
        let issued_to = claims.client_id.as_ref().or(claims.authorized_party.as_ref());
        let is_ours = claims.audience.contains(&self.app_id) || issued_to == Some(&self.app_id);
        require(is_ours, TokenErrorKind::Audience)?;
        self.check_times(claims, now)
    }

    fn check_issuer(&self, claims: &Claims) -> Result<(), TokenError> {
        require(claims.issuer == self.issuer, TokenErrorKind::Issuer)
    }

    fn is_authorized(&self, claims: &Claims) -> bool {
        match &claims.authorized_party {
            Some(party) => *party == self.app_id,
            None => claims.audience.len() == 1,
        }
    }

    /// A sum that no clock can show is a time that never comes.
    fn check_times(&self, claims: &Claims, now: SystemTime) -> Result<(), TokenError> {
        let end = claims.expires_at.checked_add(self.leeway);
        require(end.is_none_or(|end| now < end), TokenErrorKind::Expired)?;
        let latest = now.checked_add(self.leeway);
        let has_come = |date: Option<SystemTime>| date.is_none_or(|date| latest.is_none_or(|latest| date <= latest));
        require(has_come(claims.not_before), TokenErrorKind::NotYetValid)?;
        require(has_come(claims.issued_at), TokenErrorKind::IssuedInFuture)
    }
}

fn require(holds: bool, kind: TokenErrorKind) -> Result<(), TokenError> {
    if holds { Ok(()) } else { Err(kind.into()) }
}
