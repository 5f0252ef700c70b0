//! Numbers.

use rand::RngExt;
use serde_json::{Number, Value, json};

use super::Variant;
use super::maker::{Maker, Spot};
use super::shape::Shape;

/// The largest number that JavaScript counts up to.
const SAFE: i128 = (1 << 53) - 1;
/// Places after the point of a number that is no multiple of anything.
const PLACES: u32 = 3;
const MOST_PLACES: u32 = 9;
/// How far a number without limits goes, so that its decimals survive as a float.
const WIDEST: f64 = 1e9;

/// A whole number of a shape.
pub(super) fn integer<'a>(maker: &Maker<'a>, shape: &Shape<'a>, spot: &Spot<'a>) -> Value {
    let (least, most) = match shape.format {
        Some("int32") => (i32::MIN.into(), i32::MAX.into()),
        Some("int64") => (i64::MIN.into(), i64::MAX.into()),
        _ => (-SAFE, SAFE),
    };
    let lower = shape.minimum.map(|(bound, is_left_out)| match whole(bound) {
        Some(bound) => bound + i128::from(is_left_out),
        None => bound.as_f64().unwrap_or_default().ceil() as i128,
    });
    let upper = shape.maximum.map(|(bound, is_left_out)| match whole(bound) {
        Some(bound) => bound - i128::from(is_left_out),
        None => bound.as_f64().unwrap_or_default().floor() as i128,
    });
    let step = shape.steps.iter().filter_map(|step| Decimal::new(step)).map(Decimal::whole).fold(1, multiple);
    let (least, most) = (least.max(lower.unwrap_or(least)), most.min(upper.unwrap_or(most)));
    let factor = pick(maker, spot, ceiling(least, step), most.div_euclid(step), step);
    i64::try_from(factor.saturating_mul(step)).map_or(Value::Null, Value::from)
}

/// A number of a shape, with decimals that a float keeps exactly when it is written and read again.
pub(super) fn number<'a>(maker: &Maker<'a>, shape: &Shape<'a>, spot: &Spot<'a>) -> Value {
    let float = |bound: Option<(&Number, bool)>| bound.and_then(|(bound, _)| bound.as_f64());
    let (lower, upper) = (float(shape.minimum), float(shape.maximum));
    let is_left_out = |value: f64| {
        let outside = |bound: Option<(&Number, bool)>, order: std::cmp::Ordering| {
            let bound = bound.and_then(|(bound, is_left_out)| Some((bound.as_f64()?, is_left_out)));
            bound.is_some_and(|(bound, is_left_out)| {
                let found = value.total_cmp(&bound);
                found == order || (found.is_eq() && is_left_out)
            })
        };
        outside(shape.minimum, std::cmp::Ordering::Less) || outside(shape.maximum, std::cmp::Ordering::Greater)
    };
    let least = lower.unwrap_or_else(|| upper.map_or(-WIDEST, |upper| (upper - WIDEST).min(-WIDEST)));
    let most = upper.unwrap_or_else(|| lower.map_or(WIDEST, |lower| (lower + WIDEST).max(WIDEST)));
    let units: Vec<Decimal> = match shape.steps.first().and_then(|step| Decimal::new(step)) {
        Some(step) => vec![step],
        None => (PLACES..=MOST_PLACES).map(|places| Decimal { digits: 1, places }).collect(),
    };
    for unit in units {
        let first = (least / unit.value(1)).ceil() as i128;
        let last = (most / unit.value(1)).floor() as i128;
        let last = last - i128::from(last > first && is_left_out(unit.value(last)));
        let first = first + i128::from(first < last && is_left_out(unit.value(first)));
        let value = unit.value(pick(maker, spot, first, last, 1));
        if first <= last && !is_left_out(value) {
            return json!(value);
        }
    }
    // Between the limits there is less room than nine decimals have.
    json!((least + most) / 2.0)
}

/// A factor between two others.
fn pick<'a>(maker: &Maker<'a>, spot: &Spot<'a>, least: i128, most: i128, step: i128) -> i128 {
    if least >= most {
        return least;
    }
    let mut throw = spot.dice.throw();
    let near = |number: i128| number.clamp(least, most);
    match (maker.variant, throw.random_range(0..16)) {
        (Variant::Example | Variant::Required, _) => near(1),
        (Variant::Random, 0 | 1) => least,
        (Variant::Random, 2 | 3) => most,
        (Variant::Random, 4 | 5) => near(0),
        (Variant::Random, 6..=9) => throw.random_range(least..=most),
        (_, 0) => near(0),
        // What a float would round.
        (_, 1) if most > SAFE / step + 1 => throw.random_range(least.max(SAFE / step + 1)..=most),
        (_, 2) if least < -1 && most > -100_000 => throw.random_range(least.max(-100_000)..=near(-1)),
        _ => throw.random_range(near(-1_000).min(most - 1)..=near(99_999).max(least + 1)),
    }
}

/// A decimal, exactly: `digits` divided by ten to the power of `places`.
#[derive(Clone, Copy, Debug)]
struct Decimal {
    digits: i128,
    places: u32,
}

impl Decimal {
    fn new(number: &Number) -> Option<Self> {
        let text = number.to_string();
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((&text, "0"));
        let (before, after) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits: i128 = format!("{before}{after}").parse().ok()?;
        let places = i64::try_from(after.len()).ok()? - exponent.parse::<i64>().ok()?;
        let scale = 10_i128.checked_pow(u32::try_from(places.min(0).unsigned_abs()).ok()?)?;
        let places = u32::try_from(places.max(0)).ok().filter(|places| *places <= 18)?;
        let digits = digits.checked_mul(scale).filter(|digits| *digits > 0)?;
        Some(Decimal { digits, places })
    }

    /// So many times this, rounded once.
    fn value(self, factor: i128) -> f64 {
        factor.saturating_mul(self.digits) as f64 / 10_f64.powi(self.places.cast_signed())
    }

    /// The smallest multiple that is whole.
    fn whole(self) -> i128 {
        self.digits / divisor(self.digits, 10_i128.pow(self.places))
    }
}

fn whole(number: &Number) -> Option<i128> {
    number.as_i64().map(i128::from).or(number.as_u64().map(i128::from))
}

fn ceiling(number: i128, step: i128) -> i128 {
    -(-number).div_euclid(step)
}

/// The largest number that divides both.
fn divisor(one: i128, other: i128) -> i128 {
    if other == 0 { one.max(1) } else { divisor(other, one % other) }
}

/// The smallest number that both divide.
fn multiple(one: i128, other: i128) -> i128 {
    (one / divisor(one, other)).saturating_mul(other).max(1)
}
