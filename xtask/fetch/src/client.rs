//! The HTTP client: its limits, and which redirects it follows.
//!
//! A proxy is taken from the usual variables, `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`.

use std::error::Error as _;

use reqwest::redirect::{Action, Attempt, Policy};
use reqwest::{Client, Url};

use crate::{Error, Limits};

pub(crate) fn client(limits: &Limits) -> Result<Client, Error> {
    let most = limits.redirects;
    let client = Client::builder()
        .connect_timeout(limits.connect)
        .read_timeout(limits.silence)
        .timeout(limits.attempt)
        .redirect(Policy::custom(move |attempt| follow(attempt, most)))
        // Which attempts there are is decided in `retry`.
        .retry(reqwest::retry::never())
        .referer(false)
        .user_agent("cargo-xtask-spec-pull");
    client.build().map_err(|error| Error::Client(root_cause(&error)))
}

fn follow(attempt: Attempt<'_>, most: usize) -> Action {
    match objection(attempt.previous(), attempt.url(), most) {
        Some(objection) => attempt.error(objection),
        None => attempt.follow(),
    }
}

/// Why a redirect is not followed from where it has led so far.
fn objection(before: &[Url], next: &Url, most: usize) -> Option<String> {
    let was_safe = before.iter().any(|url| url.scheme() == "https");
    if before.len() > most {
        Some(format!("it leads through more than {most} places"))
    } else if before.contains(next) {
        Some("it leads in a circle".to_owned())
    } else if was_safe && next.scheme() != "https" {
        Some("it leads from https to what anybody on the way can read and change".to_owned())
    } else {
        None
    }
}

/// What the innermost error says: those around it repeat the address.
pub(crate) fn root_cause(error: &reqwest::Error) -> String {
    let mut cause = error.source();
    while let Some(inner) = cause.and_then(|cause| cause.source()) {
        cause = Some(inner);
    }
    cause.map_or_else(|| "the request cannot be sent".to_owned(), ToString::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leads_from_https_to_http() {
        let [safe, open]: [Url; 2] =
            ["https://example.com/a", "http://example.com/a"].map(|url| url.parse().expect("a URL"));
        assert_eq!(objection(std::slice::from_ref(&open), &safe, 5), None);
        let objection = objection(&[open, safe], &"http://example.com/b".parse().expect("a URL"), 5);
        assert_eq!(objection.as_deref(), Some("it leads from https to what anybody on the way can read and change"));
    }
}
