//! Groups are created, found, changed and deleted.

use serde_json::{Map, Value, json};

use super::{Group, refuse_taken};
use crate::call::Call;
use crate::world::World;
use crate::world::list::{Page, mentions};
use crate::world::outcome::{Outcome, items, required, success, texts};

/// `create-group`.
pub(super) fn create(world: &mut World, request: &Value) -> Outcome {
    let code = required(request["code"].as_str(), "code")?;
    refuse_taken(world, code)?;
    let text = |name: &str| request[name].as_str().unwrap_or_default().to_owned();
    let group = Group {
        id: world.next_id(),
        code: code.to_owned(),
        name: text("name"),
        description: text("description"),
        kind: text("type"),
        custom_data: request["customData"].as_object().cloned().unwrap_or_default(),
        members: Vec::new(),
    };
    let shown = group.shown(&world.users);
    world.groups.all.push(group);
    Ok(shown)
}

/// `create-groups-batch`: all of them or none.
pub(super) fn create_several(world: &mut World, call: &Call<'_>) -> Outcome {
    let before = world.groups.clone();
    let outcome: Outcome = items(&call.body["list"]).iter().map(|request| create(world, request)).collect();
    if outcome.is_err() {
        world.groups = before;
    }
    outcome
}

/// `create-or-update-group`.
pub(super) fn create_or_update(world: &mut World, call: &Call<'_>) -> Outcome {
    let code = required(call.body_text("/code"), "code")?;
    let is_new = world.groups.get(code).is_err();
    let group = if is_new { create(world, &call.body) } else { update(world, &call.body) }?;
    Ok(json!({"created": is_new, "data": group}))
}

/// `get-group`.
pub(super) fn get(world: &mut World, call: &Call<'_>) -> Outcome {
    let group = world.groups.get(required(call.query_text("code"), "code")?)?;
    Ok(shown(world, group, &call.query))
}

/// `list-groups`.
pub(super) fn list(world: &mut World, call: &Call<'_>) -> Outcome {
    let page = Page::read(Some(&call.query))?;
    let keywords = call.query_text("keywords").unwrap_or_default();
    let is_meant = |group: &&Group| mentions([Some(group.code.as_str()), Some(&group.name)], keywords);
    let groups: Vec<&Group> = world.groups.all.iter().filter(is_meant).collect();
    Ok(page.of(&groups, |group| shown(world, group, &call.query)))
}

/// `get-all-groups`, with the members only when they are asked for.
pub(super) fn all(world: &mut World, call: &Call<'_>) -> Outcome {
    let with_members = call.query.get("fetchMembers") == Some(&Value::Bool(true));
    let show = |group: &Group| {
        let mut shown = shown(world, group, &call.query);
        if !with_members {
            shown["members"] = json!([]);
        }
        shown
    };
    Ok(world.groups.all.iter().map(show).collect())
}

/// `update-group`: what is not given stays as it is.
pub(super) fn update(world: &mut World, request: &Value) -> Outcome {
    let code = required(request["code"].as_str(), "code")?;
    let new_code = request["newCode"].as_str().unwrap_or(code);
    if new_code != code {
        refuse_taken(world, new_code)?;
    }
    let group = world.groups.get_mut(code)?;
    let named = [("name", &mut group.name), ("description", &mut group.description), ("type", &mut group.kind)];
    for (name, own) in named {
        if let Some(text) = request[name].as_str() {
            text.clone_into(own);
        }
    }
    new_code.clone_into(&mut group.code);
    group.custom_data.extend(request["customData"].as_object().cloned().unwrap_or_default());
    world.roles.rename_target("GROUP", code, new_code);
    Ok(world.groups.get(new_code)?.shown(&world.users))
}

/// `delete-groups-batch`: all of them or none.
pub(super) fn delete(world: &mut World, call: &Call<'_>) -> Outcome {
    let codes: Vec<&str> = texts(&call.body["codeList"]).collect();
    for code in &codes {
        world.groups.get(code)?;
    }
    world.groups.all.retain(|group| !codes.contains(&group.code.as_str()));
    for code in codes {
        world.roles.remove_target("GROUP", code);
    }
    success()
}

fn shown(world: &World, group: &Group, options: &Map<String, Value>) -> Value {
    let mut shown = group.shown(&world.users);
    if ["withCustomData", "flatCustomData"].iter().any(|option| options.get(*option) == Some(&Value::Bool(true))) {
        shown["customData"] = group.custom_data.clone().into();
    }
    shown
}
