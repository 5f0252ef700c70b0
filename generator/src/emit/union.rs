//! Values that are one of several types as enums.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::dto::paragraphs;
use super::ty::{self, Path, token};
use crate::model::{Tagging, TypeDef, TypeRef, TypeTable, Union, UnionVariant};

/// The enum of a union, and a conversion from each type that stands in it once.
///
/// ```text
/// #[derive(Clone, Debug, PartialEq)]
/// #[non_exhaustive]
/// pub enum Pet {
///     /// `petType` is `cat`.
///     Cat(Cat),
///
///     /// A value that fits none of the known types, kept as it came.
///     Unknown(Value),
/// }
///
/// impl From<Cat> for Pet {
///     #[inline]
///     fn from(value: Cat) -> Self {
///         Self::Cat(value)
///     }
/// }
/// ```
pub(super) fn items(types: &TypeTable, def: &TypeDef, union: &Union) -> Vec<TokenStream> {
    let mut items = vec![definition(types, def, union)];
    items.extend(
        union.variants.iter().filter(|variant| is_convertible(variant)).map(|variant| conversion(types, def, variant)),
    );
    items
}

fn definition(types: &TypeTable, def: &TypeDef, union: &Union) -> TokenStream {
    let docs = docs::attributes(&paragraphs(types, def));
    let name = token(&def.name);
    let variants = union.variants.iter().map(|variant| {
        let docs = docs::attributes(&[said(types, union, variant)]);
        let name = token(&variant.name);
        let ty = ty::plain(types, &variant.ty, Path::Imported);
        quote! { #docs #name(#ty) }
    });
    let unknown = token(&union.unknown);
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// A value that fits none of the known types, kept as it came.
            #unknown(Value),
        }
    }
}

fn said(types: &TypeTable, union: &Union, variant: &UnionVariant) -> String {
    match &union.tagging {
        Tagging::Tagged { property } => {
            let tags: Vec<String> = variant.tags.iter().map(|tag| docs::code(tag)).collect();
            format!("{} is {}.", docs::code(property), tags.join(" or "))
        }
        Tagging::Untagged => match variant.ty.named() {
            Some(id) => format!("{}.", docs::code(&types.get(id).wire_name)),
            None => "A plain value.".to_owned(),
        },
    }
}

/// Free JSON is what the last variant holds as well, so a conversion would have to choose.
fn is_convertible(variant: &UnionVariant) -> bool {
    variant.ty != TypeRef::Json
}

fn conversion(types: &TypeTable, def: &TypeDef, variant: &UnionVariant) -> TokenStream {
    let union = token(&def.name);
    let name = token(&variant.name);
    let (from, value) = match &variant.ty {
        TypeRef::Boxed(id) => (ty::plain(types, &TypeRef::Named(*id), Path::Imported), quote!(Box::new(value))),
        other => (ty::plain(types, other, Path::Imported), quote!(value)),
    };
    quote! {
        impl From<#from> for #union {
            #[inline]
            fn from(value: #from) -> Self {
                Self::#name(#value)
            }
        }
    }
}
