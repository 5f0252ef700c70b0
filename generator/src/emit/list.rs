//! Lists of allowed values as open enums.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::dto::paragraphs;
use super::ty::token;
use crate::model::{Enum, EnumRepr, TypeDef, TypeTable};

/// The enum of a list of values.
///
/// ```text
/// /// `VerifyDeleteAccountRequestDto.verifyMethod`.
/// #[derive(Clone, Debug, PartialEq)]
/// #[non_exhaustive]
/// pub enum VerifyDeleteAccountRequestDtoVerifyMethod {
///     /// Passcode sent by text message (`PHONE_PASSCODE`)
///     PhonePasscode,
///
///     /// A value that this version of the crate does not know; it is written back as it came.
///     Unknown(UnknownValue),
/// }
/// ```
pub(super) fn items(types: &TypeTable, def: &TypeDef, list: &Enum) -> Vec<TokenStream> {
    let docs = docs::attributes(&paragraphs(types, def));
    let name = token(&def.name);
    let variants = list.variants.iter().map(|variant| {
        let wire_value = docs::code(&variant.wire_value);
        let said = match &variant.docs.description {
            Some(text) => format!("{} ({wire_value})", docs::markdown(text)),
            None => wire_value,
        };
        let docs = docs::attributes(&[said]);
        let name = token(&variant.name);
        quote! { #docs #name }
    });
    let unknown = token(&list.unknown);
    let payload = match list.repr {
        EnumRepr::Text => quote!(UnknownValue),
        EnumRepr::Integer => quote!(i64),
    };
    vec![quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// A value that this version of the crate does not know; it is written back as it came.
            #unknown(#payload),
        }
    }]
}
