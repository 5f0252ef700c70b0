//! Applications are created, found, changed and deleted.

use serde_json::{Map, Value, json};

use super::{Application, defaults};
use crate::answer::Failure;
use crate::call::Call;
use crate::world::World;
use crate::world::list::{Page, mentions};
use crate::world::outcome::{Outcome, given, required, success};

/// What an application is in brief (`ApplicationSimpleInfoDto`).
const IN_BRIEF: [&str; 7] =
    ["appId", "appIdentifier", "appName", "appLogo", "appDescription", "appType", "isIntegrateApp"];

/// `create-application`.
pub(super) fn create(world: &mut World, call: &Call<'_>) -> Outcome {
    required(call.body_text("/appName"), "appName")?;
    if let Some(identifier) = call.body_text("/appIdentifier") {
        refuse_taken(world, identifier, None)?;
    }
    let id = world.next_id();
    let mut properties = defaults::of(&id, &world.settings.user_pool_id);
    merge(&mut properties, given(&call.body));
    // What a template is filled with shows in nothing that the mock makes of it.
    properties.remove("templateData");
    let secret = world.next_id();
    world.applications.all.push(Application { properties: properties.clone(), secret });
    Ok(properties.into())
}

/// `get-application`.
pub(super) fn get(world: &mut World, call: &Call<'_>) -> Outcome {
    let application = world.applications.get(required(call.query_text("appId"), "appId")?)?;
    Ok(application.properties.clone().into())
}

/// `get-application-simple-info`.
pub(super) fn get_in_brief(world: &mut World, call: &Call<'_>) -> Outcome {
    world.applications.get(required(call.query_text("appId"), "appId")?).map(in_brief)
}

/// `list-applications`.
pub(super) fn list(world: &mut World, call: &Call<'_>) -> Outcome {
    let page = Page::read(Some(&call.query))?;
    Ok(page.of(&wanted(world, call), |application| application.properties.clone().into()))
}

/// `list-application-simple-info`.
pub(super) fn list_in_brief(world: &mut World, call: &Call<'_>) -> Outcome {
    let page = Page::read(Some(&call.query))?;
    Ok(page.of(&wanted(world, call), |application| in_brief(application)))
}

/// `update-application`: what is not given stays as it is, in the settings within too.
pub(super) fn update(world: &mut World, call: &Call<'_>) -> Outcome {
    let id = required(call.body_text("/appId"), "appId")?;
    world.applications.get(id)?;
    if let Some(identifier) = call.body_text("/appIdentifier") {
        refuse_taken(world, identifier, Some(id))?;
    }
    let mut changes = given(&call.body);
    changes.remove("templateData");
    merge(&mut world.applications.get_mut(id)?.properties, changes);
    success()
}

/// `delete-application`.
pub(super) fn delete(world: &mut World, call: &Call<'_>) -> Outcome {
    let id = required(call.body_text("/appId"), "appId")?;
    world.applications.get(id)?;
    world.applications.all.retain(|application| !application.is("appId", id));
    success()
}

/// `check-domain-available`.
pub(super) fn check_domain(world: &mut World, call: &Call<'_>) -> Outcome {
    let domain = required(call.body_text("/domain"), "domain")?;
    Ok(json!({"available": refuse_taken(world, domain, None).is_ok()}))
}

/// The applications that a list's parameters ask for. Without a kind, or with `all`, it is those of every kind.
fn wanted<'a>(world: &'a World, call: &Call<'_>) -> Vec<&'a Application> {
    let is_asked = |name: &str| call.query.get(name) == Some(&Value::Bool(true));
    let (integrated, self_built) = (is_asked("isIntegrateApp"), is_asked("isSelfBuiltApp"));
    let any_kind = is_asked("all") || integrated == self_built;
    let keywords = call.query_text("keywords").unwrap_or_default();
    let is_on = |application: &Application, name: &str| application.properties.get(name) == Some(&Value::Bool(true));
    let is_meant = |application: &&Application| {
        (any_kind || is_on(application, "isIntegrateApp") == integrated)
            && (!is_asked("ssoEnabled") || is_on(application, "ssoEnabled"))
            && mentions(["appName", "appIdentifier"].map(|name| application.text(name)), keywords)
    };
    world.applications.all.iter().filter(is_meant).collect()
}

fn in_brief(application: &Application) -> Value {
    let mut properties = application.properties.clone();
    properties.retain(|name, _| IN_BRIEF.contains(&name.as_str()));
    properties.into()
}

/// Puts changes over what is there; objects are merged, everything else is replaced.
fn merge(properties: &mut Map<String, Value>, changes: Map<String, Value>) {
    for (name, change) in changes {
        match (properties.get_mut(&name), change) {
            (Some(Value::Object(own)), Value::Object(change)) => merge(own, change),
            (_, change) => _ = properties.insert(name, change),
        }
    }
}

/// An identifier that another application has is refused.
fn refuse_taken(world: &World, identifier: &str, own_id: Option<&str>) -> Result<(), Failure> {
    let mut others = world.applications.all.iter().filter(|application| application.text("appId") != own_id);
    if others.any(|application| application.is("appIdentifier", identifier)) {
        return Err(Failure::new(409, 2039, format!("there is another application with the identifier {identifier}")));
    }
    Ok(())
}
