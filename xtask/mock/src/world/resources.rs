//! Resources of the API, data, menu, button and UI kinds, and who is authorized for which actions on them.

mod access;
mod authorize;
mod change;
mod read;

use http::Method;
use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::directory::{Action, not_found};
use super::{World, given, namespaces};
use crate::answer::Failure;
use crate::call::Call;

/// Resources by id, in the order in which they were created.
#[derive(Debug, Default)]
pub(crate) struct Resources {
    by_id: IndexMap<String, Resource>,
}

/// A resource.
#[derive(Clone, Debug)]
pub(crate) struct Resource {
    /// The number of its namespace.
    namespace: u64,
    /// What was given and is read back: the properties of `ResourceDto` but for the namespace, by their names in the API.
    properties: Map<String, Value>,
    /// Who is authorized for it.
    grants: IndexMap<Subject, Vec<String>>,
    created_at: String,
    updated_at: String,
}

/// Who can be authorized: a kind of subject and the identifier of one.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
struct Subject {
    kind: String,
    identifier: String,
}

impl Resource {
    fn text(&self, property: &str) -> &str {
        self.properties.get(property).and_then(Value::as_str).unwrap_or_default()
    }

    /// The names of the actions that it declares.
    fn actions(&self) -> Vec<&str> {
        let actions = self.properties.get("actions").map(given::elements).unwrap_or_default();
        actions.iter().filter_map(|action| action.get("name")?.as_str()).collect()
    }
}

impl Resources {
    /// The id of the resource that has this code in a namespace.
    fn find(&self, namespace: u64, code: &str) -> Option<String> {
        let mut all = self.by_id.iter();
        let found = all.find(|(_, resource)| resource.namespace == namespace && resource.text("code") == code);
        found.map(|(id, _)| id.clone())
    }

    /// Removes what is in namespaces that are gone.
    pub(super) fn leave_namespaces(&mut self, gone: &[u64]) {
        self.by_id.retain(|_, resource| !gone.contains(&resource.namespace));
    }
}

/// The resource that a request names, by the property that holds its code.
///
/// # Errors
///
/// Status 404 when the namespace or the resource is not there.
fn named(world: &World, call: &Call<'_>, property: &str) -> Result<String, Failure> {
    let code = given::text(call, property)?;
    let namespace = namespaces::named(world, call, "namespace")?;
    world.resources.find(namespace, code).ok_or_else(|| not_found("resource", code))
}

/// What an operation on resources does, where it is one.
pub(super) fn action(method: &Method, name: &str) -> Option<Action> {
    Some(match (method.as_str(), name) {
        ("POST", "create-resource") => change::create,
        ("POST", "create-resources-batch") => change::create_several,
        ("POST", "update-resource") => change::update,
        ("POST", "associate-tenant-resource") => change::associate,
        ("POST", "delete-resource") => change::delete,
        ("POST", "delete-resources-batch" | "delete-common-resources-batch") => change::delete_several,
        ("GET", "get-resource") => read::one,
        ("GET", "get-resources-batch") => read::several,
        ("GET", "list-resources") => read::list,
        ("GET", "list-common-resource") => read::list_common,
        ("POST", "authorize-resources") => authorize::grant,
        ("POST", "get-resource-authorized-targets") => authorize::targets,
        ("POST", "is-action-allowed") => access::is_allowed,
        ("GET", "get-authorized-resources") => access::of_subject,
        ("GET", "get-user-authorized-resources") => access::of_user,
        ("GET", "get-my-authorized-resources") => access::mine,
        ("GET", "get-role-authorized-resources") => access::of_role,
        ("GET", "get-group-authorized-resources") => access::of_group,
        _ => return None,
    })
}
