//! The claims about the user whom an access token belongs to.

use std::fmt;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::answer;
use crate::AuthenticationClient;
use crate::call::Call;
use crate::json::Extra;

/// What the provider tells about a user (OpenID Connect Core 5.3), all of it as it came.
///
/// `Debug` shows whose it is and the names of the claims, as the values are personal.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub struct UserInfo {
    claims: Extra,
}

impl UserInfo {
    /// The user's id, `sub`. OpenID Connect always has it, and it must be that of the ID token.
    pub fn subject(&self) -> Option<&str> {
        self.claims.get("sub")?.as_str()
    }

    /// All claims, by their names.
    pub fn claims(&self) -> &Extra {
        &self.claims
    }

    /// One claim as any type; `None` when it is not there.
    ///
    /// # Errors
    ///
    /// When the claim is not of that type.
    pub fn claim_as<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, serde_json::Error> {
        self.claims.get(name).map(T::deserialize).transpose()
    }
}

impl fmt::Debug for UserInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UserInfo")
            .field("sub", &self.subject())
            .field("claims", &self.claims.keys().collect::<Vec<_>>())
            .finish()
    }
}

/// Where the access token goes in a request for a user's claims (RFC 6750, 2).
///
/// The vendor's SDKs can also put it into the query. This one does not: queries end up in logs (RFC 6750, 5.3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenPlace {
    /// Into the header of a GET request.
    #[default]
    GetHeader,
    /// Into the header of a POST request.
    PostHeader,
    /// Into the form of a POST request.
    PostForm,
}

impl AuthenticationClient {
    /// Gets the claims about the user whom an access token belongs to, with the token in the header.
    ///
    /// This token is used whatever token the client has.
    ///
    /// `getUserInfoByAccessToken`: `GET /oidc/me` or `/oauth/me`
    pub fn get_user_info_by_access_token(&self, access_token: impl AsRef<str>) -> Call<UserInfo> {
        self.get_user_info_with_token_in(TokenPlace::default(), access_token)
    }

    /// The same as [`get_user_info_by_access_token`](Self::get_user_info_by_access_token), with the token in another place.
    ///
    /// `getUserInfoByAccessToken`: `GET` or `POST /oidc/me` or `/oauth/me`
    pub fn get_user_info_with_token_in(&self, place: TokenPlace, access_token: impl AsRef<str>) -> Call<UserInfo> {
        let access_token = access_token.as_ref();
        let request = match self.settings.protocol.token_base() {
            Some(base) if place == TokenPlace::GetHeader => self.http.get(format!("{base}/me")),
            _ => self.post_to_protocol("/me"),
        };
        let request = request.without_credentials();
        let request = match place {
            TokenPlace::GetHeader | TokenPlace::PostHeader => request.bearer(access_token),
            TokenPlace::PostForm => request.form_pairs(&[("access_token", access_token)]),
        };
        request.repeatable().call_with("getUserInfoByAccessToken", "application/json", answer::read)
    }
}
