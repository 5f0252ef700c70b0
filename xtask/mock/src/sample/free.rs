//! Values that no schema describes.

use rand::{Rng, RngExt};
use serde_json::{Map, Value, json};

use super::maker::{Maker, Spot};
use super::{Variant, text};

/// Any JSON.
pub(super) fn make(maker: &Maker<'_>, spot: &Spot<'_>) -> Value {
    match maker.variant {
        Variant::Required => json!({}),
        Variant::Example => json!({"key": "value"}),
        Variant::Random => random(&mut spot.dice.throw(), 2),
        _ => json!({
            "text": text::sharp(spot.dice, spot.name, spot.place),
            "list": [spot.dice.throw().random_range(-9..99), true, text::tag(spot.dice.child("list"))],
            "inner": {"number": 1.5},
        }),
    }
}

/// A part of a free object, simpler than the whole.
pub(super) fn part(maker: &Maker<'_>, spot: &Spot<'_>) -> Value {
    match maker.variant {
        Variant::Random => random(&mut spot.dice.throw(), 1),
        _ if spot.dice.throw().random_bool(0.5) => json!(text::sharp(spot.dice, spot.name, spot.place)),
        _ => make(maker, spot),
    }
}

fn random(throw: &mut impl Rng, deep: usize) -> Value {
    let kinds = if deep > 0 { 7 } else { 5 };
    match throw.random_range(0..kinds) {
        0 => Value::Null,
        1 => json!(throw.random_bool(0.5)),
        2 => json!(throw.random::<i64>()),
        3 => json!(f64::from(throw.random_range(-1_000_000..1_000_000)) / 1_000.0),
        4 => json!(text::wild(throw, 8)),
        5 => (0..throw.random_range(0..3)).map(|_| random(throw, deep - 1)).collect(),
        _ => {
            let count = throw.random_range(0..3);
            let members = (0..count).map(|_| (text::wild(throw, 8), random(throw, deep - 1)));
            Value::Object(members.collect::<Map<_, _>>())
        }
    }
}
