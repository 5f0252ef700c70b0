//! Values of enums.

use generator::model::{Enum, Variant};

use super::comparison::Comparison;
use super::spot::Spot;
use super::values;
use crate::rules::schemas as rules;

/// Compares two enums.
pub(super) fn compare(comparison: &mut Comparison<'_>, spot: &Spot, old: &Enum, new: &Enum) {
    if old.repr != new.repr {
        // The uses of the type say that it changed.
        return;
    }
    let in_new = |variant: &Variant| new.variants.iter().find(|other| other.wire_value == variant.wire_value);
    for variant in &old.variants {
        let value = &variant.wire_value;
        let spot = spot.part("", Some(variant.name.as_str()));
        match in_new(variant) {
            None => {
                let message = format!("`{}` has the value `{value}` no more", spot.path);
                comparison.tell(&spot, &rules::VALUE_REMOVED, message, [Some(value.clone()), None]);
            }
            Some(other) => {
                let what = format!("the value `{value}` of `{}`", spot.path);
                values::texts(comparison, &spot, &what, &variant.docs, &other.docs);
            }
        }
    }
    for variant in &new.variants {
        if old.variants.iter().any(|other| other.wire_value == variant.wire_value) {
            continue;
        }
        let spot = spot.part("", Some(variant.name.as_str()));
        let message = format!("`{}` has the value `{}`", spot.path, variant.wire_value);
        comparison.tell(&spot, &rules::VALUE_ADDED, message, [None, Some(variant.wire_value.clone())]);
    }
}
