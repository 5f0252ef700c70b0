//! What time it is, as the API writes it.

use std::time::SystemTime;

use jiff::Timestamp;

use super::accounts::stamp;

/// The time in UTC with milliseconds (RFC 3339), such as `2022-07-03T02:20:30.000Z`.
pub(crate) fn now() -> String {
    stamp(SystemTime::now())
}

/// The milliseconds since 1970.
pub(crate) fn now_in_milliseconds() -> i64 {
    timestamp().as_millisecond()
}

/// A time that the API wrote, in milliseconds since 1970.
pub(crate) fn in_milliseconds(time: &str) -> Option<i64> {
    time.parse().ok().map(Timestamp::as_millisecond)
}

fn timestamp() -> Timestamp {
    // A clock beyond the year 9999 is no reason to stop.
    Timestamp::try_from(SystemTime::now()).unwrap_or(Timestamp::UNIX_EPOCH)
}
