//! Limits on values.

use generator::model::{Constraints, TypeRef};

use super::comparison::Comparison;
use super::spot::Spot;
use crate::rule::Rule;
use crate::rules::limits as rules;

/// Compares the limits of two values of the same type.
pub(super) fn compare(
    comparison: &mut Comparison<'_>,
    spot: &Spot,
    what: &str,
    ty: &TypeRef,
    old: &Constraints,
    new: &Constraints,
) {
    for limit in bounds(old, new) {
        let rule = match limit.tightness() {
            None => continue,
            Some(Tightness::Tighter) => &rules::TIGHTENED,
            Some(Tightness::Looser) => &rules::LOOSENED,
            Some(Tightness::Other) => &rules::CHANGED,
        };
        let Limit { name, old, new, .. } = limit;
        let message = match (&old, &new) {
            (Some(old), Some(new)) => format!("{what} had `{name}` {old} and has {new}"),
            (None, Some(new)) => format!("{what} has `{name}` {new}"),
            (Some(old), None) => format!("{what} has `{name}` {old} no more"),
            (None, None) => continue,
        };
        comparison.tell(spot, rule, message, [old, new]);
    }
    texts(comparison, spot, what, ("pattern", PATTERNS), (&old.pattern, &new.pattern));
    let formats = if is_number(ty) { NUMBER_FORMATS } else { FORMATS };
    texts(comparison, spot, what, ("format", formats), (&old.format, &new.format));
}

const PATTERNS: [&Rule; 3] = [&rules::PATTERN_ADDED, &rules::PATTERN_REMOVED, &rules::PATTERN_CHANGED];
const FORMATS: [&Rule; 3] = [&rules::FORMAT_CHANGED; 3];
const NUMBER_FORMATS: [&Rule; 3] = [&rules::NUMBER_FORMAT_CHANGED; 3];

/// Whether the type itself says all that the format of a number can say.
fn is_number(ty: &TypeRef) -> bool {
    matches!(ty, TypeRef::I32 | TypeRef::I64 | TypeRef::U64 | TypeRef::F64)
}

/// Compares limits that are texts, of which nobody can tell which is tighter.
fn texts(
    comparison: &mut Comparison<'_>,
    spot: &Spot,
    what: &str,
    (name, [added, removed, changed]): (&str, [&'static Rule; 3]),
    (old, new): (&Option<String>, &Option<String>),
) {
    let (rule, message) = match (old, new) {
        (None, Some(new)) => (added, format!("{what} has the {name} `{new}`")),
        (Some(old), None) => (removed, format!("{what} has the {name} `{old}` no more")),
        (Some(old), Some(new)) if old != new => (changed, format!("{what} had the {name} `{old}` and has `{new}`")),
        _ => return,
    };
    comparison.tell(spot, rule, message, [old.clone(), new.clone()]);
}

/// One limit of two values.
struct Limit {
    name: &'static str,
    kind: Kind,
    old: Option<String>,
    new: Option<String>,
}

#[derive(Clone, Copy)]
enum Kind {
    /// The more, the tighter.
    Least,
    /// The less, the tighter.
    Most,
    /// A multiple of the old one is tighter.
    Multiple,
    /// There or not.
    Flag,
}

enum Tightness {
    Tighter,
    Looser,
    Other,
}

fn bounds(old: &Constraints, new: &Constraints) -> Vec<Limit> {
    let count = |name, kind, old: Option<usize>, new: Option<usize>| Limit {
        name,
        kind,
        old: old.map(|limit| limit.to_string()),
        new: new.map(|limit| limit.to_string()),
    };
    let number = |name, kind, old: &Option<String>, new: &Option<String>| Limit {
        name,
        kind,
        old: old.clone(),
        new: new.clone(),
    };
    let flag = |name, old: bool, new: bool| {
        let of = |flag: bool| flag.then(|| "true".to_owned());
        Limit { name, kind: Kind::Flag, old: of(old), new: of(new) }
    };
    vec![
        number("minimum", Kind::Least, &old.minimum, &new.minimum),
        number("maximum", Kind::Most, &old.maximum, &new.maximum),
        flag("exclusiveMinimum", old.exclusive_minimum, new.exclusive_minimum),
        flag("exclusiveMaximum", old.exclusive_maximum, new.exclusive_maximum),
        number("multipleOf", Kind::Multiple, &old.multiple_of, &new.multiple_of),
        count("minLength", Kind::Least, old.min_length, new.min_length),
        count("maxLength", Kind::Most, old.max_length, new.max_length),
        count("minItems", Kind::Least, old.min_items, new.min_items),
        count("maxItems", Kind::Most, old.max_items, new.max_items),
        flag("uniqueItems", old.unique_items, new.unique_items),
        count("minProperties", Kind::Least, old.min_properties, new.min_properties),
        count("maxProperties", Kind::Most, old.max_properties, new.max_properties),
    ]
}

impl Limit {
    /// How the new limit relates to the old one; `None` if they are the same.
    fn tightness(&self) -> Option<Tightness> {
        let (old, new) = match (&self.old, &self.new) {
            (None, None) => return None,
            (None, Some(_)) => return Some(Tightness::Tighter),
            (Some(_), None) => return Some(Tightness::Looser),
            (Some(old), Some(new)) => (old, new),
        };
        let (Ok(old), Ok(new)) = (old.parse::<f64>(), new.parse::<f64>()) else {
            return (old != new).then_some(Tightness::Other);
        };
        // `1` and `1.0` are the same limit.
        if old == new {
            return None;
        }
        Some(match self.kind {
            Kind::Least if new > old => Tightness::Tighter,
            Kind::Most if new < old => Tightness::Tighter,
            Kind::Least | Kind::Most => Tightness::Looser,
            Kind::Multiple if new % old == 0.0 => Tightness::Tighter,
            Kind::Multiple if old % new == 0.0 => Tightness::Looser,
            Kind::Multiple | Kind::Flag => Tightness::Other,
        })
    }
}
