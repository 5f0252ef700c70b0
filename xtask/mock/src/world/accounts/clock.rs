//! What time it is, and how the API writes it.

use std::time::SystemTime;

use jiff::Timestamp;

/// A clock. Tests stop it and move it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) enum Clock {
    /// The clock of the machine.
    #[default]
    Machine,
    /// A clock that stands still.
    #[cfg(test)]
    At(SystemTime),
}

impl Clock {
    /// The time.
    pub(crate) fn now(self) -> SystemTime {
        match self {
            Clock::Machine => SystemTime::now(),
            #[cfg(test)]
            Clock::At(time) => time,
        }
    }
}

/// A time as RFC 3339 text with milliseconds, such as `2022-07-03T02:20:30.000Z`.
pub(crate) fn stamp(time: SystemTime) -> String {
    // A clock outside of the years -9999 to 9999 is read as the start of the epoch.
    let time = Timestamp::try_from(time).unwrap_or(Timestamp::UNIX_EPOCH);
    time.strftime("%Y-%m-%dT%H:%M:%S.%3fZ").to_string()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_time_is_written_with_three_digits_after_the_second() {
        let time = SystemTime::UNIX_EPOCH + Duration::from_millis(1_656_814_830_040);
        assert_eq!(stamp(time), "2022-07-03T02:20:30.040Z");
    }
}
