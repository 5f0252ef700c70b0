//! Which documents make which client, and what its methods are called.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{RemovedOperation, SampleSettings};

/// One client type of the crate.
#[derive(Clone, Debug, Deserialize, Hash)]
#[serde(deny_unknown_fields)]
pub struct ClientSettings {
    /// The type's name, such as `AuthenticationClient`.
    pub name: String,
    /// The module that holds it.
    pub module: String,
    /// The documents whose operations it has, by path from the settings file.
    pub documents: Vec<String>,
    /// The overlays that are laid over them, in order, by path from the settings file. A folder stands for the files `*.yaml` in it,
    /// sorted by name. Who reads the files gives them to the generator as [`Input::overlays`](crate::Input::overlays).
    #[serde(default)]
    pub overlays: Vec<String>,
    /// How a method's name is taken from an operation id.
    #[serde(default)]
    pub operations: OperationNames,
    /// Method names that the client's own code has taken.
    #[serde(default)]
    pub reserved: Vec<String>,
    /// How sample code gets a client.
    #[serde(default)]
    pub samples: SampleSettings,
}

/// How a method's name is taken from an operation id.
#[derive(Clone, Debug, Default, Deserialize, Hash)]
#[serde(deny_unknown_fields)]
pub struct OperationNames {
    /// The text up to whose first occurrence the id is dropped, as in `UsersController_getUser`; none keeps it whole.
    #[serde(default)]
    pub after: Option<String>,
    /// Names for single operations, by operation id.
    #[serde(default)]
    pub names: BTreeMap<String, String>,
    /// Names for single parameters, by operation id and parameter: `listUsers.page[size]`.
    #[serde(default)]
    pub parameters: BTreeMap<String, String>,
    /// Operations that the documents have no longer, by operation id. An overlay adds each of them back; their methods are
    /// deprecated, and say what to use instead.
    #[serde(default)]
    pub removed: BTreeMap<String, RemovedOperation>,
}

impl OperationNames {
    /// The wire name of the method for an operation id.
    pub(crate) fn name_of<'a>(&'a self, operation_id: &'a str) -> &'a str {
        if let Some(name) = self.names.get(operation_id) {
            return name;
        }
        let rest = self.after.as_deref().and_then(|mark| operation_id.split_once(mark)).map(|(_, rest)| rest);
        rest.filter(|rest| !rest.is_empty()).unwrap_or(operation_id)
    }
}

impl ClientSettings {
    pub(super) fn for_document(document: &str) -> Self {
        Self {
            name: "Client".to_owned(),
            module: "api".to_owned(),
            documents: vec![document.to_owned()],
            overlays: Vec::new(),
            operations: OperationNames::default(),
            reserved: vec!["builder".to_owned(), "new".to_owned()],
            samples: SampleSettings::default(),
        }
    }
}
