//! How a client proves who it is: `client_secret_basic`, `client_secret_post`, `none` (OpenID Connect Core 1.0,
//! section 9).

use percent_encoding::percent_decode_str;
use subtle::{Choice, ConstantTimeEq};

use super::parameters::Parameters;
use super::refusal::Refusal;
use crate::call::Call;
use crate::credentials::{Authorization, Settings};

/// What a request shows of its client.
pub(super) struct Client {
    id: String,
    secret: Option<String>,
}

/// Who a client is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Proven {
    /// The application, with its secret.
    Confidential,
    /// The application, by its id alone.
    Public,
}

impl Client {
    /// Reads the header or the form. Both at once are forbidden (RFC 6749, section 2.3).
    pub(super) fn of(call: &Call<'_>, form: &Parameters) -> Result<Self, Refusal> {
        let posted = form.get("client_secret");
        if let Authorization::Basic { id, secret } = Authorization::of(call.headers) {
            if posted.is_some() {
                return Err(Refusal::bad("invalid_request", "the client proves who it is in two ways at once"));
            }
            return Ok(Client { id, secret: Some(secret) });
        }
        let id = form.get("client_id").ok_or_else(|| Refusal::client("client_id is missing"))?;
        Ok(Client { id: id.to_owned(), secret: posted.map(str::to_owned) })
    }

    /// Whether it is the application.
    pub(super) fn application(&self, settings: &Settings) -> Result<Proven, Refusal> {
        let is_id = is(&self.id, &settings.app_id);
        match &self.secret {
            None if is_id.into() => Ok(Proven::Public),
            Some(secret) if (is_id & is(secret, &settings.app_secret)).into() => Ok(Proven::Confidential),
            _ => Err(Refusal::client("no application has this id and secret")),
        }
    }

    /// Whether it is the access key.
    pub(super) fn access_key(&self, settings: &Settings) -> Result<(), Refusal> {
        let secret = self.secret.as_deref().unwrap_or_default();
        if (is(&self.id, &settings.access_key_id) & is(secret, &settings.access_key_secret)).into() {
            return Ok(());
        }
        Err(Refusal::client("no access key has this id and secret"))
    }
}

/// Whether a text that was shown is the expected one, as it stands or with its percent-encoding undone: in Basic, ids
/// and secrets are form-encoded (RFC 6749, section 2.3.1), and many clients leave that out.
fn is(shown: &str, expected: &str) -> Choice {
    let decoded = percent_decode_str(shown).decode_utf8_lossy();
    shown.as_bytes().ct_eq(expected.as_bytes()) | decoded.as_bytes().ct_eq(expected.as_bytes())
}
