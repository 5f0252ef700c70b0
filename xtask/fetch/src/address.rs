//! Addresses, and how they are shown: without what may be a secret.

use std::fmt;
use std::str::FromStr;

use reqwest::Url;

/// An address that a text may be fetched from. What is shown of it has no user, no password, no query and no fragment.
#[derive(Clone, Eq, PartialEq)]
pub struct Address(Url);

/// Why a text is no such address. The text itself may hold a secret, and is not repeated.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("an address begins with https:// or http://, and names a host")]
pub struct NoAddress;

impl Address {
    /// The whole address.
    pub(crate) fn url(&self) -> &Url {
        &self.0
    }
}

impl FromStr for Address {
    type Err = NoAddress;

    fn from_str(text: &str) -> Result<Self, NoAddress> {
        let url = Url::parse(text).map_err(|_| NoAddress)?;
        if matches!(url.scheme(), "https" | "http") && url.has_host() { Ok(Self(url)) } else { Err(NoAddress) }
    }
}

impl From<Url> for Address {
    fn from(url: Url) -> Self {
        Self(url)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let url = &self.0;
        write!(formatter, "{}://{}", url.scheme(), url.host_str().unwrap_or_default())?;
        if let Some(port) = url.port() {
            write!(formatter, ":{port}")?;
        }
        formatter.write_str(url.path())
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Address({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_secret_is_not_shown() -> Result<(), NoAddress> {
        let address: Address = "https://user:hunter2@example.com:8443/api.json?token=hunter2#hunter2".parse()?;
        assert_eq!(address.to_string(), "https://example.com:8443/api.json");
        assert_eq!(format!("{address:?}"), "Address(https://example.com:8443/api.json)");
        Ok(())
    }

    #[test]
    fn only_the_web_has_addresses() {
        for text in ["file:///etc/passwd", "ftp://example.com/", "api.json", "https://", ""] {
            assert_eq!(text.parse::<Address>(), Err(NoAddress), "{text}");
        }
    }
}
