//! The operations on namespaces, each for both families.

use serde_json::{Map, Value, json};

use super::DEFAULT;
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::directory::{conflict, not_found, success};
use crate::world::{World, given, page};

const GIVEN: [&str; 3] = ["code", "name", "description"];

/// `create-namespace`.
pub(super) fn create(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    given::text(call, "code")?;
    let properties = given::properties(&call.body, &GIVEN);
    add(world, vec![properties.clone()])?;
    Ok(Reply::Data(properties.into()))
}

/// `create-namespaces-batch`: all of them or, when one cannot be, none.
pub(super) fn create_several(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let list = given::value(call, "list").map(given::elements).unwrap_or_default();
    add(world, list.iter().map(|namespace| given::properties(namespace, &GIVEN)).collect())?;
    Ok(success())
}

/// `get-namespace`.
pub(super) fn one(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let number = find(world, given::text(call, "code")?)?;
    Ok(Reply::Data(shown(world, number)))
}

/// `get-namespaces-batch`: those that there are.
pub(super) fn several(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let numbers = codes(call).into_iter().filter_map(|code| world.namespaces.find(code));
    Ok(Reply::Data(numbers.map(|number| shown(world, number)).collect()))
}

/// `list-namespaces`: all, or those with the keywords in their code or name.
pub(super) fn list(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let keywords = given::optional(call, "keywords").or_else(|| given::optional(call, "query")).unwrap_or_default();
    let all = world.namespaces.by_number.values();
    let found = all.filter(|namespace| given::mentions(namespace, &["code", "name"], keywords)).cloned();
    let list = found.map(|mut namespace| {
        // A name may be left out when a namespace is created, but not when it is listed.
        let code = namespace.get("code").cloned().unwrap_or_default();
        namespace.entry("name").or_insert(code);
        Value::Object(namespace)
    });
    Ok(Reply::Data(page::paged(list.collect(), call)?))
}

/// `update-namespace`: what is not given stays as it is, and what is in the namespace stays in it.
pub(super) fn update(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let code = given::text(call, "code")?;
    let number = find(world, code)?;
    let mut changes = given::properties(&call.body, &["name", "description"]);
    if let Some(new) = given::optional(call, "newCode").filter(|new| *new != code) {
        check_changeable(code)?;
        check_free(world, new)?;
        changes.insert("code".to_owned(), json!(new));
    }
    if let Some(namespace) = world.namespaces.by_number.get_mut(&number) {
        namespace.extend(changes);
    }
    Ok(Reply::Data(shown(world, number)))
}

/// `delete-namespace`: with the resources in it.
pub(super) fn delete(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    remove(world, &[given::text(call, "code")?])?;
    Ok(success())
}

/// `delete-namespaces-batch`: all of them or, when one cannot be, none.
pub(super) fn delete_several(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    remove(world, &codes(call))?;
    Ok(success())
}

/// `check-permission-namespace-exists`: whether the code or name is still free.
pub(super) fn is_free(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let taken = |name: &str| {
        let wanted = given::value(call, name);
        wanted.is_some() && world.namespaces.by_number.values().any(|namespace| namespace.get(name) == wanted)
    };
    Ok(Reply::Data(json!({"isValid": !taken("code") && !taken("name")})))
}

/// The two families have two names for a list of codes.
fn codes<'a>(call: &'a Call<'_>) -> Vec<&'a str> {
    let mut codes = given::texts(call, "codeList");
    codes.extend(given::texts(call, "codes"));
    codes
}

fn add(world: &mut World, namespaces: Vec<Map<String, Value>>) -> Result<(), Failure> {
    let mut codes: Vec<&str> = Vec::new();
    for code in namespaces.iter().filter_map(|namespace| namespace.get("code")?.as_str()) {
        check_free(world, code)?;
        if codes.contains(&code) {
            return Err(conflict("namespace", code));
        }
        codes.push(code);
    }
    for namespace in namespaces {
        world.namespaces.add(namespace);
    }
    Ok(())
}

fn remove(world: &mut World, codes: &[&str]) -> Result<(), Failure> {
    let mut gone = Vec::new();
    for code in codes {
        check_changeable(code)?;
        gone.push(find(world, code)?);
    }
    world.namespaces.by_number.retain(|number, _| !gone.contains(number));
    world.resources.leave_namespaces(&gone);
    world.permissions.leave_namespaces(&gone);
    Ok(())
}

fn shown(world: &World, number: u64) -> Value {
    world.namespaces.by_number.get(&number).cloned().unwrap_or_default().into()
}

fn find(world: &World, code: &str) -> Result<u64, Failure> {
    world.namespaces.find(code).ok_or_else(|| not_found("namespace", code))
}

fn check_free(world: &World, code: &str) -> Result<(), Failure> {
    world.namespaces.find(code).map_or(Ok(()), |_| Err(conflict("namespace", code)))
}

/// Requests that name no namespace mean the default one, so it stays.
fn check_changeable(code: &str) -> Result<(), Failure> {
    if code == DEFAULT { Err(Failure::plain(400, "the default namespace stays, and keeps its code")) } else { Ok(()) }
}
