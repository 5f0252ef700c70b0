//! Properties of objects.

use generator::model::{Access, Field, Object, Rest, TypeRef};

use super::comparison::Comparison;
use super::relation::{Relation, relation};
use super::spot::Spot;
use super::values::{self, Nullable, Rules, Types, Value};
use super::wording::spelled;
use crate::level::Side;
use crate::rules::properties as rules;

const RULES: Rules = Rules {
    became_required: &rules::BECAME_REQUIRED,
    became_optional: &rules::BECAME_OPTIONAL,
    nullable: Some(Nullable { became: &rules::BECAME_NULLABLE, became_not: &rules::BECAME_NOT_NULLABLE }),
    types: Types { changed: &rules::TYPE_CHANGED, widened: &rules::TYPE_WIDENED, narrowed: &rules::TYPE_NARROWED },
};

/// Compares two objects.
pub(super) fn compare(comparison: &mut Comparison<'_>, spot: &Spot, old: &Object, new: &Object) {
    let is_in = |object: &Object, field: &Field| object.fields.iter().any(|other| other.wire_name == field.wire_name);
    let mut removed: Vec<&Field> = old.fields.iter().filter(|field| !is_in(new, field)).collect();
    let mut added: Vec<&Field> = new.fields.iter().filter(|field| !is_in(old, field)).collect();
    for (field, other) in renamed(comparison, &mut removed, &mut added) {
        let part = part(spot, other);
        let message = format!("`{}{}` is `{}`", spot.path, suffix(field), part.path);
        let change = [Some(field.wire_name.clone()), Some(other.wire_name.clone())];
        comparison.tell(&part, &rules::RENAMED, message, change);
    }
    for field in removed {
        let part = part(spot, field);
        let before = spelled(&comparison.old.types, &field.ty);
        comparison.tell(&part, &rules::REMOVED, format!("`{}` is gone", part.path), [Some(before), None]);
    }
    for field in added {
        let part = part(spot, field);
        let after = spelled(&comparison.new.types, &field.ty);
        let (rule, message) = match field.presence.is_required() {
            true => (&rules::ADDED_REQUIRED, format!("`{}` is new and required", part.path)),
            false => (&rules::ADDED_OPTIONAL, format!("`{}` is new", part.path)),
        };
        comparison.tell(&part, rule, message, [None, Some(after)]);
    }
    for field in &old.fields {
        let Some(other) = new.fields.iter().find(|other| other.wire_name == field.wire_name) else { continue };
        let part = part(spot, other);
        let what = format!("`{}`", part.path);
        values::compare(comparison, &part, &what, Value::from(field), Value::from(other), &RULES);
        access(comparison, spot, other, field.access, other.access);
    }
    rest(comparison, spot, &old.rest, &new.rest);
}

/// A property as a place. What travels one way only can be noticed on that side only.
fn part(spot: &Spot, field: &Field) -> Spot {
    let part = spot.part(&suffix(field), Some(field.name.plain()));
    match (field.access, spot.side) {
        (Access::ReadOnly, Side::Both) => part.on(Side::Response),
        (Access::WriteOnly, Side::Both) => part.on(Side::Request),
        // It does not travel at all.
        (Access::ReadOnly, Side::Request) | (Access::WriteOnly, Side::Response) => Spot { is_reached: false, ..part },
        _ => part,
    }
}

fn suffix(field: &Field) -> String {
    format!(".{}", field.wire_name)
}

/// Where more pairs of properties would have to be compared than this, an object is another one.
const MOST: usize = 10_000;

/// Takes out the properties that have only another name: of the same type and presence, and either with the same text or with a
/// name that differs in case and separators alone. Where more than one would do, none is taken.
fn renamed<'a>(
    comparison: &Comparison<'_>,
    removed: &mut Vec<&'a Field>,
    added: &mut Vec<&'a Field>,
) -> Vec<(&'a Field, &'a Field)> {
    let types = |old: &Field, new: &Field| {
        relation((&comparison.old.types, &old.ty), (&comparison.new.types, &new.ty)) == Relation::Same
            && spelled(&comparison.old.types, &old.ty) == spelled(&comparison.new.types, &new.ty)
    };
    let is_alike = |old: &Field, new: &Field| {
        let has_text = values::text(&old.docs).is_some();
        old.presence == new.presence
            && types(old, new)
            && (has_text && old.docs == new.docs || bare(&old.wire_name) == bare(&new.wire_name))
    };
    let mut renamed = Vec::new();
    if removed.len().saturating_mul(added.len()) > MOST {
        return renamed;
    }
    for old in removed.clone() {
        let mut alike = added.iter().filter(|new| is_alike(old, new));
        let (Some(&new), None) = (alike.next(), alike.next()) else { continue };
        if removed.iter().filter(|other| is_alike(other, new)).count() == 1 {
            renamed.push((old, new));
        }
    }
    removed.retain(|field| !renamed.iter().any(|(old, _)| std::ptr::eq(*old, *field)));
    added.retain(|field| !renamed.iter().any(|(_, new)| std::ptr::eq(*new, *field)));
    renamed
}

fn bare(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Compares which way a property travels; `whole` is the object as a whole, whose side says where it could.
fn access(comparison: &mut Comparison<'_>, whole: &Spot, field: &Field, old: Access, new: Access) {
    if old == new {
        return;
    }
    let spot = whole.part(&suffix(field), Some(field.name.plain()));
    // In a type that travels one way only, it is that way that counts.
    let on = |side| if spot.side == Side::Both { spot.on(side) } else { spot.clone() };
    let word = |access| match access {
        Access::ReadWrite => None,
        Access::ReadOnly => Some("readOnly".to_owned()),
        Access::WriteOnly => Some("writeOnly".to_owned()),
    };
    let path = format!("`{}`", spot.path);
    let (no_longer, now) = match old {
        Access::ReadWrite => (None, new),
        Access::ReadOnly => (Some((&rules::BECAME_NOT_READ_ONLY, Side::Request, "in answers alone")), new),
        Access::WriteOnly => (Some((&rules::BECAME_NOT_WRITE_ONLY, Side::Response, "in requests alone")), new),
    };
    if let Some((rule, side, place)) = no_longer {
        let message = format!("{path} is {place} no more");
        comparison.tell(&on(side), rule, message, [word(old), word(new)]);
    }
    let (rule, side, place) = match now {
        Access::ReadWrite => return,
        Access::ReadOnly => (&rules::BECAME_READ_ONLY, Side::Request, "answers"),
        Access::WriteOnly => (&rules::BECAME_WRITE_ONLY, Side::Response, "requests"),
    };
    comparison.tell(&on(side), rule, format!("{path} is in {place} alone"), [word(old), word(new)]);
}

fn rest(comparison: &mut Comparison<'_>, spot: &Spot, old: &Rest, new: &Rest) {
    const TYPES: Types = Types {
        changed: &rules::ADDITIONAL_CHANGED,
        widened: &rules::ADDITIONAL_WIDENED,
        narrowed: &rules::ADDITIONAL_NARROWED,
    };
    let of = |rest: &Rest| rest.values.as_ref().map_or(TypeRef::Json, |item| item.ty.clone());
    let what = format!("a property of `{}` without description", spot.path);
    values::types(comparison, &spot.at(".*"), &what, &of(old), &of(new), &TYPES);
}
