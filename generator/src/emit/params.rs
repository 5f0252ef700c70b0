//! The query, header and cookie parameters of an operation as a struct.

use proc_macro2::TokenStream;
use quote::quote;

use super::ty::{self, Path, token};
use super::{docs, facts};
use crate::model::{Access, Client, Operation, Parameter, ParameterSet, Presence, TypeTable};

/// The struct of a parameter set with its constructor and setters.
///
/// ```text
/// /// Parameters of [`ManagementClient::list_groups`].
/// #[derive(Clone, PartialEq)]
/// #[non_exhaustive]
/// pub struct ListGroupsParams {
///     /// The number of the page, from 1. (`page`)
///     pub page: Option<i64>,
/// }
/// ```
pub(super) fn items(types: &TypeTable, client: &Client, operation: &Operation, set: &ParameterSet) -> Vec<TokenStream> {
    let name = token(&set.name);
    let docs = docs::attributes(&[format!("Parameters of [`{}::{}`].", client.name, operation.name.plain())]);
    let fields = set.parameters.iter().map(|parameter| {
        let docs = docs::attributes(&paragraphs(parameter));
        let name = token(&parameter.name);
        let ty = ty::field(types, &parameter.ty, parameter.presence, Path::Models);
        quote! { #docs pub #name: #ty }
    });
    let structure = quote! {
        #docs
        #[derive(Clone, PartialEq)]
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
        }
    };
    let new = constructor(types, set);
    let setters = set
        .parameters
        .iter()
        .filter(|parameter| !parameter.presence.is_required())
        .map(|parameter| setter(types, parameter));
    let methods = quote! { impl #name { #new #(#setters)* } };
    let default = (set.presence == Presence::Optional).then(|| {
        quote! { impl Default for #name { #[inline] fn default() -> Self { Self::new() } } }
    });
    [Some(structure), Some(methods), default].into_iter().flatten().collect()
}

/// What is said of a parameter.
pub(super) fn paragraphs(parameter: &Parameter) -> Vec<String> {
    let wire_name = docs::code(&parameter.wire_name);
    let text = parameter.docs.description.as_deref().map(docs::markdown);
    let said = match text {
        Some(text) if !text.contains('\n') => format!("{text} ({wire_name})"),
        Some(text) => format!("{text}\n\n{wire_name}"),
        None => format!("{wire_name}."),
    };
    let facts =
        facts::sentences(parameter.default.as_ref(), &parameter.constraints, Access::ReadWrite, parameter.deprecated);
    vec![said, facts]
}

fn constructor(types: &TypeTable, set: &ParameterSet) -> TokenStream {
    let required = || set.parameters.iter().filter(|parameter| parameter.presence.is_required());
    let said = if required().next().is_some() {
        "With the parameters that must be given, and nothing else set."
    } else {
        "With nothing set."
    };
    let docs = docs::attributes(&[said.to_owned()]);
    let arguments = required().map(|parameter| {
        let name = token(&parameter.name);
        let (ty, _) = ty::argument(types, &parameter.ty, &name, Path::Models);
        quote!(#name: #ty)
    });
    let values = set.parameters.iter().map(|parameter| {
        let name = token(&parameter.name);
        if !parameter.presence.is_required() {
            return quote!(#name: None);
        }
        let (_, value) = ty::argument(types, &parameter.ty, &name, Path::Models);
        ty::initializer(&name, value)
    });
    let many = (required().count() > 7)
        .then(|| quote!(#[expect(clippy::too_many_arguments, reason = "one for each parameter that must be given")]));
    quote! {
        #docs
        #many
        #[must_use]
        #[inline]
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#values),* }
        }
    }
}

fn setter(types: &TypeTable, parameter: &Parameter) -> TokenStream {
    let docs = docs::attributes(&[format!("Sets {}.", docs::code(&parameter.wire_name))]);
    let setter = token(&parameter.setter);
    let name = token(&parameter.name);
    let (argument, value) = ty::argument(types, &parameter.ty, &name, Path::Models);
    let value = value.unwrap_or_else(|| quote!(#name));
    quote! {
        #docs
        #[must_use]
        #[inline]
        pub fn #setter(mut self, #name: #argument) -> Self {
            self.#name = Some(#value);
            self
        }
    }
}
