//! Schemas as such: names, values of enums, variants of unions, and what is told of values.

use crate::level::Level;
use crate::rule::Rule;

/// Every rule of this file.
pub(super) static ALL: &[&Rule] = &[
    &ADDED,
    &REMOVED,
    &RENAMED,
    &EXCHANGED,
    &VALUE_ADDED,
    &VALUE_REMOVED,
    &VARIANT_ADDED,
    &VARIANT_REMOVED,
    &DISCRIMINATOR_CHANGED,
    &TAG_CHANGED,
    &DEFAULT_ADDED,
    &DEFAULT_REMOVED,
    &DEFAULT_CHANGED,
    &DEPRECATED,
    &REACTIVATED,
    &TEXT_CHANGED,
    &EXAMPLE_CHANGED,
];

pub(crate) static ADDED: Rule = Rule::by_side(
    "api-schema-added",
    Level::Cosmetic,
    Level::Cosmetic,
    "The description has a schema that it had not. What uses it is a finding of its own.",
    "Nothing.",
);

pub(crate) static REMOVED: Rule = Rule::by_side(
    "api-schema-removed",
    Level::Cosmetic,
    Level::Cosmetic,
    "The description has a schema no more. What used it is a finding of its own.",
    "Nothing.",
);

pub(crate) static RENAMED: Rule = Rule::by_side(
    "api-schema-renamed",
    Level::Cosmetic,
    Level::Cosmetic,
    "A schema has another name; the service does not know names of schemas.",
    "Use the type by its new name once the crate has it.",
);

pub(crate) static EXCHANGED: Rule = Rule::by_side(
    "api-schema-exchanged",
    Level::Cosmetic,
    Level::Cosmetic,
    "Another schema stands where one stood. What differs between the two is a finding of its own.",
    "Use the type of the new schema once the crate has it.",
);

pub(crate) static VALUE_ADDED: Rule = Rule::by_side(
    "api-enum-value-added",
    Level::Additive,
    Level::Additive,
    "An enum has a value that it had not. The crate reads unknown values, so answers with it are no trouble.",
    "Handle it where it matters; until then it is of the unknown variant.",
);

pub(crate) static VALUE_REMOVED: Rule = Rule::by_side(
    "api-enum-value-removed",
    Level::Breaking,
    Level::Additive,
    "An enum has a value no more. Requests with it are refused; answers never have it.",
    "Stop sending it.",
);

pub(crate) static VARIANT_ADDED: Rule = Rule::by_side(
    "api-union-variant-added",
    Level::Additive,
    Level::Additive,
    "A value may be of a type that it could not be of. The crate reads unknown ones, so answers with it are no trouble.",
    "Handle it where it matters; until then it is of the unknown variant.",
);

pub(crate) static VARIANT_REMOVED: Rule = Rule::by_side(
    "api-union-variant-removed",
    Level::Breaking,
    Level::Additive,
    "A value may be of a type no more. Requests with it are refused; answers never have it.",
    "Stop sending it.",
);

pub(crate) static DISCRIMINATOR_CHANGED: Rule = Rule::by_side(
    "api-discriminator-changed",
    Level::Breaking,
    Level::Breaking,
    "The types of a union are told apart in another way.",
    "Take the new version of the crate.",
);

pub(crate) static TAG_CHANGED: Rule = Rule::by_side(
    "api-discriminator-value-changed",
    Level::Breaking,
    Level::Breaking,
    "A type of a union goes under another value of the discriminator.",
    "Take the new version of the crate.",
);

pub(crate) static DEFAULT_ADDED: Rule = Rule::by_side(
    "api-default-added",
    Level::Cosmetic,
    Level::Cosmetic,
    "The description says what the service takes when a value is not sent, and did not.",
    "Nothing.",
);

pub(crate) static DEFAULT_REMOVED: Rule = Rule::by_side(
    "api-default-removed",
    Level::Breaking,
    Level::Cosmetic,
    "The description says no more what the service takes when a value is not sent.",
    "Send the value, where it matters.",
);

pub(crate) static DEFAULT_CHANGED: Rule = Rule::by_side(
    "api-default-changed",
    Level::Breaking,
    Level::Cosmetic,
    "The service takes another value when none is sent.",
    "Send the old value, where it matters.",
);

pub(crate) static DEPRECATED: Rule = Rule::by_side(
    "api-deprecated",
    Level::Additive,
    Level::Additive,
    "A property, parameter or schema should no longer be used.",
    "Plan to use something else; it still works.",
);

pub(crate) static REACTIVATED: Rule = Rule::by_side(
    "api-reactivated",
    Level::Cosmetic,
    Level::Cosmetic,
    "A property, parameter or schema that should no longer be used may be used again.",
    "Nothing.",
);

pub(crate) static TEXT_CHANGED: Rule = Rule::by_side(
    "api-text-changed",
    Level::Cosmetic,
    Level::Cosmetic,
    "A text about a property, a parameter, a value or a schema is another.",
    "Read it, if it matters.",
);

pub(crate) static EXAMPLE_CHANGED: Rule = Rule::by_side(
    "api-example-changed",
    Level::Cosmetic,
    Level::Cosmetic,
    "An example of a property or parameter is another.",
    "Nothing.",
);
