//! How callers prove who they are.

use crate::level::Level;
use crate::rule::Rule;

/// Every rule of this file.
pub(super) static ALL: &[&Rule] = &[
    &ADDED,
    &REMOVED,
    &CHANGED,
    &NEEDED,
    &DROPPED,
    &SCOPE_ADDED,
    &SCOPE_REMOVED,
    &SCHEME_ADDED,
    &SCHEME_REMOVED,
    &SCHEME_CHANGED,
];

pub(crate) static ADDED: Rule = Rule::api(
    "api-security-alternative-added",
    Level::Additive,
    "An operation can be called with credentials that it could not be called with.",
    "Nothing.",
);

pub(crate) static REMOVED: Rule = Rule::api(
    "api-security-alternative-removed",
    Level::Breaking,
    "An operation can be called with some credentials no more.",
    "Use others.",
);

pub(crate) static CHANGED: Rule = Rule::api(
    "api-security-changed",
    Level::Breaking,
    "An operation is called with other credentials: some will not do any more, and others will.",
    "Use the new ones.",
);

pub(crate) static NEEDED: Rule = Rule::api(
    "api-security-became-required",
    Level::Breaking,
    "An operation needs credentials that needed none.",
    "Give them.",
);

pub(crate) static DROPPED: Rule = Rule::api(
    "api-security-became-optional",
    Level::Additive,
    "An operation needs no credentials any more.",
    "Nothing.",
);

pub(crate) static SCOPE_ADDED: Rule = Rule::api(
    "api-security-scope-added",
    Level::Breaking,
    "An operation needs a scope that it did not need.",
    "Ask for it when you fetch the token.",
);

pub(crate) static SCOPE_REMOVED: Rule =
    Rule::api("api-security-scope-removed", Level::Additive, "An operation needs a scope no more.", "Nothing.");

pub(crate) static SCHEME_ADDED: Rule = Rule::api(
    "api-security-scheme-added",
    Level::Additive,
    "There is a way to prove who is calling that there was not.",
    "Nothing.",
);

pub(crate) static SCHEME_REMOVED: Rule =
    Rule::api("api-security-scheme-removed", Level::Breaking, "A way to prove who is calling is gone.", "Use another.");

pub(crate) static SCHEME_CHANGED: Rule = Rule::api(
    "api-security-scheme-changed",
    Level::Breaking,
    "A way to prove who is calling is another, such as a key in another header.",
    "Take the new version of the crate; an older one shows the old credentials.",
);
