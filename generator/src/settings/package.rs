//! What goes into the crate's manifest.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The crate's manifest, as far as a document cannot know it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackageSettings {
    /// The crate's name.
    pub name: String,
    /// The crate's version.
    #[serde(default = "first_version")]
    pub version: String,
    /// One line on what the crate is; the document's title when left out.
    #[serde(default)]
    pub description: Option<String>,
    /// The licence, as an SPDX expression.
    #[serde(default)]
    pub license: Option<String>,
    /// Keywords for the registry.
    #[serde(default)]
    pub keywords: Vec<String>,
    /// Categories of the registry.
    #[serde(default)]
    pub categories: Vec<String>,
    /// The name that requests carry in their `user-agent`, before the crate's version.
    #[serde(default)]
    pub user_agent: Option<String>,
    /// Modules that laid-over templates bring, each with the items that the crate exports from it.
    #[serde(default)]
    pub modules: BTreeMap<String, Vec<String>>,
    /// Development dependencies that tests of laid-over templates need: name to the right-hand side in TOML.
    #[serde(default)]
    pub dev_dependencies: BTreeMap<String, String>,
}

impl PackageSettings {
    pub(super) fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            version: first_version(),
            description: None,
            license: None,
            keywords: Vec::new(),
            categories: Vec::new(),
            user_agent: None,
            modules: BTreeMap::new(),
            dev_dependencies: BTreeMap::new(),
        }
    }
}

fn first_version() -> String {
    "0.1.0".to_owned()
}
