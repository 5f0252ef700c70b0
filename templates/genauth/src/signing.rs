//! Signed requests: proof that their sender holds an access key.
//!
//! The service derives the text that was signed from the request as it arrives, in JavaScript. So what is signed here is
//! what such a server reads: decoded, sorted, and with numbers and lists written as JavaScript writes them.

mod error;
mod parameters;
mod string_to_sign;
#[cfg(test)]
mod tests;
mod value;

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use ::http::header::{AUTHORIZATION, DATE};
use ::http::{HeaderName, HeaderValue, Request};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;

pub(crate) use self::error::SigningError;
use self::parameters::parameters;
use self::string_to_sign::{signed_headers, string_to_sign};
use crate::values::Secret;

/// Signs requests with an access key (HMAC-SHA1, RFC 2104).
#[derive(Clone, Debug)]
pub(crate) struct Signer {
    scheme: String,
    header_prefix: String,
    access_key_id: String,
    access_key_secret: Secret,
}

impl Signer {
    /// `scheme` is the first word of the `authorization` header; `header_prefix` begins the names of the custom headers.
    pub(crate) fn new(scheme: &str, header_prefix: &str, access_key_id: &str, access_key_secret: Secret) -> Self {
        Signer {
            scheme: scheme.to_owned(),
            header_prefix: header_prefix.to_ascii_lowercase(),
            access_key_id: access_key_id.to_owned(),
            access_key_secret,
        }
    }

    /// Signs a request that is otherwise finished: nothing that is signed may change after this.
    ///
    /// Headers of the request's own stay, but for `authorization`. So a retry has to start from the unsigned request, or
    /// it would repeat the nonce. `base_path` is the path of the client's base URL, which is not signed.
    ///
    /// # Errors
    ///
    /// When a header cannot hold its value, when the clock is off by millennia, and when the query or a JSON body cannot
    /// be read. The request is then not signed.
    pub(crate) fn sign(
        &self,
        request: &mut Request<Bytes>,
        base_path: &str,
        now: SystemTime,
        nonce: &str,
    ) -> Result<(), SigningError> {
        let nonce = HeaderValue::from_str(nonce).map_err(|_| SigningError::Header("signature nonce"))?;
        let own = [
            ("signature-nonce", nonce),
            ("signature-method", HeaderValue::from_static("HMAC-SHA1")),
            ("signature-version", HeaderValue::from_static("1.0")),
        ];
        let date = date(now)?;
        let headers = request.headers_mut();
        for (name, value) in own {
            let name = HeaderName::try_from(format!("{}{name}", self.header_prefix))
                .map_err(|_| SigningError::Header("header prefix"))?;
            headers.entry(name).or_insert(value);
        }
        headers.entry(DATE).or_insert(date);

        let text = string_to_sign(
            request.method().as_str(),
            below(base_path, request.uri().path()),
            signed_headers(request.headers(), &self.header_prefix),
            parameters(request)?,
        );
        let authorization = self.authorization(&text)?;
        request.headers_mut().insert(AUTHORIZATION, authorization);
        Ok(())
    }

    /// The `authorization` of an event socket. It is the same for every socket of an access key.
    #[cfg(feature = "events")]
    pub(crate) fn websocket_authorization(&self) -> Result<HeaderValue, SigningError> {
        self.authorization(&string_to_sign("websocket", "", Vec::new(), Vec::new()))
    }

    fn authorization(&self, text: &str) -> Result<HeaderValue, SigningError> {
        let mut mac = Hmac::<Sha1>::new_from_slice(self.access_key_secret.expose().as_bytes())
            .map_err(|_| SigningError::Secret)?;
        mac.update(text.as_bytes());
        let signature = BASE64.encode(mac.finalize().into_bytes());
        let mut value = HeaderValue::try_from(format!("{} {}:{signature}", self.scheme, self.access_key_id))
            .map_err(|_| SigningError::Header("scheme or access key id"))?;
        value.set_sensitive(true);
        Ok(value)
    }
}

/// The `date` header (RFC 9110, 5.6.7), which knows the years 1970 to 9999 only.
fn date(now: SystemTime) -> Result<HeaderValue, SigningError> {
    const YEAR_10000: Duration = Duration::from_secs(253_402_300_800);
    match now.duration_since(UNIX_EPOCH) {
        Ok(time) if time < YEAR_10000 => {
            HeaderValue::try_from(httpdate::fmt_http_date(now)).map_err(|_| SigningError::Clock)
        }
        _ => Err(SigningError::Clock),
    }
}

/// The path without that of the base URL.
fn below<'a>(base_path: &str, path: &'a str) -> &'a str {
    path.strip_prefix(base_path.trim_end_matches('/')).filter(|rest| rest.starts_with('/')).unwrap_or(path)
}
