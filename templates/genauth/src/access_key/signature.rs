//! Signs each attempt, and keeps up with the service's clock.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use bytes::Bytes;
use http::Request;
use http::header::DATE;

use crate::api_code;
use crate::call::RawResponse;
use crate::error::{Error, RequestError};
use crate::http::{AuthorizeFuture, Authorizer, Http};
use crate::random;
use crate::signing::Signer;

/// Signs with the time of the service, as far as it is known.
#[derive(Debug)]
pub(crate) struct SignatureAuthorizer {
    signer: Signer,
    /// How many seconds the service's clock is ahead of the one here.
    ahead: AtomicI64,
}

impl SignatureAuthorizer {
    pub(crate) fn new(signer: Signer) -> Self {
        SignatureAuthorizer { signer, ahead: AtomicI64::new(0) }
    }

    /// The time over there.
    fn now(&self) -> SystemTime {
        let ahead = self.ahead.load(Ordering::Relaxed);
        let by = Duration::from_secs(ahead.unsigned_abs());
        let now = SystemTime::now();
        let there = if ahead < 0 { now.checked_sub(by) } else { now.checked_add(by) };
        there.unwrap_or(now)
    }

    fn sign(&self, http: &Http, request: &mut Request<Bytes>) -> Result<(), Error> {
        let nonce = random::hex::<16>().map_err(|error| RequestError::new("signature", error.to_string()))?;
        self.signer
            .sign(request, http.base_path(), self.now(), &nonce)
            .map_err(|error| RequestError::new("signature", error.to_string()).into())
    }
}

impl Authorizer for SignatureAuthorizer {
    fn authorize<'a>(&'a self, http: &'a Http, request: &'a mut Request<Bytes>) -> AuthorizeFuture<'a> {
        Box::pin(async move { self.sign(http, request) })
    }

    /// A clock that goes wrong makes every signature unacceptable. The answer tells the right time, so the request is
    /// signed for that time and sent once more.
    fn should_replay(&self, _: &Request<Bytes>, response: &RawResponse) -> bool {
        let is_about_time = matches!(
            response.outcome().and_then(|outcome| outcome.code),
            Some(api_code::SIGNATURE_CLOCK_SKEW | api_code::SIGNATURE_DATE_FORMAT)
        );
        let Some(ahead) = is_about_time.then(|| seconds_ahead(response)).flatten() else {
            return false;
        };
        // Within a second nothing would be gained.
        self.ahead.swap(ahead, Ordering::Relaxed).abs_diff(ahead) > 1
    }
}

/// How far the clock that wrote `Date` is ahead of the one here.
fn seconds_ahead(response: &RawResponse) -> Option<i64> {
    let there = httpdate::parse_http_date(response.headers().get(DATE)?.to_str().ok()?).ok()?;
    let seconds = |time: SystemTime| i64::try_from(time.duration_since(UNIX_EPOCH).ok()?.as_secs()).ok();
    seconds(there)?.checked_sub(seconds(SystemTime::now())?)
}
