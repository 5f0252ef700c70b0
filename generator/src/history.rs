//! The releases of a crate: which operations came with which, and which went. `cargo xtask release prepare` writes it.

use std::collections::BTreeMap;
use std::sync::Arc;

use semver::Version;
use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::{Api, Visibility};
use crate::source::Source;

/// Methods by client and operation id.
pub type Methods = BTreeMap<String, BTreeMap<String, String>>;

/// All releases, the oldest first.
#[derive(Clone, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct History {
    /// The releases, and the one that is prepared.
    pub releases: Vec<Release>,
}

/// One release.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// The crate's version.
    pub version: Version,
    /// The version that the description says of itself.
    pub api_version: String,
    /// The methods that were not there before: all of them, in the first release.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub added: Methods,
    /// The methods that are there no more.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub removed: Methods,
}

impl History {
    /// Reads a history; what is wrong with it is reported.
    pub fn parse(source: &Arc<Source>, diagnostics: &mut Diagnostics) -> Option<Self> {
        match serde_yaml::from_str(source.text()) {
            Ok(history) => Some(history),
            Err(error) => {
                let diagnostic = Diagnostic::yaml(source, Rule::InvalidSettings, &error);
                diagnostics
                    .push(diagnostic.help("take the file back from git: `cargo xtask release prepare` writes it"));
                None
            }
        }
    }

    /// The text of the file.
    pub fn to_text(&self) -> Result<String, serde_yaml::Error> {
        Ok(format!(
            "# Which method came with which release of the crate, by client and operation id. Pages say it, and the page of what\n\
             # changed. `cargo xtask release prepare` writes this file.\n{}",
            serde_yaml::to_string(self)?
        ))
    }

    /// The release that an operation came with, or came back with.
    pub(crate) fn since(&self, client: &str, id: &str) -> Option<&Version> {
        let lists = |release: &&Release| release.added.get(client).is_some_and(|methods| methods.contains_key(id));
        self.releases.iter().rfind(lists).map(|release| &release.version)
    }

    /// The history with a release of this description at its end. One of the same version or a later one was only prepared, and
    /// is put aside.
    #[must_use]
    pub fn with(&self, version: &Version, api: &Api) -> Self {
        let mut releases: Vec<Release> = self.releases.iter().filter(|it| it.version < *version).cloned().collect();
        let (before, now) = (methods_after(&releases), methods_of(api));
        releases.push(Release {
            version: version.clone(),
            api_version: api.package.api_version.clone(),
            added: without(&now, &before),
            removed: without(&before, &now),
        });
        Self { releases }
    }
}

/// The methods that a description has.
fn methods_of(api: &Api) -> Methods {
    let mut methods = Methods::new();
    for client in &api.clients {
        let operations = client.areas.iter().flat_map(|area| &area.operations);
        for operation in operations.filter(|operation| operation.visibility == Visibility::Public) {
            let own = methods.entry(client.name.plain().to_owned()).or_default();
            own.insert(operation.wire_name.clone(), operation.name.plain().to_owned());
        }
    }
    methods
}

/// The methods that the last of these releases has.
fn methods_after(releases: &[Release]) -> Methods {
    let mut methods = Methods::new();
    for release in releases {
        for (client, removed) in &release.removed {
            methods.entry(client.clone()).or_default().retain(|id, _| !removed.contains_key(id));
        }
        for (client, added) in &release.added {
            methods.entry(client.clone()).or_default().extend(added.clone());
        }
    }
    methods
}

fn without(these: &Methods, those: &Methods) -> Methods {
    let mut rest = these.clone();
    for (client, methods) in &mut rest {
        methods.retain(|id, _| !those.get(client).is_some_and(|methods| methods.contains_key(id)));
    }
    rest.retain(|_, methods| !methods.is_empty());
    rest
}
