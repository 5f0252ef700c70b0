//! Limits on values. Requests break where they become tighter, answers where they become looser.

use crate::level::Level;
use crate::rule::Rule;

/// Every rule of this file.
pub(super) static ALL: &[&Rule] = &[
    &TIGHTENED,
    &LOOSENED,
    &CHANGED,
    &PATTERN_ADDED,
    &PATTERN_REMOVED,
    &PATTERN_CHANGED,
    &FORMAT_CHANGED,
    &NUMBER_FORMAT_CHANGED,
];

pub(crate) static TIGHTENED: Rule = Rule::by_side(
    "api-limit-tightened",
    Level::Breaking,
    Level::Additive,
    "A limit admits fewer values, or there is one where there was none. Requests that were right may be refused.",
    "Check which values you send.",
);

pub(crate) static LOOSENED: Rule = Rule::by_side(
    "api-limit-loosened",
    Level::Additive,
    Level::Breaking,
    "A limit admits more values, or is gone. Answers may have values that they could not have; the crate reads them all.",
    "See whether something of yours counts on the old limit, such as the width of a column.",
);

pub(crate) static CHANGED: Rule = Rule::by_side(
    "api-limit-changed",
    Level::Breaking,
    Level::Breaking,
    "A limit admits other values, neither fewer nor more.",
    "Check which values you send, and what you count on in answers.",
);

pub(crate) static PATTERN_ADDED: Rule = Rule::by_side(
    "api-pattern-added",
    Level::Breaking,
    Level::Additive,
    "A text must match a pattern and did not have to.",
    "Check which texts you send.",
);

pub(crate) static PATTERN_REMOVED: Rule = Rule::by_side(
    "api-pattern-removed",
    Level::Additive,
    Level::Breaking,
    "A text need not match a pattern any more.",
    "See whether something of yours counts on the old pattern.",
);

pub(crate) static PATTERN_CHANGED: Rule = Rule::by_side(
    "api-pattern-changed",
    Level::Breaking,
    Level::Breaking,
    "A text must match another pattern. Which texts match both cannot be told from patterns.",
    "Check which texts you send, and what you count on in answers.",
);

pub(crate) static FORMAT_CHANGED: Rule = Rule::by_side(
    "api-format-changed",
    Level::Breaking,
    Level::Breaking,
    "A value has another `format`, and its type is the same.",
    "Check which values you send, and what you count on in answers.",
);

pub(crate) static NUMBER_FORMAT_CHANGED: Rule = Rule::by_side(
    "api-number-format-changed",
    Level::Cosmetic,
    Level::Cosmetic,
    "A number has another `format` and the same values: the format only says what the type said already.",
    "Nothing.",
);
