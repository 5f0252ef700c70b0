//! What callers see of a crate's manifest: name, version, features.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

/// A crate's manifest.
#[derive(Clone, Debug, Default)]
pub(super) struct Manifest {
    pub(super) name: String,
    pub(super) version: String,
    pub(super) rust_version: Option<String>,
    /// What each feature turns on.
    pub(super) features: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct Written {
    package: Package,
    #[serde(default)]
    features: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Package {
    name: String,
    version: String,
    rust_version: Option<String>,
}

impl Manifest {
    pub(super) fn read(text: &str) -> Result<Self, basic_toml::Error> {
        let Written { package, features } = basic_toml::from_str(text)?;
        let Package { name, version, rust_version } = package;
        Ok(Self { name, version, rust_version, features })
    }

    /// All features that are on when one is; none are for the empty name.
    pub(super) fn implied<'a>(&'a self, feature: &'a str) -> BTreeSet<&'a str> {
        let mut on = BTreeSet::new();
        let mut open = vec![feature];
        while let Some(feature) = open.pop() {
            if !feature.is_empty() && on.insert(feature) {
                open.extend(self.features.get(feature).into_iter().flatten().map(String::as_str));
            }
        }
        on
    }
}
