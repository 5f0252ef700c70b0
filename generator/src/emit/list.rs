//! Lists of allowed values as open enums.

use super::docs;
use super::dto::paragraphs;
use super::rust::{self, INDENT};
use crate::model::{Enum, EnumRepr, TypeDef, TypeId, TypeTable};

/// The enum of a list of values.
///
/// ```text
/// /// `VerifyDeleteAccountRequestDto.verifyMethod`.
/// #[non_exhaustive]
/// pub enum VerifyDeleteAccountRequestDtoVerifyMethod {
///     /// Passcode sent by text message (`PHONE_PASSCODE`)
///     PhonePasscode,
///
///     /// A value that this version of the crate does not know; it is written back as it came.
///     Unknown(UnknownValue),
/// }
/// ```
///
/// What a list of texts does beside is short, and `json::open_enum!` writes it: a derived `clone`, `eq` or `fmt` has a piece for each
/// value, and is the longest function of the type to compile. A list of integers derives them.
pub(super) fn items(types: &TypeTable, def: &TypeDef, list: &Enum) -> String {
    let mut text = docs::comment("", &paragraphs(types, def));
    let (attributes, payload) = match list.repr {
        EnumRepr::Text => (NON_EXHAUSTIVE, "UnknownValue"),
        EnumRepr::Integer => (DERIVES, "i64"),
    };
    text.push_str(&format!("{attributes}pub enum {} {{\n", def.name));
    for variant in &list.variants {
        let wire_value = docs::code(&variant.wire_value);
        let said = match &variant.docs.description {
            Some(text) => format!("{} ({wire_value})", docs::markdown(text)),
            None => wire_value,
        };
        text.push_str(&docs::comment(INDENT, &[said]));
        text.push_str(&format!("{INDENT}{},\n\n", variant.name));
    }
    let rest = "A value that this version of the crate does not know; it is written back as it came.";
    text.push_str(&docs::comment(INDENT, &[rest.to_owned()]));
    text.push_str(&format!("{INDENT}{}({payload}),\n}}\n", list.unknown));
    rust::item(text)
}

/// Another name for the enum that lists the same values.
///
/// ```text
/// /// `UpdateUserReqDto.status`.
/// ///
/// /// The same type as [`UserDtoStatus`](super::UserDtoStatus), whose values these are.
/// pub type UpdateUserReqDtoStatus = UserDtoStatus;
/// ```
pub(super) fn another_name(types: &TypeTable, def: &TypeDef, original: TypeId) -> String {
    let original = &types.get(original).name;
    let mut said = paragraphs(types, def);
    said.push(format!("The same type as [`{original}`](super::{original}), whose values these are."));
    rust::item(format!("{}pub type {} = {original};\n", docs::comment("", &said), def.name))
}

/// What stands over an enum that a macro gives the rest.
const NON_EXHAUSTIVE: &str = "#[non_exhaustive]\n";

/// What stands over any other enum.
pub(super) const DERIVES: &str = "#[derive(Clone, Debug, PartialEq)]\n#[non_exhaustive]\n";
