//! Who is in a department.

use serde_json::{Map, Value, json};

use super::find;
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::directory::success;
use crate::world::users::User;
use crate::world::{World, given, page, subjects};

/// `add-department-members`: all of them or, when one does not exist, none.
pub(super) fn add(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let id = find::find(world, call)?.id.clone();
    let user_ids = given::texts(call, "userIds");
    for user_id in &user_ids {
        subjects::check(world, "USER", user_id)?;
    }
    for user_id in user_ids {
        world.departments.join(&id, user_id, None);
    }
    Ok(success())
}

/// `remove-department-members`. Whoever is not in it is no reason to refuse.
pub(super) fn remove(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let id = find::find(world, call)?.id.clone();
    for user_id in given::texts(call, "userIds") {
        world.departments.leave(&id, user_id);
    }
    Ok(success())
}

/// `list-department-members`: unless the request says otherwise, the last to join comes first, as the document has it.
pub(super) fn list(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let mut users = members(world, call)?;
    let by_joining = given::optional(call, "sortBy").unwrap_or("JoinDepartmentAt") == "JoinDepartmentAt";
    if by_joining && given::optional(call, "orderBy") != Some("Asc") {
        users.reverse();
    }
    let list = users.into_iter().map(|user| shown(world, user, call)).collect();
    Ok(Reply::Data(page::paged(list, call)?))
}

/// `search-department-members`: by a part of a name or address.
pub(super) fn search(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let keywords = given::text(call, "keywords")?;
    let names = ["username", "name", "nickname", "email", "phone"];
    let users = members(world, call)?.into_iter().filter(|user| given::mentions(&user.profile, &names, keywords));
    let list = users.map(|user| shown(world, user, call)).collect();
    Ok(Reply::Data(page::paged(list, call)?))
}

/// `list-department-member-ids`: only those who are in the department itself.
pub(super) fn ids(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    Ok(Reply::Data(members(world, call)?.into_iter().map(User::id).collect()))
}

/// `is-user-in-department`.
pub(super) fn is_in(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let user_id = subjects::user(world, given::text(call, "userId")?, None)?;
    let is_in = members(world, call)?.into_iter().any(|user| user.id() == user_id);
    Ok(Reply::Data(json!({"inDepartment": is_in})))
}

/// The users in the department of a request, and in those below it where the request says so.
fn members<'a>(world: &'a World, call: &Call<'_>) -> Result<Vec<&'a User>, Failure> {
    let department = find::find(world, call)?;
    let ids = match given::flag(call, "includeChildrenDepartments") {
        true => world.departments.users_below(&world.users, &department.id),
        false => department.members.keys().cloned().collect(),
    };
    Ok(ids.iter().filter_map(|id| world.users.get(id)).collect())
}

/// A user as the API shows one, with what the request wants to see.
fn shown(world: &World, user: &User, call: &Call<'_>) -> Value {
    let mut shown: Map<String, Value> = user.profile.clone();
    if given::flag(call, "withCustomData") {
        shown.insert("customData".to_owned(), Value::Object(user.custom_data.clone()));
    }
    if given::flag(call, "withDepartmentIds") {
        let departments = world.departments.iter().filter(|it| it.members.contains_key(user.id()));
        shown.insert("departmentIds".to_owned(), departments.map(|it| json!(it.id)).collect());
    }
    Value::Object(shown)
}
