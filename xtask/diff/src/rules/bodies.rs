//! What operations are sent.

use crate::level::Level;
use crate::rule::Rule;

/// Every rule of this file.
pub(super) static ALL: &[&Rule] = &[
    &ADDED_REQUIRED,
    &ADDED_OPTIONAL,
    &REMOVED,
    &BECAME_REQUIRED,
    &BECAME_OPTIONAL,
    &MEDIA_TYPE_ADDED,
    &MEDIA_TYPE_REMOVED,
    &TYPE_CHANGED,
    &TYPE_WIDENED,
    &TYPE_NARROWED,
];

pub(crate) static ADDED_REQUIRED: Rule = Rule::api(
    "api-required-request-body-added",
    Level::Breaking,
    "An operation needs a body that took none.",
    "Send one.",
);

pub(crate) static ADDED_OPTIONAL: Rule = Rule::api(
    "api-optional-request-body-added",
    Level::Additive,
    "An operation takes a body that took none.",
    "Nothing; there is more to say.",
);

pub(crate) static REMOVED: Rule = Rule::api(
    "api-request-body-removed",
    Level::Breaking,
    "An operation takes a body no more.",
    "Stop sending one, and look for what takes its place.",
);

pub(crate) static BECAME_REQUIRED: Rule = Rule::api(
    "api-request-body-became-required",
    Level::Breaking,
    "A body must be sent that could be left out.",
    "Send it always.",
);

pub(crate) static BECAME_OPTIONAL: Rule = Rule::api(
    "api-request-body-became-optional",
    Level::Additive,
    "A body may be left out that had to be sent.",
    "Nothing.",
);

pub(crate) static MEDIA_TYPE_ADDED: Rule = Rule::api(
    "api-request-media-type-added",
    Level::Additive,
    "A body may be sent in a form that it could not be sent in.",
    "Nothing.",
);

pub(crate) static MEDIA_TYPE_REMOVED: Rule = Rule::api(
    "api-request-media-type-removed",
    Level::Breaking,
    "A body may be sent in a form no more.",
    "Take the new version of the crate, or send another form.",
);

pub(crate) static TYPE_CHANGED: Rule = Rule::api(
    "api-request-body-type-changed",
    Level::Breaking,
    "A body has a type that has little to do with the one before.",
    "Send the new type.",
);

pub(crate) static TYPE_WIDENED: Rule = Rule::api(
    "api-request-body-type-widened",
    Level::Additive,
    "A body takes all values that it took, and more.",
    "Nothing.",
);

pub(crate) static TYPE_NARROWED: Rule = Rule::api(
    "api-request-body-type-narrowed",
    Level::Breaking,
    "A body takes some of the values that it took.",
    "Check which values you send.",
);
