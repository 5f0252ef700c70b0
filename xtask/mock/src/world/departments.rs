//! Departments: the trees that organizations consist of, and the users who are in them.

mod change;
mod filter;
mod find;
mod members;
mod of_user;
mod read;

use http::Method;
use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::World;
use super::clock;
use super::directory::Action;
use super::users::Users;

/// Departments by id, in the order in which they were created.
#[derive(Debug, Default)]
pub(crate) struct Departments {
    by_id: IndexMap<String, Department>,
    /// Counts changes, since the clock does not tell apart what happens within a millisecond.
    changes: u64,
}

/// A department.
#[derive(Clone, Debug)]
pub(crate) struct Department {
    /// Its id.
    pub(crate) id: String,
    /// The id of the root of its tree; its own if it is the root.
    pub(crate) root: String,
    /// The id of the department above, unless it is the root.
    pub(crate) parent: Option<String>,
    /// What was given and is read back: the properties of `DepartmentDto`, by their names in the API.
    pub(crate) properties: Map<String, Value>,
    /// Who is in it, by user id, in the order of joining.
    pub(crate) members: IndexMap<String, Membership>,
    /// When it was created.
    pub(crate) created_at: String,
    /// When it was changed the last time.
    pub(crate) updated_at: String,
    /// The number of the last change.
    revision: u64,
}

/// How a user is in a department.
#[derive(Clone, Debug)]
pub(crate) struct Membership {
    /// When the user joined.
    pub(crate) joined_at: String,
    /// Whether it is the user's main department.
    pub(crate) is_main: bool,
    /// The number of the change by which the user joined.
    order: u64,
}

impl Department {
    /// A department below `parent`, or the root of a new tree.
    pub(crate) fn new(world: &mut World, parent: Option<&Department>) -> Self {
        let id = world.next_id();
        let now = clock::now();
        Department {
            root: parent.map_or(&id, |parent| &parent.root).clone(),
            parent: parent.map(|parent| parent.id.clone()),
            properties: Map::new(),
            members: IndexMap::new(),
            created_at: now.clone(),
            updated_at: now,
            revision: 0,
            id,
        }
    }

    /// A text of the properties.
    pub(crate) fn text(&self, property: &str) -> Option<&str> {
        self.properties.get(property).and_then(Value::as_str)
    }
}

impl Departments {
    /// Adds a department.
    pub(crate) fn insert(&mut self, mut department: Department) {
        self.changes += 1;
        department.revision = self.changes;
        self.by_id.insert(department.id.clone(), department);
    }

    pub(crate) fn get(&self, id: &str) -> Option<&Department> {
        self.by_id.get(id)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Department> {
        self.by_id.values()
    }

    /// Changes a department, and notes that it was changed.
    pub(crate) fn change(&mut self, id: &str, change: impl FnOnce(&mut Department)) {
        let Some(department) = self.by_id.get_mut(id) else { return };
        change(department);
        self.changes += 1;
        department.revision = self.changes;
        department.updated_at = clock::now();
    }

    /// Puts a user into a department. Whoever is in it already stays as he is, but for the mark of the main department.
    pub(crate) fn join(&mut self, id: &str, user_id: &str, is_main: Option<bool>) {
        self.changes += 1;
        let Some(department) = self.by_id.get_mut(id) else { return };
        let joining = || Membership { joined_at: clock::now(), is_main: false, order: self.changes };
        let membership = department.members.entry(user_id.to_owned()).or_insert_with(joining);
        membership.is_main = is_main.unwrap_or(membership.is_main);
    }

    /// Takes a user out of a department.
    pub(crate) fn leave(&mut self, id: &str, user_id: &str) {
        if let Some(department) = self.by_id.get_mut(id) {
            department.members.shift_remove(user_id);
        }
    }

    /// The departments right below one.
    pub(crate) fn children<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Department> {
        self.iter().filter(move |department| department.parent.as_deref() == Some(id))
    }

    /// A department and all below it, from top to bottom.
    pub(crate) fn below(&self, id: &str) -> Vec<&Department> {
        let mut found: Vec<&Department> = self.get(id).into_iter().collect();
        let mut next = 0;
        while let Some(department) = found.get(next) {
            found.extend(self.children(&department.id));
            next += 1;
        }
        found
    }

    /// The users in a department or in one below it, each once.
    pub(crate) fn users_below(&self, users: &Users, id: &str) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for department in self.below(id) {
            let members = department.members.keys().filter(|user_id| users.get(user_id).is_some());
            let others: Vec<String> = members.filter(|user_id| !found.contains(user_id)).cloned().collect();
            found.extend(others);
        }
        found
    }

    /// Removes a department and all below it.
    pub(crate) fn remove_with_all_below(&mut self, id: &str) {
        let gone: Vec<String> = self.below(id).into_iter().map(|department| department.id.clone()).collect();
        self.by_id.retain(|id, _| !gone.contains(id));
    }
}

/// What an operation on departments does, where it is one.
pub(super) fn action(method: &Method, name: &str) -> Option<Action> {
    Some(match (method.as_str(), name) {
        ("POST", "create-department") => change::create,
        ("POST", "update-department") => change::update,
        ("POST", "update-department-status") => change::set_status,
        ("POST", "delete-department") => change::delete,
        ("GET", "get-department" | "get-department-by-id") => read::one,
        ("GET", "get-parent-department") => read::parent,
        ("GET", "list-children-departments") => read::children,
        ("GET", "get-all-departments") => read::all,
        ("POST", "search-departments") => read::search,
        ("POST", "search-departments-list") => filter::search,
        ("POST", "add-department-members") => members::add,
        ("POST", "remove-department-members") => members::remove,
        ("GET", "list-department-members") => members::list,
        ("GET", "search-department-members") => members::search,
        ("GET", "list-department-member-ids") => members::ids,
        ("GET", "is-user-in-department") => members::is_in,
        ("GET", "get-user-departments") => of_user::list,
        ("GET", "get-my-department-list") => of_user::mine,
        ("POST", "set-user-departments") => of_user::set,
        _ => return None,
    })
}
