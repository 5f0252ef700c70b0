//! Objects as structs.

use proc_macro2::TokenStream;
use quote::quote;

use super::ty::{self, Path, token};
use super::{docs, facts, uses};
use crate::model::{Field, Object, Presence, TypeDef, TypeRef, TypeTable};

/// The struct of an object and its constructor and setters.
///
/// ```text
/// /// Whether the operation worked.
/// #[non_exhaustive]
/// pub struct IsSuccessDto {
///     /// `success`.
///     pub success: bool,
///
///     /// Properties that the description does not name, kept as they came.
///     pub extra: json::Extra,
/// }
///
/// impl IsSuccessDto {
///     /// An `IsSuccessDto` of the properties that must be there.
///     #[inline]
///     pub fn new(success: bool) -> Self {
///         Self { success, extra: json::Extra::new() }
///     }
/// }
/// ```
pub(super) fn items(types: &TypeTable, def: &TypeDef, object: &Object) -> Vec<TokenStream> {
    let required = object.fields.iter().any(|field| field.presence.is_required());
    let default = (!required).then(|| default(def));
    [Some(structure(types, def, object)), Some(methods(types, def, object)), default].into_iter().flatten().collect()
}

/// Another name for a type: `pub type TagListDto = Vec<TagDto>;`.
pub(super) fn alias(types: &TypeTable, def: &TypeDef, target: &TypeRef) -> TokenStream {
    let docs = docs::attributes(&paragraphs(types, def));
    let name = token(&def.name);
    let target = ty::plain(types, target, Path::Imported);
    quote! { #docs pub type #name = #target; }
}

/// A type's texts, where it is met, and its wire name.
pub(super) fn paragraphs(types: &TypeTable, def: &TypeDef) -> Vec<String> {
    let text = |text: &Option<String>| text.as_deref().map(docs::markdown).unwrap_or_default();
    let deprecated = if def.deprecated { "Deprecated." } else { "" };
    let mut said = vec![text(&def.docs.summary), text(&def.docs.description), uses::sentence(types, def)];
    said.push(deprecated.to_owned());
    // A type that bears its schema's name need not repeat it.
    if def.wire_name != def.name.plain() || said.iter().all(String::is_empty) {
        said.push(format!("{}.", docs::code(&def.wire_name)));
    }
    said
}

fn structure(types: &TypeTable, def: &TypeDef, object: &Object) -> TokenStream {
    let docs = docs::attributes(&paragraphs(types, def));
    let name = token(&def.name);
    let fields = object.fields.iter().map(|field| {
        let docs = docs::attributes(&field_paragraphs(field));
        let name = token(&field.name);
        let ty = ty::field(types, &field.ty, field.presence, Path::Imported);
        quote! { #docs pub #name: #ty }
    });
    let rest = token(&object.rest.name);
    let rest_type = rest_type(types, object);
    quote! {
        #docs
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
            /// Properties that the description does not name, kept as they came.
            pub #rest: #rest_type,
        }
    }
}

fn rest_type(types: &TypeTable, object: &Object) -> TokenStream {
    match &object.rest.values {
        Some(item) => {
            let item = ty::element(types, item, Path::Imported);
            quote!(BTreeMap<String, #item>)
        }
        None => quote!(json::Extra),
    }
}

fn field_paragraphs(field: &Field) -> Vec<String> {
    let wire_name = docs::code(&field.wire_name);
    let text = [&field.docs.summary, &field.docs.description]
        .into_iter()
        .flatten()
        .map(|text| docs::markdown(text))
        .next_back();
    let said = match text {
        Some(text) if !text.contains('\n') => format!("{text} ({wire_name})"),
        Some(text) => format!("{text}\n\n{wire_name}"),
        None => format!("{wire_name}."),
    };
    vec![said, facts::sentences(field.default.as_ref(), &field.constraints, field.access, field.deprecated)]
}

fn methods(types: &TypeTable, def: &TypeDef, object: &Object) -> TokenStream {
    let name = token(&def.name);
    let new = constructor(types, object);
    let setters =
        object.fields.iter().filter(|field| field.presence != Presence::Required).map(|field| setter(types, field));
    quote! {
        impl #name {
            #new
            #(#setters)*
        }
    }
}

fn constructor(types: &TypeTable, object: &Object) -> TokenStream {
    let required: Vec<&Field> = object.fields.iter().filter(|field| field.presence.is_required()).collect();
    let said = match required.len() {
        0 => "With nothing set.",
        1 => "With the one property that must be there, and nothing else set.",
        _ => "With the properties that must be there, and nothing else set.",
    };
    let docs = docs::attributes(&[said.to_owned()]);
    let arguments = required.iter().map(|field| {
        let name = token(&field.name);
        let (ty, _) = ty::argument(types, &field.ty, &name, Path::Imported);
        let ty = if field.presence == Presence::Nullable {
            ty::field(types, &field.ty, field.presence, Path::Imported)
        } else {
            ty
        };
        quote!(#name: #ty)
    });
    let values = object.fields.iter().map(|field| {
        let name = token(&field.name);
        match field.presence {
            Presence::Required => {
                let (_, value) = ty::argument(types, &field.ty, &name, Path::Imported);
                ty::initializer(&name, value)
            }
            Presence::Nullable => quote!(#name),
            Presence::Optional => quote!(#name: None),
            Presence::OptionalNullable => quote!(#name: Nullable::Unset),
        }
    });
    let rest = token(&object.rest.name);
    let empty = if object.rest.values.is_some() { quote!(BTreeMap::new()) } else { quote!(json::Extra::new()) };
    let many = (required.len() > 7)
        .then(|| quote!(#[expect(clippy::too_many_arguments, reason = "one for each property that must be there")]));
    quote! {
        #docs
        #many
        #[must_use]
        #[inline]
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#values,)* #rest: #empty }
        }
    }
}

fn setter(types: &TypeTable, field: &Field) -> TokenStream {
    let docs = docs::attributes(&[format!("Sets {}.", docs::code(&field.wire_name))]);
    let setter = token(&field.setter);
    let name = token(&field.name);
    let (argument, value) = ty::argument(types, &field.ty, &name, Path::Imported);
    let value = value.unwrap_or_else(|| quote!(#name));
    let value = match field.presence {
        Presence::OptionalNullable => quote!(Nullable::Value(#value)),
        _ => quote!(Some(#value)),
    };
    quote! {
        #docs
        #[must_use]
        #[inline]
        pub fn #setter(mut self, #name: #argument) -> Self {
            self.#name = #value;
            self
        }
    }
}

/// With nothing that must be given, an empty object is a value like any other.
fn default(def: &TypeDef) -> TokenStream {
    let name = token(&def.name);
    quote! {
        impl Default for #name {
            #[inline]
            fn default() -> Self {
                Self::new()
            }
        }
    }
}
