//! A user coming back from signing in.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::{AuthorizationCode, OpenIdError, OpenIdErrorKind, Protocol, TokenSet, cookie};
use crate::AuthenticationClient;
use crate::error::Error;
use crate::validation::IdToken;

/// A user who has signed in.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct SignedIn {
    /// The user's tokens.
    pub tokens: TokenSet,
    /// Who the user is, from the checked ID token. Only OpenID Connect has it.
    pub id_token: Option<IdToken>,
    /// The value of a header `set-cookie`, which takes the cookie of the sign-in away.
    pub clear_cookie: String,
}

impl AuthenticationClient {
    /// Ends a sign-in that [`login_with_redirect`](Self::login_with_redirect) began: checks that it is the one of this
    /// browser, exchanges the code, and checks the ID token.
    ///
    /// `callback` is the address that the user came back to, or the query of it. `cookies` is the value of the request's
    /// header `cookie`.
    ///
    /// # Errors
    ///
    /// [`Error::OpenId`] when the provider refused or the sign-in is another one than this browser began, [`Error::Token`]
    /// when the ID token is not to be trusted, and those of a call. [`clear_login_cookie`](Self::clear_login_cookie) takes
    /// the cookie away then.
    pub async fn handle_redirect_callback(&self, callback: &str, cookies: Option<&str>) -> Result<SignedIn, Error> {
        let query = Query::of(callback);
        let begun: Vec<_> = cookie::pending(&self.settings.cookie_key, cookies.unwrap_or_default()).collect();
        if begun.is_empty() {
            return Err(refused(OpenIdErrorKind::MissingCookie));
        }
        // An empty one would be in every address that has none.
        let state = query.get("state").filter(|state| !state.is_empty());
        let Some(begun) = state.and_then(|state| begun.into_iter().find(|begun| begun.state == state)) else {
            return Err(refused(OpenIdErrorKind::StateMismatch));
        };
        let is_oidc = self.settings.protocol == Protocol::Oidc;
        if is_oidc && query.get("iss").is_some_and(|issuer| issuer != self.settings.issuer) {
            return Err(refused(OpenIdErrorKind::IssuerMismatch));
        }
        // Only now, as anybody can send a user here with an error of their own making.
        if let Some(error) = query.get("error") {
            let description = query.get("error_description").map(Cow::into_owned);
            return Err(refused(OpenIdErrorKind::Provider { error: error.into_owned(), description }));
        }
        let Some(code) = query.get("code").filter(|code| !code.is_empty()) else {
            return Err(refused(OpenIdErrorKind::MissingCode));
        };
        let mut code = AuthorizationCode::new(&*code).with_redirect_uri(&begun.redirect_uri);
        if let Some(code_verifier) = begun.code_verifier {
            code = code.with_code_verifier(code_verifier);
        }
        let tokens = self.get_access_token_by_code(code).await?;
        // Without a nonce in the cookie, no token has the right one.
        let id_token = if is_oidc { Some(self.check(&tokens, &begun.nonce.unwrap_or_default()).await?) } else { None };
        let clear_cookie = cookie::clear(&self.settings.cookie_key, &begun.redirect_uri);
        Ok(SignedIn { tokens, id_token, clear_cookie })
    }

    /// The ID token, if it is this sign-in's and belongs to the access token.
    async fn check(&self, tokens: &TokenSet, nonce: &str) -> Result<IdToken, Error> {
        let Some(id_token) = &tokens.id_token else {
            return Err(refused(OpenIdErrorKind::MissingIdToken));
        };
        let id_token = self.parse_id_token(id_token.expose(), Some(nonce)).await?;
        if id_token.matches_access_token(tokens.access_token.expose()) == Some(false) {
            return Err(refused(OpenIdErrorKind::AccessTokenMismatch));
        }
        Ok(id_token)
    }
}

fn refused(kind: OpenIdErrorKind) -> Error {
    Box::new(OpenIdError::new(kind)).into()
}

/// The query of an address.
struct Query<'a>(&'a str);

impl<'a> Query<'a> {
    /// Takes a whole address, its path and query, or the query alone.
    fn of(address: &'a str) -> Self {
        let address = address.split_once('#').map_or(address, |(before, _)| before);
        Query(address.split_once('?').map_or(address, |(_, query)| query))
    }

    /// The first value of this name, decoded.
    fn get(&self, name: &str) -> Option<Cow<'a, str>> {
        let mut pairs = self.0.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        pairs.find(|(key, _)| decoded(key) == name).map(|(_, value)| decoded(value))
    }
}

/// Forms write a space as a plus sign.
fn decoded(text: &str) -> Cow<'_, str> {
    if text.contains(['%', '+']) {
        percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned().into()
    } else {
        text.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_found_in_every_form_of_an_address() {
        for address in
            ["https://a.example/b?code=a%2Bb+c&state=s#part", "/b?code=a%2Bb+c&state=s", "code=a%2Bb+c&state=s"]
        {
            let query = Query::of(address);
            assert_eq!(query.get("code").as_deref(), Some("a+b c"), "{address}");
            assert_eq!(query.get("state").as_deref(), Some("s"), "{address}");
            assert_eq!(query.get("error"), None, "{address}");
        }
    }
}
