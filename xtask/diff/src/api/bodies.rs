//! What operations are sent.

use generator::model::{Content, RequestBody};

use super::comparison::{Comparison, Located};
use super::limits;
use super::relation::Relation;
use super::values::{self, Types};
use super::wording::presence;
use crate::level::Side;
use crate::rules::bodies as rules;

/// Compares the body of an operation, and follows its types.
pub(super) fn compare(comparison: &mut Comparison<'_>, old: Located<'_>, new: Located<'_>) {
    let spot = new.spot().on(Side::Request).at(" body");
    let (before, after) = match (&old.operation.body, &new.operation.body) {
        (None, None) => return,
        (None, Some(body)) => {
            let rule = if body.presence.is_required() { &rules::ADDED_REQUIRED } else { &rules::ADDED_OPTIONAL };
            let message = format!("`{}` takes a body", new.request());
            return comparison.tell(&spot, rule, message, [None, Some(body.content.media_type.clone())]);
        }
        (Some(body), None) => {
            let message = format!("`{}` takes a body no more", new.request());
            let change = [Some(body.content.media_type.clone()), None];
            return comparison.tell(&spot, &rules::REMOVED, message, change);
        }
        (Some(before), Some(after)) => (before, after),
    };
    let rule = match (before.presence.is_required(), after.presence.is_required()) {
        (false, true) => Some((&rules::BECAME_REQUIRED, "is required now")),
        (true, false) => Some((&rules::BECAME_OPTIONAL, "is optional now")),
        _ => None,
    };
    if let Some((rule, words)) = rule {
        let change = [Some(presence(before.presence)), Some(presence(after.presence))];
        comparison.tell(&spot, rule, format!("the body of `{}` {words}", new.request()), change);
    }
    for content in contents(before).filter(|content| find(after, content).is_none()) {
        let name = &content.media_type;
        let message = format!("`{}` takes `{name}` no more", new.request());
        comparison.tell(&spot, &rules::MEDIA_TYPE_REMOVED, message, [Some(name.clone()), None]);
    }
    for content in contents(after).filter(|content| find(before, content).is_none()) {
        let name = &content.media_type;
        let message = format!("`{}` takes `{name}`", new.request());
        comparison.tell(&spot, &rules::MEDIA_TYPE_ADDED, message, [None, Some(name.clone())]);
    }
    // Two forms of one type say the same.
    let mut said = Vec::new();
    for content in contents(before) {
        let Some(other) = find(after, content) else { continue };
        if said.contains(&(&content.ty, &other.ty)) {
            continue;
        }
        said.push((&content.ty, &other.ty));
        let what = format!("the body of `{}`", new.request());
        if values::types(comparison, &spot, &what, &content.ty, &other.ty, &TYPES) == Relation::Same {
            limits::compare(comparison, &spot, &what, &other.ty, &content.constraints, &other.constraints);
        }
        let apis = (comparison.old, comparison.new);
        comparison.pairs.follow(apis, new, Side::Request, &content.ty, &other.ty);
    }
}

const TYPES: Types =
    Types { changed: &rules::TYPE_CHANGED, widened: &rules::TYPE_WIDENED, narrowed: &rules::TYPE_NARROWED };

fn contents(body: &RequestBody) -> impl Iterator<Item = &Content> {
    std::iter::once(&body.content).chain(&body.alternatives)
}

fn find<'a>(body: &'a RequestBody, content: &Content) -> Option<&'a Content> {
    contents(body).find(|other| other.media_type == content.media_type)
}
