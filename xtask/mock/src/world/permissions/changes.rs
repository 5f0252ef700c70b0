//! Creating, changing and deleting data policies.

use serde_json::Value;

use super::decision::EVERY;
use super::{Permission, Policy, Statement, place, policies};
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::directory::{conflict, done, not_found};
use crate::world::{World, clock, given};

const GIVEN: [&str; 2] = ["policyName", "description"];

/// `create-data-policy`.
pub(super) fn create(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    check_free(world, given::text(call, "policyName")?, None)?;
    let now = clock::now();
    let policy = Policy {
        properties: given::properties(&call.body, &GIVEN),
        statements: statements(world, call)?.unwrap_or_default(),
        targets: Vec::new(),
        created_at: now.clone(),
        updated_at: now,
    };
    let id = world.next_id();
    world.permissions.policies.insert(id.clone(), policy);
    Ok(Reply::Data(policies::shown(world, &id)))
}

/// `update-data-policy`: what is not given stays as it is.
pub(super) fn update(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let id = policies::named(world, call)?;
    let changes = given::properties(&call.body, &GIVEN);
    if let Some(name) = changes.get("policyName").and_then(Value::as_str) {
        check_free(world, name, Some(&id))?;
    }
    let statements = statements(world, call)?;
    if let Some(policy) = world.permissions.policies.get_mut(&id) {
        policy.properties.extend(changes);
        policy.statements = statements.unwrap_or_else(|| std::mem::take(&mut policy.statements));
        policy.updated_at = clock::now();
    }
    Ok(Reply::Data(policies::shown(world, &id)))
}

/// `delete-data-policy`: with all its grants.
pub(super) fn delete(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let id = policies::named(world, call)?;
    world.permissions.policies.shift_remove(&id);
    Ok(done())
}

/// What a request states, if it states anything.
fn statements(world: &World, call: &Call<'_>) -> Result<Option<Vec<Statement>>, Failure> {
    let Some(list) = given::value(call, "statementList") else { return Ok(None) };
    let statement = |statement: &Value| {
        let permissions = statement.get("permissions").map(given::texts_of).unwrap_or_default();
        Ok(Statement {
            is_denial: statement.get("effect").is_some_and(|effect| effect == "DENY"),
            permissions: permissions.into_iter().map(|text| permission(world, text)).collect::<Result<_, _>>()?,
        })
    };
    given::elements(list).iter().map(statement).collect::<Result<_, _>>().map(Some)
}

/// A permission as it is written: `namespace/resource/action`, or `namespace/resource/node/action` with as many nodes as it takes.
fn permission(world: &World, text: &str) -> Result<Permission, Failure> {
    let parts = text.split_once('/').and_then(|(namespace, rest)| Some((namespace, rest.rsplit_once('/')?)));
    let malformed = || Failure::plain(400, format!("the permission {text} is not namespace/resource/action"));
    let (namespace, (path, action)) = parts.ok_or_else(malformed)?;
    let number = world.namespaces.find(namespace).ok_or_else(|| not_found("namespace", namespace))?;
    let place = place::find(world, Some(number), path).ok_or_else(|| not_found("data resource or node", path))?;
    let resource = world.permissions.resources.get(&place.resource);
    if action != EVERY && !resource.is_some_and(|resource| resource.actions().contains(&action)) {
        return Err(Failure::plain(400, format!("the data resource of {path} has no action {action}")));
    }
    Ok(Permission { place, action: action.to_owned() })
}

/// Names are unique in the pool.
fn check_free(world: &World, name: &str, itself: Option<&str>) -> Result<(), Failure> {
    let mut others = world.permissions.policies.iter().filter(|(id, _)| Some(id.as_str()) != itself);
    let is_taken = others.any(|(_, policy)| policy.properties.get("policyName").is_some_and(|it| it == name));
    if is_taken { Err(conflict("data policy", name)) } else { Ok(()) }
}
