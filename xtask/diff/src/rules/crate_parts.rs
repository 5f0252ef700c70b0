//! Parts of types: fields, variants, methods. The names in brackets are those of cargo-semver-checks.

use crate::level::Level;
use crate::rule::Rule;

/// Every rule of this file.
pub(super) static ALL: &[&Rule] = &[
    &FIELD_ADDED,
    &FIELD_ADDED_EXHAUSTIVE,
    &FIELD_REMOVED,
    &FIELD_RENAMED,
    &FIELD_TYPE_CHANGED,
    &VARIANT_ADDED,
    &VARIANT_ADDED_EXHAUSTIVE,
    &VARIANT_REMOVED,
    &VARIANT_CHANGED,
    &METHOD_ADDED,
    &METHOD_REMOVED,
    &METHOD_RENAMED,
    &METHOD_PARAMETERS,
    &METHOD_RETURN,
    &METHOD_QUALIFIERS,
    &MUST_USE,
];

pub(crate) static FIELD_ADDED: Rule = Rule::of_crate(
    "crate-field-added",
    Level::Additive,
    "A struct that cannot be built from outside, or that has private fields, has a field more.",
    "Nothing.",
);

pub(crate) static FIELD_ADDED_EXHAUSTIVE: Rule = Rule::of_crate(
    "crate-field-added-to-exhaustive-struct",
    Level::Breaking,
    "A struct that can be built from outside has a field more (`constructible_struct_adds_field`).",
    "Give it.",
);

pub(crate) static FIELD_REMOVED: Rule = Rule::of_crate(
    "crate-field-removed",
    Level::Breaking,
    "A struct has a field no more (`struct_pub_field_missing`).",
    "Do not set it and do not read it.",
);

pub(crate) static FIELD_RENAMED: Rule = Rule::of_crate(
    "crate-field-renamed",
    Level::Breaking,
    "A field has another name and the same type (`struct_pub_field_missing`).",
    "Write the new name.",
);

pub(crate) static FIELD_TYPE_CHANGED: Rule = Rule::of_crate(
    "crate-field-type-changed",
    Level::Breaking,
    "A field has another type. cargo-semver-checks does not look at types of fields.",
    "Use the new type.",
);

pub(crate) static VARIANT_ADDED: Rule = Rule::of_crate(
    "crate-variant-added",
    Level::Additive,
    "A non-exhaustive enum has a variant more.",
    "Handle it where it matters.",
);

pub(crate) static VARIANT_ADDED_EXHAUSTIVE: Rule = Rule::of_crate(
    "crate-variant-added-to-exhaustive-enum",
    Level::Breaking,
    "An exhaustive enum has a variant more (`enum_variant_added`).",
    "Match it.",
);

pub(crate) static VARIANT_REMOVED: Rule = Rule::of_crate(
    "crate-variant-removed",
    Level::Breaking,
    "An enum has a variant no more (`enum_variant_missing`).",
    "Do not name it.",
);

pub(crate) static VARIANT_CHANGED: Rule = Rule::of_crate(
    "crate-variant-changed",
    Level::Breaking,
    "A variant holds something else (`enum_tuple_variant_field_missing` and the like).",
    "Use what it holds now.",
);

pub(crate) static METHOD_ADDED: Rule =
    Rule::of_crate("crate-method-added", Level::Additive, "A type has a method more.", "Nothing.");

pub(crate) static METHOD_REMOVED: Rule = Rule::of_crate(
    "crate-method-removed",
    Level::Breaking,
    "A type has a method no more (`inherent_method_missing`).",
    "Call what took its place.",
);

pub(crate) static METHOD_RENAMED: Rule = Rule::of_crate(
    "crate-method-renamed",
    Level::Breaking,
    "A method has another name and sends the same request (`inherent_method_missing`).",
    "Write the new name.",
);

pub(crate) static METHOD_PARAMETERS: Rule = Rule::of_crate(
    "crate-method-parameters-changed",
    Level::Breaking,
    "A method takes other arguments (`method_parameter_count_changed`, if there are more or fewer).",
    "Call it with the new ones.",
);

pub(crate) static METHOD_RETURN: Rule = Rule::of_crate(
    "crate-method-return-changed",
    Level::Breaking,
    "A method returns another type. cargo-semver-checks does not look at types.",
    "Use the new type.",
);

pub(crate) static METHOD_QUALIFIERS: Rule = Rule::of_crate(
    "crate-method-qualifiers-changed",
    Level::Breaking,
    "A method is `const`, `async` or `unsafe` and was not, or was and is not (`inherent_method_const_removed` and the like).",
    "See how it is called now.",
);

pub(crate) static MUST_USE: Rule = Rule::of_crate(
    "crate-must-use-added",
    Level::Additive,
    "What a function returns must be used: the compiler warns (`inherent_method_must_use_added`).",
    "Use it.",
);
