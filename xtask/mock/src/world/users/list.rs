//! Lists of users.

use serde_json::{Value, json};

use super::{User, shown};
use crate::answer::Failure;
use crate::call::Call;
use crate::world::list::{Condition, Page, mentions, sort};
use crate::world::outcome::{Outcome, items, texts};
use crate::world::{World, clock};

/// The fields that keywords are looked for in, unless `fuzzySearchOn` names others.
const SEARCHED: [&str; 6] = ["phone", "email", "name", "username", "nickname", "identityNumber"];

/// `list-users` with keywords, conditions and order.
pub(super) fn searched(world: &mut World, call: &Call<'_>) -> Outcome {
    if call.body.get("searchQuery").is_some() {
        return Err(Failure::plain(422, "the mock does not know the language of searchQuery; use advancedFilter"));
    }
    let options = &call.body["options"];
    let page = Page::read(options["pagination"].as_object())?;
    let conditions: Vec<Condition<'_>> =
        items(&call.body["advancedFilter"]).iter().map(Condition::read).collect::<Result<_, _>>()?;
    let named: Vec<&str> = texts(&options["fuzzySearchOn"]).collect();
    let fields = if named.is_empty() { &SEARCHED[..] } else { &named };
    let keywords = call.body_text("/keywords").unwrap_or_default();
    let is_meant = |user: &&User| {
        let is_found = || mentions(fields.iter().map(|field| user.field(field).and_then(Value::as_str)), keywords);
        (keywords.is_empty() || is_found())
            && conditions.iter().all(|condition| condition.holds(user.field(condition.field)))
    };
    let mut users: Vec<&User> = world.users.iter().filter(is_meant).collect();
    sort(&mut users, &options["sort"], |user, field| user.field(field));
    Ok(page.of(&users, |user| shown(user, options.as_object())))
}

/// The older `list-users`, by status and by the time of the last change, in seconds since 1970.
pub(super) fn filtered(world: &mut World, call: &Call<'_>) -> Outcome {
    let page = Page::read(Some(&call.query))?;
    let status = call.query_text("status");
    let (start, end) = (seconds(call, "updatedAtStart"), seconds(call, "updatedAtEnd"));
    let is_meant = |user: &&User| {
        let changed = at(user, "updatedAt");
        status.is_none_or(|status| user.text("status") == Some(status))
            && start.is_none_or(|start| changed >= start)
            && end.is_none_or(|end| changed <= end)
    };
    let users: Vec<&User> = world.users.iter().filter(is_meant).collect();
    Ok(page.of(&users, |user| shown(user, Some(&call.query))))
}

/// `list-archived-users`, since a time in seconds since 1970.
pub(super) fn archived(world: &mut World, call: &Call<'_>) -> Outcome {
    let page = Page::read(Some(&call.query))?;
    let start = seconds(call, "startAt");
    let is_meant = |user: &&User| {
        let is_late_enough = start.is_none_or(|start| at(user, "statusChangedAt") >= start);
        user.text("status") == Some("Archived") && is_late_enough
    };
    let users: Vec<&User> = world.users.iter().filter(is_meant).collect();
    Ok(page.of(&users, |user| json!({"userId": user.id(), "archivedAt": user.field("statusChangedAt")})))
}

/// A query parameter in seconds as milliseconds.
fn seconds(call: &Call<'_>, name: &str) -> Option<i64> {
    call.query.get(name).and_then(Value::as_i64).map(|seconds| seconds.saturating_mul(1000))
}

/// A time of the profile in milliseconds; what never happened lies before everything.
fn at(user: &User, property: &str) -> i64 {
    user.text(property).and_then(clock::in_milliseconds).unwrap_or(i64::MIN)
}
