//! The time, in the unit of JWTs.

use std::time::{SystemTime, UNIX_EPOCH};

/// Seconds since 1970 in UTC (`NumericDate` of RFC 7519, section 2).
pub(crate) fn seconds_since_1970() -> u64 {
    // A clock before 1970 is wrong anyway.
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs()
}
