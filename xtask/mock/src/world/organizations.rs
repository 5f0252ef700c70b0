//! Organizations: each is a tree of departments, and its root department holds whatever both have in common.

mod change;
mod read;

use http::Method;
use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::World;
use super::directory::{Action, not_found};
use crate::answer::Failure;

/// Organizations by the id of their root department, in the order in which they were created.
#[derive(Debug, Default)]
pub(crate) struct Organizations {
    by_root: IndexMap<String, Organization>,
}

/// An organization.
#[derive(Clone, Debug)]
pub(crate) struct Organization {
    /// Its code, unique in the pool.
    pub(crate) code: String,
    /// The id of its root department.
    pub(crate) root: String,
    /// What the root department does not hold: `i18n`, `status` and `tenantId`, by their names in the API.
    pub(crate) properties: Map<String, Value>,
}

impl Organizations {
    /// The organization that has this code.
    pub(crate) fn find(&self, code: &str) -> Option<&Organization> {
        self.by_root.values().find(|organization| organization.code == code)
    }

    /// The organization that has this root department.
    pub(crate) fn of_root(&self, root: &str) -> Option<&Organization> {
        self.by_root.get(root)
    }
}

/// What an operation on organizations does, where it is one.
pub(super) fn action(method: &Method, name: &str) -> Option<Action> {
    Some(match (method.as_str(), name) {
        ("POST", "create-organization") => change::create,
        ("POST", "update-organization") => change::update,
        ("POST", "update-organization-status") => change::set_status,
        ("POST", "delete-organization") => change::delete,
        ("GET", "get-organization") => read::one,
        ("GET", "get-organization-batch") => read::several,
        ("GET", "list-organizations") => read::list,
        ("GET", "search-organizations") => read::search,
        _ => return None,
    })
}

/// The id of the root department of an organization.
pub(super) fn root_of(world: &World, code: &str) -> Result<String, Failure> {
    let organization = world.organizations.find(code).ok_or_else(|| not_found("organization", code))?;
    Ok(organization.root.clone())
}
