//! What goes into the crate's manifest.

use std::collections::BTreeMap;

use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// The crate's manifest, as far as a document cannot know it.
#[derive(Clone, Debug, Deserialize, Hash)]
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
    /// The address of its front page on the web.
    #[serde(default)]
    pub homepage: Option<String>,
    /// The address of its repository.
    #[serde(default)]
    pub repository: Option<String>,
    /// The address of its documentation.
    #[serde(default)]
    pub documentation: Option<String>,
    /// Keywords for the registry.
    #[serde(default)]
    pub keywords: Vec<String>,
    /// Categories of the registry.
    #[serde(default)]
    pub categories: Vec<String>,
    /// The name that requests carry in their `user-agent`, before the crate's version.
    #[serde(default)]
    pub user_agent: Option<String>,
    /// Modules that laid-over templates bring, by name.
    #[serde(default)]
    pub modules: BTreeMap<String, ModuleSettings>,
    /// The features that are on unless a program says otherwise: areas, clients, `full`, or those of `features`.
    ///
    /// When left out, `full` is. A document that nobody has written settings for is new to its reader, who wants to call
    /// whatever it describes, and should not meet a method that is missing first. Which areas most programs need, only
    /// who knows the service can say; with many areas, it pays to say it.
    #[serde(default)]
    pub default: Option<Vec<String>>,
    /// Features beside those of the areas, each with the features and dependencies that it turns on.
    #[serde(default)]
    pub features: BTreeMap<String, Vec<String>>,
    /// Dependencies that laid-over templates need: name to the right-hand side in TOML.
    #[serde(default)]
    pub dependencies: BTreeMap<String, String>,
    /// Development dependencies that tests of laid-over templates need: name to the right-hand side in TOML.
    #[serde(default)]
    pub dev_dependencies: BTreeMap<String, String>,
    /// Examples of laid-over templates that need features, by name.
    #[serde(default)]
    pub examples: BTreeMap<String, Vec<String>>,
    /// The folder of a test for a table of all operations, which calls each from plain JSON: `tests/contract/operations`.
    ///
    /// Nothing is emitted when left out. The test itself is hand-written and stands in laid-over templates. It has the
    /// modules `operation` and `operations`, and the first brings `Operation` and `run`.
    #[serde(default, deserialize_with = "folder_of_test")]
    pub contract: Option<String>,
    /// Whether the sample code of every operation is emitted as a test, `tests/samples`, so that it is compiled.
    #[serde(default)]
    pub samples: bool,
}

/// A module of laid-over templates.
#[derive(Clone, Debug, Default, Deserialize, Hash)]
#[serde(deny_unknown_fields)]
pub struct ModuleSettings {
    /// The items that the crate exports from it at its root.
    #[serde(default)]
    pub exports: Vec<String>,
    /// Whether the module itself is open to the crate's users.
    #[serde(default)]
    pub public: bool,
    /// The feature that it needs.
    #[serde(default)]
    pub feature: Option<String>,
}

impl PackageSettings {
    pub(super) fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            version: first_version(),
            description: None,
            license: None,
            homepage: None,
            repository: None,
            documentation: None,
            keywords: Vec::new(),
            categories: Vec::new(),
            user_agent: None,
            modules: BTreeMap::new(),
            default: None,
            features: BTreeMap::new(),
            dependencies: BTreeMap::new(),
            dev_dependencies: BTreeMap::new(),
            examples: BTreeMap::new(),
            contract: None,
            samples: false,
        }
    }
}

fn first_version() -> String {
    "0.1.0".to_owned()
}

/// A folder in the folder of a test. Any other path could lead out of the crate, or to files that are no test.
fn folder_of_test<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let Some(folder) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
    let is_module = |name: &str| {
        name.starts_with(|first: char| first.is_ascii_lowercase())
            && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    match folder.split('/').collect::<Vec<_>>().as_slice() {
        ["tests", test, module] if is_module(test) && is_module(module) => Ok(Some(folder)),
        _ => Err(D::Error::custom(format!("`{folder}` is no folder of a test, such as `tests/contract/operations`"))),
    }
}
