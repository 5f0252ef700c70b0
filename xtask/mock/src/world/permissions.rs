//! Data resources, the data policies that allow or deny actions on them, and the checks that follow from both.

mod changes;
mod checks;
mod decision;
mod grants;
mod lists;
mod place;
mod policies;
mod resources;
mod structure;
mod view;

use http::Method;
use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::directory::Action;
use super::given;
use place::Place;

/// Data resources and data policies by id, in the order in which they were created.
#[derive(Debug, Default)]
pub(crate) struct Permissions {
    resources: IndexMap<String, DataResource>,
    policies: IndexMap<String, Policy>,
}

/// A data resource: a string, a list of strings, or a tree of nodes.
#[derive(Clone, Debug)]
struct DataResource {
    /// The number of its namespace.
    namespace: u64,
    /// What was given and is read back: the properties of `GetDataResourceRespDto` but for the namespace.
    properties: Map<String, Value>,
    updated_at: String,
}

/// A data policy.
#[derive(Clone, Debug)]
struct Policy {
    /// `policyName` and `description`.
    properties: Map<String, Value>,
    statements: Vec<Statement>,
    targets: Vec<Target>,
    created_at: String,
    updated_at: String,
}

/// What a policy says of some places.
#[derive(Clone, Debug)]
struct Statement {
    is_denial: bool,
    permissions: Vec<Permission>,
}

/// An action at a place.
#[derive(Clone, Debug)]
struct Permission {
    place: Place,
    action: String,
}

/// Whom a policy was granted to.
#[derive(Clone, Debug)]
struct Target {
    kind: String,
    identifier: String,
    name: String,
    since: String,
}

impl DataResource {
    fn text(&self, property: &str) -> &str {
        self.properties.get(property).and_then(Value::as_str).unwrap_or_default()
    }

    /// The names of its actions.
    fn actions(&self) -> Vec<&str> {
        self.properties.get("actions").map(given::texts_of).unwrap_or_default()
    }

    /// Its string, list or tree.
    fn structure(&self) -> &Value {
        self.properties.get("struct").unwrap_or(&Value::Null)
    }
}

impl Permissions {
    /// The id of the data resource that has this code in a namespace.
    fn find(&self, namespace: u64, code: &str) -> Option<String> {
        let is_meant = |it: &DataResource| it.namespace == namespace && it.text("resourceCode") == code;
        self.resources.iter().find(|(_, resource)| is_meant(resource)).map(|(id, _)| id.clone())
    }

    /// Removes what is in namespaces that are gone.
    pub(super) fn leave_namespaces(&mut self, gone: &[u64]) {
        self.resources.retain(|_, resource| !gone.contains(&resource.namespace));
    }
}

/// What an operation on data resources, data policies or permissions does, where it is one.
pub(super) fn action(method: &Method, name: &str) -> Option<Action> {
    Some(match (method.as_str(), name) {
        ("POST", "create-data-resource") => resources::create,
        ("POST", "create-string-data-resource") => resources::create_string,
        ("POST", "create-array-data-resource") => resources::create_array,
        ("POST", "create-tree-data-resource") => resources::create_tree,
        ("GET", "get-data-resource") => resources::one,
        ("GET", "list-data-resources") => resources::list,
        ("POST", "update-data-resource") => resources::update,
        ("POST", "delete-data-resource") => resources::delete,
        ("GET", "check-data-resource-exists") => resources::is_free,
        ("POST", "create-data-policy") => changes::create,
        ("POST", "update-data-policy") => changes::update,
        ("POST", "delete-data-policy") => changes::delete,
        ("GET", "get-data-policy") => policies::one,
        ("GET", "list-data-policies") => policies::list,
        ("GET", "list-simple-data-policies") => policies::list_simple,
        ("GET", "check-data-policy-exists") => policies::is_free,
        ("POST", "authorize-data-policies") => grants::grant,
        ("POST", "revoke-data-policy") => grants::revoke,
        ("GET", "list-data-policy-targets") => grants::list,
        ("POST", "check-permission" | "check-external-user-permission") => checks::check,
        ("POST", "check-permission-string-resource") => checks::check_string,
        ("POST", "check-permission-array-resource") => checks::check_array,
        ("POST", "check-permission-tree-resource") => checks::check_tree,
        ("POST", "check-user-same-level-permission") => checks::check_same_level,
        ("POST", "get-user-resource-permission-list" | "get-user-auth-resource-permission-list") => lists::actions,
        ("POST", "get-user-permission-list") => lists::of_users,
        ("GET", "get-user-auth-resource-list") => lists::mine,
        ("POST", "list-resource-targets") => lists::users,
        (
            "POST",
            "get-user-resource-struct" | "get-external-user-resource-struct" | "get-user-auth-resource-struct",
        ) => structure::of_user,
        ("POST", "list-permission-view/data") => view::list,
        _ => return None,
    })
}
