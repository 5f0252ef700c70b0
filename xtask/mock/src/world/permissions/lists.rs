//! What users may do, place by place.

use serde_json::{Value, json};

use super::checks::{namespace, namespace_code, user};
use super::decision::{self, Policies};
use super::{DataResource, Place, place};
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::directory::not_found;
use crate::world::{World, given, subjects};

/// `get-user-resource-permission-list`, `get-user-auth-resource-permission-list`: a user's actions at each place of a request.
pub(super) fn actions(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let policies = decision::policies(world, &user(world, call)?);
    let namespace = namespace(world, call)?;
    let list = given::texts(call, "resources").into_iter().map(|path| {
        let place = place::find(world, namespace, path);
        let found = place.as_ref().and_then(|place| Some((world.permissions.resources.get(&place.resource)?, place)));
        let actions = found.map(|(resource, place)| decision::actions(&policies, resource, place)).unwrap_or_default();
        let code = namespace_code(world, namespace, place.as_ref());
        json!({"namespaceCode": code, "actions": actions, "resource": path})
    });
    Ok(Reply::Data(json!({"permissionList": list.collect::<Value>()})))
}

/// `get-user-permission-list`: everything that some users may do, in all namespaces or in some.
pub(super) fn of_users(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let codes = given::texts(call, "namespaceCodes");
    if let Some(missing) = codes.iter().find(|code| world.namespaces.find(code).is_none()) {
        return Err(not_found("namespace", missing));
    }
    let mut list = Vec::new();
    for user_id in given::texts(call, "userIds") {
        list.extend(everything(world, &subjects::user(world, user_id, None)?, &codes));
    }
    Ok(Reply::Data(json!({"userPermissionList": list})))
}

/// `get-user-auth-resource-list`: everything that the signed-in user may do.
pub(super) fn mine(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let user_id = subjects::signed_in(world, call)?;
    Ok(Reply::Data(json!({"userPermissionList": everything(world, &user_id, &[])})))
}

/// `list-resource-targets`: the users who may do each action at each place of a request.
pub(super) fn users(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let namespace = namespace(world, call)?;
    let users: Vec<(&str, Policies<'_>)> =
        world.users.iter().map(|user| (user.id(), decision::policies(world, user.id()))).collect();
    let list = given::texts(call, "resources").into_iter().map(|path| {
        let place = place::find(world, namespace, path);
        let actions = given::texts(call, "actions").into_iter().map(|action| {
            let may =
                |policies: &Policies<'_>| place.as_ref().is_some_and(|place| decision::allow(policies, place, action));
            let user_ids = users.iter().filter(|(_, policies)| may(policies)).map(|(user_id, _)| *user_id);
            json!({"userIds": user_ids.collect::<Vec<_>>(), "action": action})
        });
        json!({"resource": path, "actionAuthList": actions.collect::<Value>()})
    });
    Ok(Reply::Data(json!({"authUserList": list.collect::<Value>()})))
}

/// What a user may do, one element for each namespace with anything in it.
fn everything(world: &World, user_id: &str, codes: &[&str]) -> Vec<Value> {
    let policies = decision::policies(world, user_id);
    let wanted = world
        .namespaces
        .iter()
        .filter(|number| codes.is_empty() || codes.contains(&world.namespaces.text(*number, "code")));
    let lists = wanted.map(|number| {
        let all = world.permissions.resources.iter().filter(|(_, resource)| resource.namespace == number);
        let list: Vec<Value> = all.filter_map(|(id, resource)| open(&policies, id, resource)).collect();
        (number, list)
    });
    let shown = |(number, list): (u64, Vec<Value>)| json!({"userId": user_id, "namespaceCode": world.namespaces.text(number, "code"), "resourceList": list});
    lists.filter(|(_, list)| !list.is_empty()).map(shown).collect()
}

/// A resource with the actions that somebody may do on it, unless there are none.
fn open(policies: &Policies<'_>, id: &str, resource: &DataResource) -> Option<Value> {
    let at = |nodes: Vec<String>| decision::actions(policies, resource, &Place { resource: id.to_owned(), nodes });
    let actions = at(Vec::new());
    let structure = resource.structure();
    let (name, authorized) = match resource.text("type") {
        "STRING" => ("strAuthorize", json!({"value": structure, "actions": actions})),
        "ARRAY" => ("arrAuthorize", json!({"values": structure, "actions": actions})),
        _ => {
            let nodes = place::nodes_of(resource).into_iter().filter_map(|node| {
                let actions = at(node.codes.clone());
                (!actions.is_empty()).then(|| node_shown(&node, &actions))
            });
            let list: Vec<Value> = nodes.collect();
            if list.is_empty() {
                return None;
            }
            ("treeAuthorize", json!({"authList": list}))
        }
    };
    let code = resource.text("resourceCode");
    let is_open = name == "treeAuthorize" || !actions.is_empty();
    is_open.then(|| json!({"resourceCode": code, "resourceType": resource.text("type"), name: authorized}))
}

fn node_shown(node: &place::Node<'_>, actions: &[String]) -> Value {
    let mut shown = json!({
        "nodePath": format!("/{}", node.codes.join("/")),
        "nodeName": node.given.get("name"),
        "nodeActions": actions,
    });
    for (given, name) in [("value", "nodeValue"), ("extendFieldValue", "nodeExtendFieldValue")] {
        if let Some(value) = node.given.get(given) {
            shown[name] = value.clone();
        }
    }
    shown
}
