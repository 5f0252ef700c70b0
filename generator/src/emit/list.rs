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
/// #[derive(Clone, Debug, PartialEq, Eq, Hash)]
/// #[non_exhaustive]
/// pub enum VerifyDeleteAccountRequestDtoVerifyMethod {
///     /// `PHONE_PASSCODE`
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
        let text = variant.docs.description.as_deref().map(docs::markdown).unwrap_or_default();
        let docs = docs::attributes(&[docs::code(&variant.wire_value), text]);
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
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// A value that this version of the crate does not know; it is written back as it came.
            #unknown(#payload),
        }
    }]
}
