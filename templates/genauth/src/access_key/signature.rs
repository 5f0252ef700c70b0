//! Signs each attempt, and keeps up with the service's clock.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use bytes::Bytes;
use http::header::DATE;
use http::{HeaderMap, Request};

use crate::api_code;
use crate::call::RawResponse;
use crate::error::{Error, RequestError};
use crate::http::{AuthorizeFuture, Authorizer, Http};
use crate::random;
use crate::signing::Signer;

/// How far the clocks may be apart to be corrected: a wrong time zone, but not an answer that makes up a date. One at the
/// end of the calendar would leave no date to sign with, and so no request that could set it right again.
const FARTHEST: Duration = Duration::from_secs(24 * 60 * 60);

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
    fn should_replay(&self, sent: &HeaderMap, response: &RawResponse) -> bool {
        let is_about_time = matches!(
            response.outcome().and_then(|outcome| outcome.code),
            Some(api_code::SIGNATURE_CLOCK_SKEW | api_code::SIGNATURE_DATE_FORMAT)
        );
        let (Some(signed), Some(there)) = (seconds(sent), seconds(response.headers())) else {
            return false;
        };
        let ahead = since_1970(SystemTime::now()).and_then(|here| there.checked_sub(here));
        let Some(ahead) = ahead.filter(|ahead| is_about_time && ahead.unsigned_abs() <= FARTHEST.as_secs()) else {
            return false;
        };
        self.ahead.store(ahead, Ordering::Relaxed);
        // Within a second nothing would be gained. What counts is the time that this request was signed for: of calls that
        // run side by side, another one may have corrected the clock already.
        signed.abs_diff(there) > 1
    }
}

/// The time that `Date` tells.
fn seconds(headers: &HeaderMap) -> Option<i64> {
    since_1970(httpdate::parse_http_date(headers.get(DATE)?.to_str().ok()?).ok()?)
}

fn since_1970(time: SystemTime) -> Option<i64> {
    i64::try_from(time.duration_since(UNIX_EPOCH).ok()?.as_secs()).ok()
}
