//! Operations: which are there, and where.

use std::collections::BTreeMap;

use generator::model::{Api, PathTemplate, Segment, Visibility};

use super::comparison::{Comparison, Located, operations};
use super::spot::Spot;
use super::{bodies, parameters, responses, security, values};
use crate::level::Side;
use crate::rules::operations as rules;

/// Compares all operations, and follows their types.
pub(super) fn compare(comparison: &mut Comparison<'_>) {
    whole(comparison);
    let mut old = by_address(comparison.old);
    let mut new = by_address(comparison.new);
    let stayed: Vec<String> = old.keys().filter(|address| new.contains_key(*address)).cloned().collect();
    let mut both: Vec<(Located<'_>, Located<'_>)> =
        stayed.iter().filter_map(|address| old.remove(address).zip(new.remove(address))).collect();
    let mut removed: Vec<Located<'_>> = old.into_values().collect();
    let mut added: Vec<Located<'_>> = new.into_values().collect();
    removed.retain(|old| {
        let is_same = |new: &Located<'_>| {
            new.client.name == old.client.name && new.operation.wire_name == old.operation.wire_name
        };
        let Some(index) = added.iter().position(is_same) else { return true };
        both.push((*old, added.remove(index)));
        false
    });
    for operation in removed {
        let message = format!("`{}` is gone", operation.request());
        comparison.tell(
            &operation.spot(),
            &rules::REMOVED,
            message,
            [Some(operation.operation.wire_name.clone()), None],
        );
    }
    for operation in added {
        let message = format!("`{}` is new", operation.request());
        comparison.tell(&operation.spot(), &rules::ADDED, message, [None, Some(operation.operation.wire_name.clone())]);
    }
    for (old, new) in both {
        one(comparison, old, new);
    }
}

/// Operations by client, method and path, in which variables have no names: they say nothing to the service.
fn by_address(api: &Api) -> BTreeMap<String, Located<'_>> {
    let key = |located: &Located<'_>| {
        format!("{} {} {}", located.client.name, located.operation.method.as_str(), nameless(&located.operation.path))
    };
    operations(api).map(|located| (key(&located), located)).collect()
}

fn nameless(path: &PathTemplate) -> String {
    let segment = |segment: &Segment| match segment {
        Segment::Literal(text) => text.clone(),
        Segment::Variable(_) => "{}".to_owned(),
    };
    path.segments.iter().map(segment).collect()
}

fn one(comparison: &mut Comparison<'_>, old: Located<'_>, new: Located<'_>) {
    let spot = new.spot();
    let (before, after) = (old.operation, new.operation);
    if (before.method, nameless(&before.path)) != (after.method, nameless(&after.path)) {
        let message = format!("`{}` is `{}`", old.request(), new.request());
        comparison.tell(&spot, &rules::MOVED, message, [Some(old.request()), Some(new.request())]);
    }
    if before.wire_name != after.wire_name {
        let message = format!("`{}` has the id `{}` and had `{}`", new.request(), after.wire_name, before.wire_name);
        let change = [Some(before.wire_name.clone()), Some(after.wire_name.clone())];
        comparison.tell(&spot, &rules::RENAMED, message, change);
    }
    visibility(comparison, &old.spot(), &spot, [before.visibility, after.visibility]);
    if old.area.wire_name != new.area.wire_name {
        let message = format!("`{}` stands under `{}`", new.request(), new.area.wire_name);
        let change = [Some(old.area.wire_name.clone()), Some(new.area.wire_name.clone())];
        comparison.tell(&spot, &rules::AREA_CHANGED, message, change);
    }
    match (before.deprecation.is_some(), after.deprecation.is_some()) {
        (false, true) => {
            comparison.tell(&spot, &rules::DEPRECATED, format!("`{}` is deprecated", spot.path), [None, None]);
        }
        (true, false) => {
            let message = format!("`{}` is deprecated no more", spot.path);
            comparison.tell(&spot, &rules::REACTIVATED, message, [None, None]);
        }
        _ => {}
    }
    if (&before.title, &before.docs) != (&after.title, &after.docs) {
        let change = [values::text(&before.docs), values::text(&after.docs)];
        comparison.tell(&spot, &rules::TEXT_CHANGED, format!("the text of `{}` is another", spot.path), change);
    }
    parameters::compare(comparison, old, new);
    bodies::compare(comparison, old, new);
    responses::compare(comparison, old, new);
    security::compare(comparison, &spot.on(Side::Request), &before.security, &after.security);
}

fn visibility(comparison: &mut Comparison<'_>, old: &Spot, new: &Spot, [before, after]: [Visibility; 2]) {
    match (before, after) {
        (Visibility::Public, Visibility::Hidden) => {
            let message = format!("`{}` is hidden from SDKs", new.path);
            // Its method is the one that it had.
            comparison.tell(&new.with_item(old.item.clone()), &rules::HIDDEN, message, [None, None]);
        }
        (Visibility::Hidden, Visibility::Public) => {
            comparison.tell(new, &rules::SHOWN, format!("`{}` is hidden from SDKs no more", new.path), [None, None]);
        }
        _ => {}
    }
}

/// What belongs to no operation.
fn whole(comparison: &mut Comparison<'_>) {
    let (old, new) = (comparison.old, comparison.new);
    let spot = Spot {
        side: Side::Neither,
        path: "description".to_owned(),
        place: generator::model::Place::default(),
        callers: Vec::new(),
        item: None,
        is_reached: true,
    };
    if old.envelope != new.envelope {
        let message = "answers are wrapped in another way".to_owned();
        comparison.tell(&spot.on(Side::Response), &rules::ENVELOPE_CHANGED, message, [None, None]);
    }
    if old.package.api_version != new.package.api_version {
        let change = [Some(old.package.api_version.clone()), Some(new.package.api_version.clone())];
        comparison.tell(&spot, &rules::VERSION_CHANGED, "the description has another version".to_owned(), change);
    }
    for client in &new.clients {
        let Some(other) = old.clients.iter().find(|other| other.name == client.name) else { continue };
        if other.base_url != client.base_url {
            let message = format!("`{}` has another server", client.name);
            let change = [other.base_url.clone(), client.base_url.clone()];
            comparison.tell(&spot.on(Side::Request), &rules::SERVER_CHANGED, message, change);
        }
    }
}
