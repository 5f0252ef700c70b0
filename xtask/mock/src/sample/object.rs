//! Objects: which properties they have, and what else.

use rand::RngExt;
use serde_json::{Map, Value, json};

use super::maker::{Maker, Side, Spot};
use super::shape::{Additional, Shape};
use super::{Variant, free, text};

/// How many properties `minProperties` may ask for.
const MOST: usize = 1_000;

/// An object of a shape.
pub(super) fn make<'a>(maker: &Maker<'a>, shape: &Shape<'a>, spot: &Spot<'a>) -> Value {
    let mut members = Map::new();
    let mut left_out = Vec::new();
    let chance = match maker.variant {
        Variant::Required => 0.0,
        Variant::Random => [0.0, 0.5, 1.0][spot.dice.child("chance").throw().random_range(0..3)],
        _ => 1.0,
    };
    for name in names(shape) {
        let is_wanted = || spot.dice.child(name).child("is wanted").throw().random_bool(chance);
        if !shape.required.contains(name) && !is_wanted() {
            left_out.push(name);
        } else if let Some(value) = member(maker, shape, spot, name) {
            members.insert(name.to_owned(), value);
        }
    }
    add_others(maker, shape, spot, &mut members);
    for name in left_out {
        if members.len() >= shape.size.least {
            break;
        }
        members.extend(member(maker, shape, spot, name).map(|value| (name.to_owned(), value)));
    }
    let optional = |name: &&str| !shape.required.contains(*name);
    for name in shape.properties.keys().filter(|name| optional(name)) {
        if shape.size.contains(members.len()) || members.len() <= shape.size.least {
            break;
        }
        members.remove(*name);
    }
    if maker.variant == Variant::UnknownProperties && !shape.properties.is_empty() {
        let tag = text::tag(spot.dice.child("unknown"));
        members.insert(format!("unknownText-{tag}"), json!(format!("{tag} of a later version")));
        members.insert(format!("unknownObject-{tag}"), json!({"list": [1, null, {"is": true}]}));
    }
    if maker.variant == Variant::Nulls && maker.side != Side::Request {
        put_nulls(maker, shape, spot, &mut members);
    }
    Value::Object(members)
}

/// The described and the required properties, each once.
pub(super) fn names<'a>(shape: &Shape<'a>) -> impl Iterator<Item = &'a str> {
    let only_required = shape.required.iter().filter(|name| !shape.properties.contains_key(*name));
    shape.properties.keys().chain(only_required).copied()
}

/// What a property is.
pub(super) fn schemas<'s, 'a>(shape: &'s Shape<'a>, name: &str) -> &'s [&'a Value] {
    match (shape.properties.get(name), &shape.additional) {
        (Some(schemas), _) | (None, Additional::Typed(schemas)) => schemas,
        (None, _) => &[],
    }
}

/// The value of a property, unless it does not travel this way, or would have no end.
pub(super) fn member<'a>(maker: &Maker<'a>, shape: &Shape<'a>, spot: &Spot<'a>, name: &'a str) -> Option<Value> {
    let inner = Shape::read(maker.root, schemas(shape, name));
    let spot = spot.property(name);
    let is_left_out = !travels(maker, &inner) || (!shape.required.contains(name) && maker.is_cut(&inner, &spot));
    (!is_left_out).then(|| maker.made(&inner, spot))
}

/// Whether a property goes this way (`readOnly` and `writeOnly`; OpenAPI 3.0.4, section 4.7.24.2).
pub(super) fn travels(maker: &Maker<'_>, shape: &Shape<'_>) -> bool {
    !(maker.side == Side::Request && shape.read_only || maker.side == Side::Answer && shape.write_only)
}

/// Properties that have no name in the document.
fn add_others<'a>(maker: &Maker<'a>, shape: &Shape<'a>, spot: &Spot<'a>, members: &mut Map<String, Value>) {
    let is_map = shape.properties.is_empty();
    let most = match (&shape.additional, maker.variant) {
        (Additional::Forbidden, _) => return,
        (_, Variant::Required) => 0,
        (_, Variant::Example) => usize::from(is_map),
        (Additional::Unstated, _) if !is_map => 0,
        (Additional::Free, Variant::Random) if !is_map => spot.dice.child("others").throw().random_range(0..2),
        (Additional::Free, _) if !is_map => 0,
        (_, Variant::Random) => spot.dice.child("others").throw().random_range(0..4),
        _ => {
            if is_map {
                2
            } else {
                1
            }
        }
    };
    let described = shape.properties.len();
    let lacking = shape.size.least.saturating_sub(members.len().max(described)).min(MOST);
    let room = shape.size.most.map_or(usize::MAX, |most| most.saturating_sub(members.len()));
    for index in 0..most.max(lacking).min(room) {
        let spot = spot.element(index);
        let mut name = text::name(maker, &spot, index);
        if shape.properties.contains_key(name.as_str()) || members.contains_key(&name) {
            name = format!("{name}{index}");
        }
        let value = match &shape.additional {
            Additional::Typed(schemas) => {
                let inner = Shape::read(maker.root, schemas);
                if maker.is_cut(&inner, &spot) && index >= lacking {
                    return;
                }
                maker.made(&inner, spot)
            }
            _ if maker.variant == Variant::Example => json!("value"),
            _ => free::part(maker, &spot),
        };
        members.insert(name, value);
    }
}

/// Null in every second place. Without status and message at its top, an answer would be none at all.
fn put_nulls(maker: &Maker<'_>, shape: &Shape<'_>, spot: &Spot<'_>, members: &mut Map<String, Value>) {
    let is_kept = |name: &str, value: &Value| {
        spot.depth == 0 && shape.required.contains(name) && !value.is_object() && !value.is_array()
    };
    let described = members
        .iter_mut()
        .filter(|(name, value)| shape.properties.contains_key(name.as_str()) && !is_kept(name, value));
    // Seeds that are odd take the other places, so two seeds cover all.
    let first = usize::from(!maker.seed.is_multiple_of(2));
    for (_, value) in described.skip(first).step_by(2) {
        *value = Value::Null;
    }
}
