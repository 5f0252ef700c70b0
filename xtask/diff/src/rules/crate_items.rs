//! Items of the crate: modules, types, functions, constants. The names in brackets are those of cargo-semver-checks.

use crate::level::Level;
use crate::rule::Rule;

/// Every rule of this file.
pub(super) static ALL: &[&Rule] = &[
    &MODULE_ADDED,
    &MODULE_REMOVED,
    &TYPE_ADDED,
    &TYPE_REMOVED,
    &TYPE_RENAMED,
    &KIND_CHANGED,
    &PARTED,
    &NON_EXHAUSTIVE,
    &EXHAUSTIVE,
    &GENERICS_CHANGED,
    &TRAIT_ADDED,
    &TRAIT_REMOVED,
    &TRAIT_ITEM_ADDED,
    &TRAIT_ITEM_DEFAULTED,
    &TRAIT_ITEM_REMOVED,
    &TRAIT_ITEM_CHANGED,
    &IMPL_ADDED,
    &IMPL_REMOVED,
    &FUNCTION_ADDED,
    &FUNCTION_REMOVED,
    &FUNCTION_CHANGED,
    &CONST_ADDED,
    &CONST_REMOVED,
    &CONST_CHANGED,
    &CONST_VALUE_CHANGED,
    &ALIAS_CHANGED,
    &DEPRECATED,
    &REACTIVATED,
];

pub(crate) static MODULE_ADDED: Rule =
    Rule::of_crate("crate-module-added", Level::Additive, "There is a module that there was not.", "Nothing.");

pub(crate) static MODULE_REMOVED: Rule = Rule::of_crate(
    "crate-module-removed",
    Level::Breaking,
    "A module is gone (`module_missing`).",
    "Import from elsewhere.",
);

pub(crate) static TYPE_ADDED: Rule =
    Rule::of_crate("crate-type-added", Level::Additive, "There is a type that there was not.", "Nothing.");

pub(crate) static TYPE_REMOVED: Rule = Rule::of_crate(
    "crate-type-removed",
    Level::Breaking,
    "A type is gone (`struct_missing`, `enum_missing`).",
    "Use what took its place.",
);

pub(crate) static TYPE_RENAMED: Rule = Rule::of_crate(
    "crate-type-renamed",
    Level::Breaking,
    "A type has another name and the same parts (`struct_missing`, `enum_missing`).",
    "Write the new name.",
);

pub(crate) static KIND_CHANGED: Rule = Rule::of_crate(
    "crate-type-kind-changed",
    Level::Breaking,
    "A type is a struct, an enum, an alias or a trait, and was another of these (`enum_now_struct` and the like).",
    "Use it as what it is now.",
);

pub(crate) static PARTED: Rule = Rule::of_crate(
    "crate-types-parted",
    Level::Breaking,
    "Two paths led to one type, and lead to two: a value of one is no value of the other any more.",
    "Convert a value where it goes from one to the other, by `as_str` and `From<&str>` for enums.",
);

pub(crate) static NON_EXHAUSTIVE: Rule = Rule::of_crate(
    "crate-type-became-non-exhaustive",
    Level::Breaking,
    "A type can be built and matched from outside no more without a rest (`struct_marked_non_exhaustive`, `enum_marked_non_exhaustive`).",
    "Build it by its functions, and match it with a rest.",
);

pub(crate) static EXHAUSTIVE: Rule = Rule::of_crate(
    "crate-type-became-exhaustive",
    Level::Additive,
    "A type promises to have no more parts than it has: it can become non-exhaustive again only by a break. Programs compile.",
    "Nothing.",
);

pub(crate) static GENERICS_CHANGED: Rule = Rule::of_crate(
    "crate-generics-changed",
    Level::Breaking,
    "A type or trait has other parameters or bounds (`type_requires_more_generic_type_params` and the like).",
    "Name the new ones.",
);

pub(crate) static TRAIT_ADDED: Rule =
    Rule::of_crate("crate-trait-added", Level::Additive, "There is a trait that there was not.", "Nothing.");

pub(crate) static TRAIT_REMOVED: Rule = Rule::of_crate(
    "crate-trait-removed",
    Level::Breaking,
    "A trait is gone (`trait_missing`).",
    "Use what took its place.",
);

pub(crate) static TRAIT_ITEM_ADDED: Rule = Rule::of_crate(
    "crate-trait-item-added",
    Level::Breaking,
    "A trait that others may implement has an item that they must give (`trait_method_added`).",
    "Implement it.",
);

pub(crate) static TRAIT_ITEM_DEFAULTED: Rule =
    Rule::of_crate("crate-trait-default-added", Level::Additive, "A trait has an item with a default.", "Nothing.");

pub(crate) static TRAIT_ITEM_REMOVED: Rule = Rule::of_crate(
    "crate-trait-item-removed",
    Level::Breaking,
    "A trait has an item no more (`trait_method_missing`).",
    "Do not call it and do not implement it.",
);

pub(crate) static TRAIT_ITEM_CHANGED: Rule = Rule::of_crate(
    "crate-trait-item-changed",
    Level::Breaking,
    "An item of a trait has another signature.",
    "Implement and call the new one.",
);

pub(crate) static IMPL_ADDED: Rule =
    Rule::of_crate("crate-impl-added", Level::Additive, "A type implements a trait that it did not.", "Nothing.");

pub(crate) static IMPL_REMOVED: Rule = Rule::of_crate(
    "crate-impl-removed",
    Level::Breaking,
    "A type implements a trait no more (`derive_trait_impl_removed`, `auto_trait_impl_removed` and the like).",
    "Do without.",
);

pub(crate) static FUNCTION_ADDED: Rule =
    Rule::of_crate("crate-function-added", Level::Additive, "There is a function that there was not.", "Nothing.");

pub(crate) static FUNCTION_REMOVED: Rule = Rule::of_crate(
    "crate-function-removed",
    Level::Breaking,
    "A function is gone (`function_missing`).",
    "Use what took its place.",
);

pub(crate) static FUNCTION_CHANGED: Rule = Rule::of_crate(
    "crate-function-changed",
    Level::Breaking,
    "A function has another signature (`function_parameter_count_changed`).",
    "Call the new one.",
);

pub(crate) static CONST_ADDED: Rule =
    Rule::of_crate("crate-const-added", Level::Additive, "There is a constant that there was not.", "Nothing.");

pub(crate) static CONST_REMOVED: Rule = Rule::of_crate(
    "crate-const-removed",
    Level::Breaking,
    "A constant is gone (`pub_module_level_const_missing`, `inherent_associated_const_missing`).",
    "Use what took its place.",
);

pub(crate) static CONST_CHANGED: Rule =
    Rule::of_crate("crate-const-changed", Level::Breaking, "A constant has another type.", "Use the new type.");

pub(crate) static CONST_VALUE_CHANGED: Rule =
    Rule::of_crate("crate-const-value-changed", Level::Cosmetic, "A constant has another value.", "Nothing.");

pub(crate) static ALIAS_CHANGED: Rule =
    Rule::of_crate("crate-alias-changed", Level::Breaking, "An alias stands for another type.", "Use the new type.");

pub(crate) static DEPRECATED: Rule = Rule::of_crate(
    "crate-item-deprecated",
    Level::Additive,
    "An item should no longer be used: the compiler warns (`type_marked_deprecated` and the like).",
    "Use what the text names.",
);

pub(crate) static REACTIVATED: Rule = Rule::of_crate(
    "crate-item-reactivated",
    Level::Cosmetic,
    "An item that should no longer be used may be used again.",
    "Nothing.",
);
