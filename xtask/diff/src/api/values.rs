//! What properties and parameters have in common: a type, presence, limits, a default, texts.

use generator::model::{Constraints, Docs, Field, Literal, Parameter, Presence, TypeRef};

use super::comparison::Comparison;
use super::limits;
use super::relation::{Relation, relation};
use super::spot::Spot;
use super::wording::{literal, presence, spelled};
use crate::rule::Rule;
use crate::rules::schemas as rules;

/// A property or a parameter.
#[derive(Clone, Copy)]
pub(super) struct Value<'a> {
    ty: &'a TypeRef,
    presence: Presence,
    default: Option<&'a Literal>,
    example: Option<&'a Literal>,
    constraints: &'a Constraints,
    deprecated: bool,
    docs: &'a Docs,
}

/// The rules that have names of their own for properties and for parameters.
pub(super) struct Rules {
    pub(super) became_required: &'static Rule,
    pub(super) became_optional: &'static Rule,
    pub(super) nullable: Option<Nullable>,
    pub(super) types: Types,
}

/// The rules of null.
pub(super) struct Nullable {
    pub(super) became: &'static Rule,
    pub(super) became_not: &'static Rule,
}

/// The rules of a type that changed.
pub(super) struct Types {
    pub(super) changed: &'static Rule,
    pub(super) widened: &'static Rule,
    pub(super) narrowed: &'static Rule,
}

impl<'a> From<&'a Field> for Value<'a> {
    fn from(field: &'a Field) -> Self {
        let Field { ty, presence, default, example, constraints, deprecation, docs, .. } = field;
        let (default, example) = (default.as_ref(), example.as_ref());
        Self { ty, presence: *presence, default, example, constraints, deprecated: deprecation.is_some(), docs }
    }
}

impl<'a> From<&'a Parameter> for Value<'a> {
    fn from(parameter: &'a Parameter) -> Self {
        let Parameter { ty, presence, default, example, constraints, deprecation, docs, .. } = parameter;
        let (default, example) = (default.as_ref(), example.as_ref());
        Self { ty, presence: *presence, default, example, constraints, deprecated: deprecation.is_some(), docs }
    }
}

/// Compares two values; messages call them `what`.
pub(super) fn compare(
    comparison: &mut Comparison<'_>,
    spot: &Spot,
    what: &str,
    old: Value<'_>,
    new: Value<'_>,
    by: &Rules,
) {
    presences(comparison, spot, what, old.presence, new.presence, by);
    if types(comparison, spot, what, old.ty, new.ty, &by.types) == Relation::Same {
        limits::compare(comparison, spot, what, new.ty, old.constraints, new.constraints);
    }
    defaults(comparison, spot, what, old.default, new.default);
    deprecation(comparison, spot, what, old.deprecated, new.deprecated);
    texts(comparison, spot, what, old.docs, new.docs);
    if old.example != new.example {
        let change = [literal(old.example), literal(new.example)];
        comparison.tell(spot, &rules::EXAMPLE_CHANGED, format!("{what} has another example"), change);
    }
}

fn presences(comparison: &mut Comparison<'_>, spot: &Spot, what: &str, old: Presence, new: Presence, by: &Rules) {
    let is_nullable = |presence| matches!(presence, Presence::Nullable | Presence::OptionalNullable);
    let change = || [Some(presence(old)), Some(presence(new))];
    match (old.is_required(), new.is_required()) {
        (false, true) => comparison.tell(spot, by.became_required, format!("{what} is required now"), change()),
        (true, false) => comparison.tell(spot, by.became_optional, format!("{what} is optional now"), change()),
        _ => {}
    }
    let Some(nullable) = &by.nullable else { return };
    match (is_nullable(old), is_nullable(new)) {
        (false, true) => comparison.tell(spot, nullable.became, format!("{what} may be null now"), change()),
        (true, false) => comparison.tell(spot, nullable.became_not, format!("{what} may be null no more"), change()),
        _ => {}
    }
}

/// Compares two types, and tells how they relate.
pub(super) fn types(
    comparison: &mut Comparison<'_>,
    spot: &Spot,
    what: &str,
    old: &TypeRef,
    new: &TypeRef,
    by: &Types,
) -> Relation {
    let (old_types, new_types) = (&comparison.old.types, &comparison.new.types);
    let found = relation((old_types, old), (new_types, new));
    let (before, after) = (spelled(old_types, old), spelled(new_types, new));
    let rule = match found {
        Relation::Same => return found,
        Relation::Widened => by.widened,
        Relation::Narrowed => by.narrowed,
        Relation::Changed => by.changed,
    };
    let message = format!("{what} was `{before}` and is `{after}`");
    comparison.tell(spot, rule, message, [Some(before), Some(after)]);
    found
}

fn defaults(comparison: &mut Comparison<'_>, spot: &Spot, what: &str, old: Option<&Literal>, new: Option<&Literal>) {
    let (rule, message) = match (old, new) {
        (None, Some(new)) => (&rules::DEFAULT_ADDED, format!("{what} has the default `{new}`")),
        (Some(old), None) => (&rules::DEFAULT_REMOVED, format!("{what} has the default `{old}` no more")),
        (Some(old), Some(new)) if old != new => {
            (&rules::DEFAULT_CHANGED, format!("{what} had the default `{old}` and has `{new}`"))
        }
        _ => return,
    };
    comparison.tell(spot, rule, message, [literal(old), literal(new)]);
}

/// Compares whether something should no longer be used.
pub(super) fn deprecation(comparison: &mut Comparison<'_>, spot: &Spot, what: &str, old: bool, new: bool) {
    match (old, new) {
        (false, true) => comparison.tell(spot, &rules::DEPRECATED, format!("{what} is deprecated"), [None, None]),
        (true, false) => {
            comparison.tell(spot, &rules::REACTIVATED, format!("{what} is deprecated no more"), [None, None]);
        }
        _ => {}
    }
}

/// Compares texts.
pub(super) fn texts(comparison: &mut Comparison<'_>, spot: &Spot, what: &str, old: &Docs, new: &Docs) {
    if old != new {
        let change = [text(old), text(new)];
        comparison.tell(spot, &rules::TEXT_CHANGED, format!("the text of {what} is another"), change);
    }
}

/// All that a text says.
pub(super) fn text(docs: &Docs) -> Option<String> {
    let parts: Vec<&str> = [&docs.summary, &docs.description].into_iter().flatten().map(String::as_str).collect();
    (!parts.is_empty()).then(|| parts.join("\n\n"))
}
