//! Cargo features, and which items need them.

use crate::level::Level;
use crate::rule::Rule;

/// Every rule of this file.
pub(super) static ALL: &[&Rule] = &[&ADDED, &REMOVED, &IMPLIES_MORE, &IMPLIES_LESS, &NEEDED, &FREED, &RUST_VERSION];

pub(crate) static ADDED: Rule =
    Rule::of_crate("crate-feature-added", Level::Additive, "There is a Cargo feature that there was not.", "Nothing.");

pub(crate) static REMOVED: Rule = Rule::of_crate(
    "crate-feature-removed",
    Level::Breaking,
    "A Cargo feature is gone (`feature_missing`): a manifest that names it does not resolve.",
    "Name another, or none.",
);

pub(crate) static IMPLIES_MORE: Rule =
    Rule::of_crate("crate-feature-implies-more", Level::Additive, "A feature turns on more than before.", "Nothing.");

pub(crate) static IMPLIES_LESS: Rule = Rule::of_crate(
    "crate-feature-implies-less",
    Level::Breaking,
    "A feature turns on less than before; for `default`, see `feature_not_enabled_by_default`.",
    "Name the features that you use.",
);

pub(crate) static NEEDED: Rule = Rule::of_crate(
    "crate-item-needs-feature",
    Level::Breaking,
    "An item is there with fewer features than before. cargo-semver-checks compares with all features on.",
    "Turn the feature on.",
);

pub(crate) static FREED: Rule = Rule::of_crate(
    "crate-item-needs-feature-no-more",
    Level::Additive,
    "An item is there with more features than before, or always.",
    "Nothing.",
);

pub(crate) static RUST_VERSION: Rule = Rule::of_crate(
    "crate-rust-version-raised",
    Level::Additive,
    "The crate needs a newer Rust. Cargo calls it a minor change.",
    "Update the toolchain.",
);
