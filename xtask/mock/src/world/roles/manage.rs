//! Roles are created, found, changed and deleted.

use serde_json::{Value, json};

use super::{DEFAULT_NAMESPACE, Role};
use crate::answer::Failure;
use crate::call::Call;
use crate::world::World;
use crate::world::list::{Page, mentions};
use crate::world::outcome::{Outcome, items, required, success, texts};

/// `create-role`. A role without a name is called by its code.
pub(super) fn create(world: &mut World, request: &Value) -> Outcome {
    let code = required(request["code"].as_str(), "code")?;
    let namespace = request["namespace"].as_str();
    refuse_taken(world, namespace, code)?;
    let role = Role {
        id: world.next_id(),
        code: code.to_owned(),
        namespace: namespace.unwrap_or(DEFAULT_NAMESPACE).to_owned(),
        name: request["name"].as_str().unwrap_or(code).to_owned(),
        description: request["description"].as_str().unwrap_or_default().to_owned(),
        status: "ENABLE".to_owned(),
        disable_time: disable_time(request)?,
        enable_permission_apply: false,
        custom_data: serde_json::Map::new(),
        assignments: Vec::new(),
    };
    let shown = role.shown();
    world.roles.all.push(role);
    Ok(shown)
}

/// `create-roles-batch`: all of them or none.
pub(super) fn create_several(world: &mut World, call: &Call<'_>) -> Outcome {
    let before = world.roles.clone();
    for request in items(&call.body["list"]) {
        if let Err(failure) = create(world, request) {
            world.roles = before;
            return Err(failure);
        }
    }
    success()
}

/// `get-role`.
pub(super) fn get(world: &mut World, call: &Call<'_>) -> Outcome {
    let code = required(call.query_text("code"), "code")?;
    world.roles.get(call.query_text("namespace"), code).map(Role::shown)
}

/// `list-roles` of one namespace.
pub(super) fn list(world: &mut World, call: &Call<'_>) -> Outcome {
    let page = Page::read(Some(&call.query))?;
    let namespace = call.query_text("namespace").unwrap_or(DEFAULT_NAMESPACE);
    let keywords = call.query_text("keywords").unwrap_or_default();
    let is_meant =
        |role: &&Role| role.namespace == namespace && mentions([Some(role.code.as_str()), Some(&role.name)], keywords);
    let roles: Vec<&Role> = world.roles.all.iter().filter(is_meant).collect();
    Ok(page.of(&roles, |role| role.shown()))
}

/// `update-role`: what is not given stays as it is.
pub(super) fn update(world: &mut World, call: &Call<'_>) -> Outcome {
    let code = required(call.body_text("/code"), "code")?;
    let namespace = call.body_text("/namespace");
    let new_code = call.body_text("/newCode").unwrap_or(code);
    if new_code != code {
        refuse_taken(world, namespace, new_code)?;
    }
    let disable_time = disable_time(&call.body)?;
    let role = world.roles.get_mut(namespace, code)?;
    let named = [("/name", &mut role.name), ("/description", &mut role.description), ("/status", &mut role.status)];
    for (pointer, own) in named {
        if let Some(text) = call.body_text(pointer) {
            text.clone_into(own);
        }
    }
    role.disable_time = disable_time.or(role.disable_time);
    role.enable_permission_apply = call.body["enablePermissionApply"].as_bool().unwrap_or(role.enable_permission_apply);
    new_code.clone_into(&mut role.code);
    success()
}

/// `delete-roles-batch`: all of them or none.
pub(super) fn delete(world: &mut World, call: &Call<'_>) -> Outcome {
    let namespace = call.body_text("/namespace");
    let roles: Vec<_> = texts(&call.body["codeList"]).map(|code| (namespace, code)).collect();
    remove(world, &roles)
}

/// `multiple-namespace-delete-roles-batch`: all of them or none.
pub(super) fn delete_in_namespaces(world: &mut World, call: &Call<'_>) -> Outcome {
    let roles: Vec<_> = items(&call.body["roleList"])
        .iter()
        .map(|item| Ok((item["namespace"].as_str(), required(item["code"].as_str(), "code")?)))
        .collect::<Result<_, Failure>>()?;
    remove(world, &roles)
}

/// `check-role-params`: whether code and name are still free.
pub(super) fn check(world: &mut World, call: &Call<'_>) -> Outcome {
    let namespace = call.body_text("/namespace").unwrap_or(DEFAULT_NAMESPACE);
    let (code, name) = (call.body_text("/code"), call.body_text("/name"));
    let mut others = world.roles.all.iter().filter(|role| role.namespace == namespace);
    let is_taken = others.any(|role| Some(role.code.as_str()) == code || Some(role.name.as_str()) == name);
    let message = if is_taken { "another role of the namespace has this code or name" } else { "" };
    Ok(json!({"isValid": !is_taken, "message": message}))
}

fn remove(world: &mut World, roles: &[(Option<&str>, &str)]) -> Outcome {
    for (namespace, code) in roles {
        world.roles.get(*namespace, code)?;
    }
    world.roles.all.retain(|role| roles.iter().all(|(namespace, code)| !role.is(*namespace, code)));
    success()
}

/// A code that another role of the namespace has is refused.
fn refuse_taken(world: &World, namespace: Option<&str>, code: &str) -> Result<(), Failure> {
    match world.roles.get(namespace, code) {
        Ok(_) => Err(Failure::plain(409, format!("there is another role with the code {code} in the namespace"))),
        Err(_) => Ok(()),
    }
}

/// Requests have it as a text, answers as a number.
fn disable_time(request: &Value) -> Result<Option<i64>, Failure> {
    let Some(text) = request["disableTime"].as_str() else { return Ok(None) };
    let time = text.parse().map_err(|_| Failure::plain(400, "disableTime is a number of milliseconds since 1970"))?;
    Ok(Some(time))
}
