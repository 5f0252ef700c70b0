//! What releases leave behind: their history and the crate's changelog.

use serde::Deserialize;

use crate::history::History;

/// The files that `cargo xtask release prepare` writes, by path from the settings file.
///
/// Who reads them gives them to the settings: the generator itself reads nothing.
#[derive(Clone, Debug, Default, Deserialize, Hash)]
#[serde(deny_unknown_fields)]
pub struct ReleaseSettings {
    /// Which operation came with which release.
    #[serde(default)]
    pub history: Option<String>,
    /// What users of the crate should know of each release; it goes into the crate as `CHANGELOG.md`.
    #[serde(default)]
    pub changelog: Option<String>,
    /// The history that was read.
    #[serde(skip)]
    pub releases: History,
    /// The changelog that was read.
    #[serde(skip)]
    pub changes: Option<String>,
}
