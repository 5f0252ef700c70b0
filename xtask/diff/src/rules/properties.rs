//! Properties of objects. The type may travel either way, so most of these rules tell the sides apart.

use crate::level::Level;
use crate::rule::Rule;

/// Every rule of this file.
pub(super) static ALL: &[&Rule] = &[
    &ADDED_REQUIRED,
    &ADDED_OPTIONAL,
    &REMOVED,
    &RENAMED,
    &BECAME_REQUIRED,
    &BECAME_OPTIONAL,
    &BECAME_NULLABLE,
    &BECAME_NOT_NULLABLE,
    &TYPE_CHANGED,
    &TYPE_WIDENED,
    &TYPE_NARROWED,
    &BECAME_READ_ONLY,
    &BECAME_NOT_READ_ONLY,
    &BECAME_WRITE_ONLY,
    &BECAME_NOT_WRITE_ONLY,
    &ADDITIONAL_CHANGED,
    &ADDITIONAL_WIDENED,
    &ADDITIONAL_NARROWED,
];

pub(crate) static ADDED_REQUIRED: Rule = Rule::by_side(
    "api-required-property-added",
    Level::Breaking,
    Level::Additive,
    "An object has a property that must be there. Requests without it are refused; answers have it, and say more than before.",
    "Set it in requests.",
);

pub(crate) static ADDED_OPTIONAL: Rule = Rule::by_side(
    "api-optional-property-added",
    Level::Additive,
    Level::Additive,
    "An object has a property that may be there.",
    "Nothing; there is more to say and to read.",
);

pub(crate) static REMOVED: Rule = Rule::by_side(
    "api-property-removed",
    Level::Breaking,
    Level::Breaking,
    "An object has a property no more. What it did in requests is not done any more, and answers do not have it.",
    "Stop setting it and stop reading it.",
);

pub(crate) static RENAMED: Rule = Rule::by_side(
    "api-property-renamed",
    Level::Breaking,
    Level::Breaking,
    "A property that was there is gone, and one of the same type and text, or of nearly the same name, is there under another name.",
    "Use the new name, after a look at whether it means the same.",
);

pub(crate) static BECAME_REQUIRED: Rule = Rule::by_side(
    "api-property-became-required",
    Level::Breaking,
    Level::Additive,
    "A property must be there that could be missing. Requests without it are refused; answers have it always.",
    "Set it in requests.",
);

pub(crate) static BECAME_OPTIONAL: Rule = Rule::by_side(
    "api-property-became-optional",
    Level::Additive,
    Level::Breaking,
    "A property may be missing that had to be there. Requests may leave it out; answers may not have it.",
    "Be ready for answers without it.",
);

pub(crate) static BECAME_NULLABLE: Rule = Rule::by_side(
    "api-property-became-nullable",
    Level::Additive,
    Level::Breaking,
    "A property may be null that could not. Requests may send null; answers may have it.",
    "Be ready for null in answers.",
);

pub(crate) static BECAME_NOT_NULLABLE: Rule = Rule::by_side(
    "api-property-became-not-nullable",
    Level::Breaking,
    Level::Additive,
    "A property may be null no more. Requests with null are refused; answers never have it.",
    "Do not send null.",
);

pub(crate) static TYPE_CHANGED: Rule = Rule::by_side(
    "api-property-type-changed",
    Level::Breaking,
    Level::Breaking,
    "A property has a type that has little to do with the one before.",
    "Send and read the new type.",
);

pub(crate) static TYPE_WIDENED: Rule = Rule::by_side(
    "api-property-type-widened",
    Level::Additive,
    Level::Breaking,
    "A property may have all values that it could have, and more. That is no trouble for who sends them; who reads them may not know the new ones.",
    "Be ready for other values in answers.",
);

pub(crate) static TYPE_NARROWED: Rule = Rule::by_side(
    "api-property-type-narrowed",
    Level::Breaking,
    Level::Additive,
    "A property may have some of the values only that it could have. Who sends the others is refused; who reads them knows them all.",
    "Check which values you send.",
);

pub(crate) static BECAME_READ_ONLY: Rule = Rule::by_side(
    "api-property-became-read-only",
    Level::Breaking,
    Level::Cosmetic,
    "A property is for answers alone (`readOnly`).",
    "Stop sending it.",
);

pub(crate) static BECAME_NOT_READ_ONLY: Rule = Rule::by_side(
    "api-property-became-not-read-only",
    Level::Additive,
    Level::Cosmetic,
    "A property that was for answers alone may be sent.",
    "Nothing.",
);

pub(crate) static BECAME_WRITE_ONLY: Rule = Rule::by_side(
    "api-property-became-write-only",
    Level::Cosmetic,
    Level::Breaking,
    "A property is for requests alone (`writeOnly`).",
    "Stop reading it.",
);

pub(crate) static BECAME_NOT_WRITE_ONLY: Rule = Rule::by_side(
    "api-property-became-not-write-only",
    Level::Cosmetic,
    Level::Additive,
    "A property that was for requests alone may be answered.",
    "Nothing.",
);

pub(crate) static ADDITIONAL_CHANGED: Rule = Rule::by_side(
    "api-additional-properties-changed",
    Level::Breaking,
    Level::Breaking,
    "Properties that an object does not name have another type (`additionalProperties`).",
    "Send and read the new type.",
);

pub(crate) static ADDITIONAL_WIDENED: Rule = Rule::by_side(
    "api-additional-properties-widened",
    Level::Additive,
    Level::Breaking,
    "Properties that an object does not name may have more values than they could.",
    "Be ready for other values in answers.",
);

pub(crate) static ADDITIONAL_NARROWED: Rule = Rule::by_side(
    "api-additional-properties-narrowed",
    Level::Breaking,
    Level::Additive,
    "Properties that an object does not name may have fewer values than they could.",
    "Check which values you send.",
);
