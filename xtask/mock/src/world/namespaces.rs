//! Permission namespaces: resources, data resources and roles have codes that are unique in one of these.
//!
//! The API has two families of operations for them, `namespace` and `permission-namespace`. They are on the same records.

mod operations;

use http::Method;
use indexmap::IndexMap;
use serde_json::{Map, Value, json};

use super::World;
use super::directory::{Action, not_found};
use super::given;
use crate::answer::Failure;
use crate::call::Call;

/// The code of the namespace that is there from the start, and that is meant where a request names none.
pub(crate) const DEFAULT: &str = "default";

/// Namespaces by number, in the order in which they were created.
#[derive(Debug)]
pub(crate) struct Namespaces {
    by_number: IndexMap<u64, Map<String, Value>>,
    last: u64,
}

impl Default for Namespaces {
    fn default() -> Self {
        let mut namespaces = Namespaces { by_number: IndexMap::new(), last: 0 };
        let default =
            json!({"code": DEFAULT, "name": "Default", "description": "The namespace that is there from the start"});
        namespaces.add(default.as_object().cloned().unwrap_or_default());
        namespaces
    }
}

impl Namespaces {
    /// The number of the namespace that has this code.
    pub(crate) fn find(&self, code: &str) -> Option<u64> {
        let mut all = self.by_number.iter();
        all.find(|(_, namespace)| namespace.get("code").is_some_and(|it| it == code)).map(|(number, _)| *number)
    }

    /// A text of a namespace, such as its `code`.
    pub(crate) fn text(&self, number: u64, property: &str) -> &str {
        let namespace = self.by_number.get(&number);
        namespace.and_then(|namespace| namespace.get(property)).and_then(Value::as_str).unwrap_or_default()
    }

    /// All of them, by number.
    pub(crate) fn iter(&self) -> impl Iterator<Item = u64> {
        self.by_number.keys().copied()
    }

    fn add(&mut self, properties: Map<String, Value>) {
        self.last += 1;
        self.by_number.insert(self.last, properties);
    }
}

/// The namespace that a request names in this property; the default one if it names none.
///
/// # Errors
///
/// Status 404 when there is no such namespace.
pub(crate) fn named(world: &World, call: &Call<'_>, property: &str) -> Result<u64, Failure> {
    let code = given::optional(call, property).unwrap_or(DEFAULT);
    world.namespaces.find(code).ok_or_else(|| not_found("namespace", code))
}

/// What an operation on namespaces does, where it is one. Their roles are not here.
pub(super) fn action(method: &Method, name: &str) -> Option<Action> {
    Some(match (method.as_str(), name) {
        ("POST", "create-namespace" | "create-permission-namespace") => operations::create,
        ("POST", "create-namespaces-batch" | "create-permission-namespaces-batch") => operations::create_several,
        ("GET", "get-namespace" | "get-permission-namespace") => operations::one,
        ("GET", "get-namespaces-batch" | "get-permission-namespaces-batch") => operations::several,
        ("GET", "list-namespaces" | "list-permission-namespaces") => operations::list,
        ("POST", "update-namespace" | "update-permission-namespace") => operations::update,
        ("POST", "delete-namespace" | "delete-permission-namespace") => operations::delete,
        ("POST", "delete-namespaces-batch" | "delete-permission-namespaces-batch") => operations::delete_several,
        ("POST", "check-permission-namespace-exists") => operations::is_free,
        _ => return None,
    })
}
