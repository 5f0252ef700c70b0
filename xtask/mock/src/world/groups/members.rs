//! Who belongs to a group, and which groups somebody belongs to.

use serde_json::{Value, json};

use crate::call::Call;
use crate::world::World;
use crate::world::list::Page;
use crate::world::outcome::{Outcome, required, success, texts};
use crate::world::users::{User, shown};

/// `add-group-members`: all of them or none. Who belongs to it already stays.
pub(super) fn add(world: &mut World, call: &Call<'_>) -> Outcome {
    let group = world.groups.get_mut(required(call.body_text("/code"), "code")?)?;
    let ids: Vec<&str> = texts(&call.body["userIds"]).collect();
    for id in &ids {
        world.users.identified(id, None)?;
    }
    for id in ids {
        if group.members.iter().all(|member| member != id) {
            group.members.push(id.to_owned());
        }
    }
    success()
}

/// `remove-group-members`. Who does not belong to it need not be removed.
pub(super) fn remove(world: &mut World, call: &Call<'_>) -> Outcome {
    let group = world.groups.get_mut(required(call.body_text("/code"), "code")?)?;
    let ids: Vec<&str> = texts(&call.body["userIds"]).collect();
    group.members.retain(|member| !ids.contains(&member.as_str()));
    success()
}

/// `list-group-members`.
pub(super) fn list(world: &mut World, call: &Call<'_>) -> Outcome {
    let page = Page::read(Some(&call.query))?;
    let group = world.groups.get(required(call.query_text("code"), "code")?)?;
    let members: Vec<&User> = group.members.iter().filter_map(|id| world.users.get(id)).collect();
    Ok(page.of(&members, |user| shown(user, Some(&call.query))))
}

/// `get-user-groups`: all of them at once.
pub(super) fn of_user(world: &mut World, call: &Call<'_>) -> Outcome {
    let user = world.users.named_by_query(call)?;
    let groups = world.groups.all.iter().filter(|group| group.members.iter().any(|member| member == user.id()));
    let list: Vec<Value> = groups.map(|group| group.shown(&world.users)).collect();
    Ok(json!({"totalCount": list.len(), "list": list}))
}
