//! What was pulled last: from where, and what it was. It stands beside the settings, in `sources.yaml`.

use std::collections::BTreeMap;
use std::fmt::Write;

use anyhow::Result;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::outcome::refusal;

/// The name of the file.
pub(crate) const FILE: &str = "sources.yaml";

const HEAD: &str =
    "# Where the vendor's documents came from when they were last pulled. `cargo xtask spec pull` writes this file.\n";

/// A record for each document.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sources(pub(crate) BTreeMap<String, Recorded>);

/// What is known of one document.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Recorded {
    /// Where it was, without what may be a secret.
    pub(crate) source: String,
    /// The digest of its text.
    pub(crate) sha256: String,
    #[serde(flatten)]
    pub(crate) known: Known,
}

/// What a server said of a text, so that it need not send it again.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub(crate) struct Known {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) etag: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) last_modified: Option<String>,
}

impl Sources {
    /// Reads the file's text.
    pub(crate) fn parse(text: &str, name: &str) -> Result<Self> {
        if text.lines().all(|line| line.is_empty() || line.starts_with('#')) {
            return Ok(Self::default());
        }
        serde_yaml::from_str(text).map_err(|error| {
            refusal(format!("`{name}` cannot be read: {error}\n  help: delete it; it is written anew"))
        })
    }

    /// The file's text.
    pub(crate) fn text(&self) -> Result<String> {
        Ok(format!("{HEAD}{}", serde_yaml::to_string(&self.0)?))
    }
}

/// The SHA-256 of a text, as hexadecimal digits.
pub(crate) fn sha256(text: &str) -> String {
    let mut digits = String::new();
    for byte in Sha256::digest(text.as_bytes()) {
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() -> Result<()> {
        let known = Known { etag: Some("W/\"1\"".to_owned()), last_modified: None };
        let recorded = Recorded { source: "https://example.com/a.json".to_owned(), sha256: sha256(""), known };
        let sources = Sources(BTreeMap::from([("a.yaml".to_owned(), recorded)]));
        let text = sources.text()?;
        assert_eq!(Sources::parse(&text, FILE)?, sources);
        insta::assert_snapshot!(text, @r#"
        # Where the vendor's documents came from when they were last pulled. `cargo xtask spec pull` writes this file.
        a.yaml:
          source: https://example.com/a.json
          sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
          etag: W/"1"
        "#);
        Ok(())
    }
}
