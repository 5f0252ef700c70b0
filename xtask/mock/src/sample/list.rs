//! Lists.

use rand::RngExt;
use serde_json::Value;

use super::Variant;
use super::maker::{Maker, Place, Spot};
use super::shape::Shape;

/// How many elements a list gets on its own account, if they are simple, and if they are not.
const MOST_SIMPLE: usize = 100;
const MOST_OTHER: usize = 3;
/// How many elements `minItems` may ask for.
const MOST: usize = 10_000;
/// How often a place is tried again because its element stands in the list already.
const ATTEMPTS: usize = 32;

/// A list of a shape.
pub(super) fn make<'a>(maker: &Maker<'a>, shape: &Shape<'a>, spot: &Spot<'a>) -> Value {
    let inner = Shape::read(maker.root, &shape.items);
    let count = count(maker, shape, &inner, spot).min(shape.count.least.max(MOST_SIMPLE)).min(MOST);
    let mut elements = Vec::new();
    for index in 0..count {
        let spot = spot.element(index);
        let element = maker.made(&inner, spot.clone());
        if shape.is_unique && elements.contains(&element) {
            elements.extend(other(maker, &inner, &spot, &elements));
        } else {
            elements.push(element);
        }
    }
    Value::Array(elements)
}

fn count<'a>(maker: &Maker<'a>, shape: &Shape<'a>, inner: &Shape<'a>, spot: &Spot<'a>) -> usize {
    // Outside of JSON, a list without elements is none.
    let least = shape.count.least.max(usize::from(spot.place != Place::Body));
    let is_simple = matches!(inner.likely_kind(), Some("string" | "integer" | "number" | "boolean"));
    let mut throw = spot.dice.child("count").throw();
    let wanted = match maker.variant {
        _ if maker.is_cut(inner, spot) => least,
        Variant::Required => least,
        Variant::Example => 1,
        Variant::Random => {
            let largest = if is_simple { MOST_SIMPLE } else { MOST_OTHER };
            let most = shape.count.most.filter(|most| *most <= largest);
            match throw.random_range(0..6) {
                0 => least,
                1 => most.unwrap_or(MOST_OTHER),
                _ => throw.random_range(0..=MOST_OTHER),
            }
        }
        _ => throw.random_range(1..=MOST_OTHER),
    };
    shape.count.clamp(wanted.max(least))
}

/// An element that the list does not have yet.
fn other<'a>(maker: &Maker<'a>, inner: &Shape<'a>, spot: &Spot<'a>, known: &[Value]) -> Option<Value> {
    // Plain values do not differ from one place to the next.
    let maker = maker.varied();
    let attempts = (0..ATTEMPTS).map(|attempt| maker.made(inner, spot.element(attempt)));
    attempts.into_iter().find(|element| !known.contains(element))
}
