//! What operations answer.

use crate::level::Level;
use crate::rule::Rule;

/// Every rule of this file.
pub(super) static ALL: &[&Rule] = &[
    &SUCCESS_ADDED,
    &SUCCESS_REMOVED,
    &FAILURE_ADDED,
    &FAILURE_REMOVED,
    &BODY_ADDED,
    &BODY_REMOVED,
    &MEDIA_TYPE_ADDED,
    &MEDIA_TYPE_REMOVED,
    &TYPE_CHANGED,
    &TYPE_WIDENED,
    &TYPE_NARROWED,
    &HEADER_ADDED,
    &HEADER_REMOVED,
];

pub(crate) static SUCCESS_ADDED: Rule = Rule::api(
    "api-success-status-added",
    Level::Additive,
    "An operation may succeed with a status that was not described.",
    "Treat it as a success, as the crate does.",
);

pub(crate) static SUCCESS_REMOVED: Rule = Rule::api(
    "api-success-status-removed",
    Level::Breaking,
    "An operation succeeds with a status no more.",
    "Do not wait for it.",
);

pub(crate) static FAILURE_ADDED: Rule = Rule::api(
    "api-failure-status-added",
    Level::Additive,
    "An operation may fail with a status that was not described.",
    "See whether your program handles it.",
);

pub(crate) static FAILURE_REMOVED: Rule =
    Rule::api("api-failure-status-removed", Level::Additive, "A status of failure is described no more.", "Nothing.");

pub(crate) static BODY_ADDED: Rule = Rule::api(
    "api-response-body-added",
    Level::Additive,
    "An answer has a body that had none.",
    "Nothing; there is more to read.",
);

pub(crate) static BODY_REMOVED: Rule =
    Rule::api("api-response-body-removed", Level::Breaking, "An answer has a body no more.", "Do not read it.");

pub(crate) static MEDIA_TYPE_ADDED: Rule = Rule::api(
    "api-response-media-type-added",
    Level::Additive,
    "An answer may come in a form that it could not come in.",
    "Nothing, as long as the form that you ask for is still there.",
);

pub(crate) static MEDIA_TYPE_REMOVED: Rule = Rule::api(
    "api-response-media-type-removed",
    Level::Breaking,
    "An answer comes in a form no more.",
    "Take the new version of the crate, which asks for another form.",
);

pub(crate) static TYPE_CHANGED: Rule = Rule::api(
    "api-response-type-changed",
    Level::Breaking,
    "An answer has a type that has little to do with the one before.",
    "Read the new type.",
);

pub(crate) static TYPE_WIDENED: Rule = Rule::api(
    "api-response-type-widened",
    Level::Breaking,
    "An answer may have values that it could not have.",
    "Be ready for them.",
);

pub(crate) static TYPE_NARROWED: Rule = Rule::api(
    "api-response-type-narrowed",
    Level::Additive,
    "An answer has some of the values only that it could have.",
    "Nothing.",
);

pub(crate) static HEADER_ADDED: Rule = Rule::api(
    "api-response-header-added",
    Level::Additive,
    "An answer has a header that it had not.",
    "Nothing; there is more to read.",
);

pub(crate) static HEADER_REMOVED: Rule =
    Rule::api("api-response-header-removed", Level::Breaking, "An answer has a header no more.", "Do not read it.");
