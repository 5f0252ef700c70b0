//! Operations: whether they are there, and where.

use crate::level::Level;
use crate::rule::Rule;

/// Every rule of this file.
pub(super) static ALL: &[&Rule] = &[
    &ADDED,
    &REMOVED,
    &MOVED,
    &RENAMED,
    &HIDDEN,
    &SHOWN,
    &DEPRECATED,
    &REACTIVATED,
    &AREA_CHANGED,
    &TEXT_CHANGED,
    &ENVELOPE_CHANGED,
    &SERVER_CHANGED,
    &VERSION_CHANGED,
];

pub(crate) static ADDED: Rule = Rule::api(
    "api-operation-added",
    Level::Additive,
    "The service has an operation that it did not have.",
    "Nothing; there is more to call.",
);

pub(crate) static REMOVED: Rule = Rule::api(
    "api-operation-removed",
    Level::Breaking,
    "The service has an operation no more, or its description names it no more.",
    "Stop calling it before the service answers 404; look for its successor in the documentation of its area.",
);

pub(crate) static MOVED: Rule = Rule::api(
    "api-operation-moved",
    Level::Breaking,
    "An operation has another path or HTTP method.",
    "Take the new version of the crate; an older one calls the old address.",
);

pub(crate) static RENAMED: Rule = Rule::api(
    "api-operation-renamed",
    Level::Cosmetic,
    "An operation has another id at the same path and method; the service does not know ids.",
    "Call the method by its new name once the crate has it; requests are the same.",
);

pub(crate) static HIDDEN: Rule = Rule::api(
    "api-operation-became-hidden",
    Level::Breaking,
    "The description keeps an operation from SDKs that it did not keep.",
    "Stop calling it: what is hidden may go without notice.",
);

pub(crate) static SHOWN: Rule = Rule::api(
    "api-operation-became-public",
    Level::Additive,
    "The description keeps an operation from SDKs no more.",
    "Nothing; there is more to call.",
);

pub(crate) static DEPRECATED: Rule = Rule::api(
    "api-operation-deprecated",
    Level::Additive,
    "An operation should no longer be used.",
    "Plan to call something else; it still works.",
);

pub(crate) static REACTIVATED: Rule = Rule::api(
    "api-operation-reactivated",
    Level::Cosmetic,
    "An operation that should no longer be used may be used again.",
    "Nothing.",
);

pub(crate) static AREA_CHANGED: Rule = Rule::api(
    "api-operation-area-changed",
    Level::Cosmetic,
    "An operation stands under another tag; requests are the same.",
    "If the crate is used with single features, turn on the one of the new area.",
);

pub(crate) static TEXT_CHANGED: Rule = Rule::api(
    "api-operation-text-changed",
    Level::Cosmetic,
    "The title or the description of an operation is another.",
    "Read it, if the operation matters.",
);

pub(crate) static ENVELOPE_CHANGED: Rule = Rule::api(
    "api-envelope-changed",
    Level::Breaking,
    "Answers are wrapped in another way.",
    "Take the new version of the crate; an older one reads answers wrongly.",
);

pub(crate) static SERVER_CHANGED: Rule = Rule::api(
    "api-server-changed",
    Level::Breaking,
    "The first server of the description, which programs call that set none, is another.",
    "Check the base URL, and set it where it matters.",
);

pub(crate) static VERSION_CHANGED: Rule =
    Rule::api("api-version-changed", Level::Cosmetic, "The description's own version is another.", "Nothing.");
