//! What operations answer.

use generator::model::{Response, Status};

use super::comparison::{Comparison, Located};
use super::limits;
use super::relation::Relation;
use super::spot::Spot;
use super::values::{self, Types};
use crate::level::Side;
use crate::rules::responses as rules;

/// Compares the answers of an operation, and follows their types.
pub(super) fn compare(comparison: &mut Comparison<'_>, old: Located<'_>, new: Located<'_>) {
    let spot = new.spot().on(Side::Response);
    let (before, after) = (&old.operation.responses.all, &new.operation.responses.all);
    for response in before {
        let status = named(response.status);
        let spot = spot.at(&format!(" {status}"));
        match after.iter().find(|other| other.status == response.status) {
            Some(other) => one(comparison, new, &spot, response, other),
            None => {
                let is_success = response.status.is_success();
                let rule = if is_success { &rules::SUCCESS_REMOVED } else { &rules::FAILURE_REMOVED };
                let message = format!("`{}` answers {status} no more", new.request());
                comparison.tell(&spot, rule, message, [Some(status), None]);
            }
        }
    }
    for response in after.iter().filter(|response| !before.iter().any(|other| other.status == response.status)) {
        let status = named(response.status);
        let spot = spot.at(&format!(" {status}"));
        let rule = if response.status.is_success() { &rules::SUCCESS_ADDED } else { &rules::FAILURE_ADDED };
        let message = format!("`{}` may answer {status}", new.request());
        comparison.tell(&spot, rule, message, [None, Some(status)]);
    }
}

fn named(status: Status) -> String {
    match status {
        Status::Code(code) => code.to_string(),
        Status::Class(digit) => format!("{digit}XX"),
        Status::Default => "default".to_owned(),
    }
}

fn one(comparison: &mut Comparison<'_>, new: Located<'_>, spot: &Spot, before: &Response, after: &Response) {
    let path = &spot.path;
    let what = format!("the answer `{path}`");
    headers(comparison, spot, before, after);
    match (before.contents.first(), after.contents.first()) {
        (None, None) => return,
        (None, Some(content)) => {
            let change = [None, Some(content.media_type.clone())];
            return comparison.tell(spot, &rules::BODY_ADDED, format!("{what} has a body"), change);
        }
        (Some(content), None) => {
            let change = [Some(content.media_type.clone()), None];
            return comparison.tell(spot, &rules::BODY_REMOVED, format!("{what} has a body no more"), change);
        }
        (Some(_), Some(_)) => {}
    }
    let find = |response: &Response, name: &str| response.contents.iter().any(|other| other.media_type == name);
    for content in before.contents.iter().filter(|content| !find(after, &content.media_type)) {
        let name = content.media_type.clone();
        let message = format!("{what} comes as `{name}` no more");
        comparison.tell(spot, &rules::MEDIA_TYPE_REMOVED, message, [Some(name), None]);
    }
    for content in after.contents.iter().filter(|content| !find(before, &content.media_type)) {
        let name = content.media_type.clone();
        comparison.tell(spot, &rules::MEDIA_TYPE_ADDED, format!("{what} may come as `{name}`"), [None, Some(name)]);
    }
    let mut said = Vec::new();
    for content in &before.contents {
        let Some(other) = after.contents.iter().find(|other| other.media_type == content.media_type) else { continue };
        if said.contains(&(&content.ty, &other.ty)) {
            continue;
        }
        said.push((&content.ty, &other.ty));
        if values::types(comparison, spot, &what, &content.ty, &other.ty, &TYPES) == Relation::Same {
            limits::compare(comparison, spot, &what, &other.ty, &content.constraints, &other.constraints);
        }
        let apis = (comparison.old, comparison.new);
        comparison.pairs.follow(apis, new, Side::Response, &content.ty, &other.ty);
    }
}

const TYPES: Types =
    Types { changed: &rules::TYPE_CHANGED, widened: &rules::TYPE_WIDENED, narrowed: &rules::TYPE_NARROWED };

/// Headers have no types here: the crate keeps them as text.
fn headers(comparison: &mut Comparison<'_>, spot: &Spot, before: &Response, after: &Response) {
    // Names of headers have no case.
    let is_in = |response: &Response, name: &str| {
        response.headers.iter().any(|header| header.wire_name.eq_ignore_ascii_case(name))
    };
    for header in before.headers.iter().filter(|header| !is_in(after, &header.wire_name)) {
        let spot = spot.at(&format!(" header.{}", header.wire_name));
        let change = [Some(header.wire_name.clone()), None];
        comparison.tell(&spot, &rules::HEADER_REMOVED, format!("`{}` is gone", spot.path), change);
    }
    for header in after.headers.iter().filter(|header| !is_in(before, &header.wire_name)) {
        let spot = spot.at(&format!(" header.{}", header.wire_name));
        let change = [None, Some(header.wire_name.clone())];
        comparison.tell(&spot, &rules::HEADER_ADDED, format!("`{}` is new", spot.path), change);
    }
}
