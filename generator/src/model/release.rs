//! Releases of the crate, as the page of what changed tells of them.

/// One release.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Release {
    /// The crate's version.
    pub version: String,
    /// The version of the description.
    pub api_version: String,
    /// The methods that came with it.
    pub added: Vec<Moved>,
    /// The methods that went with it.
    pub removed: Vec<Moved>,
}

/// A method that came or went.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Moved {
    /// Its client.
    pub client: String,
    /// Its name.
    pub method: String,
    /// The title and path of its page, if there is one now.
    pub page: Option<(String, String)>,
}
