//! Parameters of paths, queries, headers and cookies.

use crate::level::Level;
use crate::rule::Rule;

/// Every rule of this file.
pub(super) static ALL: &[&Rule] = &[
    &ADDED_REQUIRED,
    &ADDED_OPTIONAL,
    &REMOVED,
    &RENAMED,
    &VARIABLE_RENAMED,
    &MOVED,
    &BECAME_REQUIRED,
    &BECAME_OPTIONAL,
    &TYPE_CHANGED,
    &TYPE_WIDENED,
    &TYPE_NARROWED,
    &ENCODING_CHANGED,
];

pub(crate) static ADDED_REQUIRED: Rule = Rule::api(
    "api-required-parameter-added",
    Level::Breaking,
    "An operation needs a parameter that there was not.",
    "Give it.",
);

pub(crate) static ADDED_OPTIONAL: Rule = Rule::api(
    "api-optional-parameter-added",
    Level::Additive,
    "An operation takes a parameter that there was not.",
    "Nothing; there is more to say.",
);

pub(crate) static REMOVED: Rule = Rule::api(
    "api-parameter-removed",
    Level::Breaking,
    "An operation takes a parameter no more; the service passes over it or refuses it.",
    "Stop sending it, and do not count on what it did.",
);

pub(crate) static RENAMED: Rule = Rule::api(
    "api-parameter-renamed",
    Level::Breaking,
    "A parameter that was there is gone, and one like it is there under another name.",
    "Send it under its new name.",
);

pub(crate) static VARIABLE_RENAMED: Rule = Rule::api(
    "api-path-variable-renamed",
    Level::Cosmetic,
    "A variable of a path has another name; the address is the same.",
    "Nothing.",
);

pub(crate) static MOVED: Rule = Rule::api(
    "api-parameter-moved",
    Level::Breaking,
    "A parameter goes into another part of the request.",
    "Take the new version of the crate; an older one sends it in the old place.",
);

pub(crate) static BECAME_REQUIRED: Rule = Rule::api(
    "api-parameter-became-required",
    Level::Breaking,
    "A parameter must be given that could be left out.",
    "Give it always.",
);

pub(crate) static BECAME_OPTIONAL: Rule = Rule::api(
    "api-parameter-became-optional",
    Level::Additive,
    "A parameter may be left out that had to be given.",
    "Nothing.",
);

pub(crate) static TYPE_CHANGED: Rule = Rule::api(
    "api-parameter-type-changed",
    Level::Breaking,
    "A parameter has a type that has little to do with the one before.",
    "Send the new type.",
);

pub(crate) static TYPE_WIDENED: Rule = Rule::api(
    "api-parameter-type-widened",
    Level::Additive,
    "A parameter takes all values that it took, and more.",
    "Nothing.",
);

pub(crate) static TYPE_NARROWED: Rule = Rule::api(
    "api-parameter-type-narrowed",
    Level::Breaking,
    "A parameter takes some of the values that it took.",
    "Check which values you send.",
);

pub(crate) static ENCODING_CHANGED: Rule = Rule::api(
    "api-parameter-encoding-changed",
    Level::Breaking,
    "The value of a parameter becomes text in another way (`style`, `explode`).",
    "Take the new version of the crate; an older one writes it as before.",
);
