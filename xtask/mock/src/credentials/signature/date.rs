//! The date of a signed request.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Reads an IMF-fixdate (RFC 9110, section 5.6.7), or milliseconds since 1970, which some of the vendor's SDKs send.
pub(super) fn parse(text: &str) -> Option<SystemTime> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return UNIX_EPOCH.checked_add(Duration::from_millis(text.parse().ok()?));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    // The two obsolete forms of HTTP dates are read as well, and must not be sent.
    (httpdate::fmt_http_date(date) == text).then_some(date)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::parse;

    #[test]
    fn both_forms_mean_the_same_time() {
        let expected = Some(UNIX_EPOCH + Duration::from_secs(1_701_417_600));
        assert_eq!(parse("Fri, 01 Dec 2023 08:00:00 GMT"), expected);
        assert_eq!(parse("1701417600000"), expected);
    }

    #[test]
    fn other_forms_are_not_read() {
        for text in ["", "2023-12-01T08:00:00Z", "Friday, 01-Dec-23 08:00:00 GMT", "99999999999999999999"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
