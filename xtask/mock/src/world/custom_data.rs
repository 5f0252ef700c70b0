//! Custom data of users, groups and roles.

use http::Method;
use serde_json::{Map, Value};

use super::outcome::{items, reply, required, success};
use super::users::unknown;
use super::{Handler, World};
use crate::answer::Failure;
use crate::call::{Call, Reply};

/// The handler of an operation on custom data, where it has one.
pub(super) fn handler(method: &Method, path: &str) -> Option<Handler> {
    Some(match (method.as_str(), path) {
        ("POST", "/api/v3/set-custom-data") => set,
        ("GET", "/api/v3/get-custom-data") => get,
        _ => return None,
    })
}

/// `set-custom-data`: keys that are not given keep their values.
fn set(world: &mut World, call: &Call<'_>) -> Reply {
    let text = |name: &str| call.body.get(name).and_then(Value::as_str);
    let Some(found) = find(world, text) else { return Reply::Sample };
    reply(found.and_then(|custom_data| {
        for item in items(&call.body["list"]) {
            let key = required(item["key"].as_str(), "key")?;
            custom_data.insert(key.to_owned(), item["value"].clone());
        }
        success()
    }))
}

/// `get-custom-data`.
fn get(world: &mut World, call: &Call<'_>) -> Reply {
    let Some(found) = find(world, |name| call.query_text(name)) else { return Reply::Sample };
    reply(found.map(|custom_data| custom_data.clone().into()))
}

/// The custom data of what `targetType` and `targetIdentifier` name, where this part knows that kind of thing.
fn find<'w, 'c>(
    world: &'w mut World,
    text: impl Fn(&str) -> Option<&'c str>,
) -> Option<Result<&'w mut Map<String, Value>, Failure>> {
    let id = match required(text("targetIdentifier"), "targetIdentifier") {
        Ok(id) => id,
        Err(failure) => return Some(Err(failure)),
    };
    Some(match text("targetType").unwrap_or_default() {
        "USER" => world.users.get_mut(id).map(|user| &mut user.custom_data).ok_or_else(|| unknown(id)),
        "GROUP" => world.groups.get_mut(id).map(|group| &mut group.custom_data),
        "ROLE" => world.roles.get_mut(text("namespace"), id).map(|role| &mut role.custom_data),
        // Departments are connected here.
        _ => return None,
    })
}
