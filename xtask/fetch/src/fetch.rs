//! The fetch: attempts, until there is a text or no hope for one.

use serde::{Deserialize, Serialize};

use crate::attempt::attempt;
use crate::client::client;
use crate::{Address, Error, Limits, retry};

/// What is known of the text that was fetched last, in the server's words: it need not be sent again if it is still the same.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct Known {
    /// Its `ETag`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// Its `Last-Modified`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
}

impl Known {
    pub(crate) fn is_some(&self) -> bool {
        self.etag.is_some() || self.last_modified.is_some()
    }
}

/// What came of a fetch.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Fetched {
    /// The text is the one that is known.
    Unchanged,
    /// Another text, or the first.
    Text(Text),
}

/// A text, and what to know of it the next time.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Text {
    /// The whole text.
    pub text: String,
    /// What the server says of it.
    pub known: Known,
}

/// Fetches a text. `say` is told of each attempt that failed and is made again.
pub async fn fetch(address: &Address, known: &Known, limits: &Limits, say: &dyn Fn(&str)) -> Result<Fetched, Error> {
    let client = client(limits)?;
    let mut done = 0;
    loop {
        let error = match attempt(&client, address, known, limits).await {
            Ok(fetched) => return Ok(fetched),
            Err(error) => error,
        };
        done += 1;
        let Some(pause) = retry::pause(&error, done, limits) else { return Err(error) };
        say(&format!("{error}; trying again in {} s", pause.as_secs()));
        tokio::time::sleep(pause).await;
    }
}
