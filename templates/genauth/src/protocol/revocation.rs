//! Taking a token back.

use super::{ClientAuthentication, Protocol, answer};
use crate::AuthenticationClient;
use crate::call::Call;

impl AuthenticationClient {
    /// Makes an access token or a refresh token worthless (RFC 7009). One that is worthless already is a success too.
    ///
    /// The service cannot do this for OAuth 2.0 with [`ClientAuthentication::Basic`], so that is an error.
    ///
    /// `revokeToken`: `POST /oidc/token/revocation` or `/oauth/token/revocation`
    pub fn revoke_token(&self, token: impl AsRef<str>) -> Call<()> {
        let method = self.settings.revocation_endpoint_auth;
        let mut request = self.post_to_protocol("/token/revocation");
        if (self.settings.protocol, method) == (Protocol::Oauth, ClientAuthentication::Basic) {
            request = request.refuse("OAuth 2.0 cannot revoke tokens by `client_secret_basic`");
        }
        self.settings.credentials(method).send(request, &[("token", token.as_ref())]).repeatable().call_with(
            "revokeToken",
            "application/json, */*",
            answer::check,
        )
    }
}
