//! What can be typed after `cargo xtask mock`.

use std::path::PathBuf;
use std::time::Duration;

use clap::Parser;

/// Runs the API on the loopback address, from its documents alone.
///
/// Every operation answers with a sample that fits its description; users, groups, roles, organizations, permissions,
/// sign-in and OpenID Connect have a state, which is kept in memory. Requests are compared with the documents, and what
/// breaks them is refused with 422 and named on the error stream.
///
/// The first line on the output stream is `ready: ` with the address. An interrupt or a request to terminate lets open
/// requests end and stops it with status 0; a document that cannot be read, or a port that is taken, with status 1.
///
/// GET /__mock/ lists what can be asked of the mock itself: requests that came, answers to script, tokens, a reset.
#[derive(Debug, Parser)]
#[command(name = "mock", bin_name = "cargo xtask mock", verbatim_doc_comment)]
pub(crate) struct Options {
    /// The OpenAPI 3.0 documents, YAML or JSON; without one, those of `specs/`.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub(crate) spec: Vec<PathBuf>,

    /// The port to listen on; 0 takes a free one.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) port: u16,

    /// Refuses requests that break the documents, which is the default.
    #[arg(long, conflicts_with = "lenient")]
    pub(crate) strict: bool,

    /// Answers requests that break the documents as if they did not; they are named all the same.
    #[arg(long)]
    pub(crate) lenient: bool,

    /// Waits this many milliseconds before every answer.
    #[arg(long, value_name = "MS", default_value = "0", value_parser = milliseconds)]
    pub(crate) latency: Duration,

    /// The part of requests, from 0 to 1, that meet 429, 502, 503 or a cut connection.
    #[arg(long, value_name = "RATE", default_value_t = 0.0, value_parser = rate)]
    pub(crate) faults: f64,

    /// What samples, ids, keys and faults are made from; the same number makes the same ones.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) seed: u64,
}

fn milliseconds(text: &str) -> Result<Duration, std::num::ParseIntError> {
    text.parse().map(Duration::from_millis)
}

fn rate(text: &str) -> Result<f64, String> {
    let rate: f64 = text.parse().map_err(|error: std::num::ParseFloatError| error.to_string())?;
    if (0.0..=1.0).contains(&rate) { Ok(rate) } else { Err("a rate is from 0 to 1".to_owned()) }
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::Options;

    #[test]
    fn the_command_line_is_sound() {
        Options::command().debug_assert();
    }

    #[test]
    fn a_rate_is_from_0_to_1() {
        assert!(Options::try_parse_from(["mock", "--faults", "0.2"]).is_ok());
        assert!(Options::try_parse_from(["mock", "--faults", "2"]).is_err());
        assert!(Options::try_parse_from(["mock", "--faults", "NaN"]).is_err());
    }

    #[test]
    fn strict_and_lenient_exclude_each_other() {
        assert!(Options::try_parse_from(["mock", "--strict", "--lenient"]).is_err());
    }
}
