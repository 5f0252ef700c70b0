//! An operation as a method: a thin function that describes the request and says how to read the answer.

use proc_macro2::{Ident as Token, Span, TokenStream};
use quote::quote;

use super::ty::{self, Path, token};
use super::{docs, params, stream};
use crate::model::{
    MediaKind, Method, Operation, Parameter, Presence, RequestBody, Shape, Success, TypeKind, TypeRef, TypeTable,
};

/// The method of an operation.
///
/// ```text
/// /// Deletes the account of the signed-in user.
/// ///
/// /// `ProfileV3Controller_deleteAccount`: `POST /api/v3/delete-account`
/// #[inline]
/// pub fn delete_account(&self, body: models::DeleteAccounDto) -> Call<models::IsSuccessRespDto> {
///     self.http.post("/api/v3/delete-account").json(&body).call("ProfileV3Controller_deleteAccount")
/// }
/// ```
pub(super) fn item(types: &TypeTable, operation: &Operation) -> TokenStream {
    let docs = docs::attributes(&paragraphs(operation));
    let deprecated = operation.deprecated.then(|| quote!(#[deprecated]));
    let name = token(&operation.name);
    let answer = answer(types, operation);
    let (path_arguments, path_values): (Vec<_>, Vec<_>) =
        operation.path_parameters.iter().map(|parameter| path_argument(types, parameter)).unzip();
    let (set_argument, set_value) = match &operation.parameters {
        Some(set) if set.presence == Presence::Required => {
            let set = token(&set.name);
            (Some(quote!(params: #set)), Some(quote!(.params(&params))))
        }
        _ => (None, None),
    };
    let (body_arguments, body_value) =
        operation.body.as_ref().map_or_else(Default::default, |body| self::body(types, body));
    let arguments = path_arguments.into_iter().chain(set_argument).chain(body_arguments);
    let begin = begin(operation.method);
    let again = again(operation);
    let path = &operation.path.text;
    let call = call(&operation.responses.success);
    let wire_name = &operation.wire_name;
    quote! {
        #docs
        #deprecated
        #[inline]
        pub fn #name(&self, #(#arguments),*) -> #answer {
            self.http.#begin(#path)#again #(#path_values)*#set_value #body_value.#call(#wire_name)
        }
    }
}

fn paragraphs(operation: &Operation) -> Vec<String> {
    let mut paragraphs: Vec<String> = [&operation.docs.summary, &operation.docs.description]
        .into_iter()
        .flatten()
        .map(|text| docs::markdown(text))
        .collect();
    if let Some(set) = operation.parameters.as_ref().filter(|set| set.presence == Presence::Optional) {
        paragraphs.push(format!("Its parameters are optional: [`{}`], given by [`Call::params`].", set.name));
    }
    paragraphs.extend(operation.pagination.as_ref().map(stream::sentences));
    let described: Vec<String> = operation
        .path_parameters
        .iter()
        .filter(|parameter| parameter.docs.description.is_some())
        .map(|parameter| {
            format!(
                "- `{}`: {}",
                parameter.name.plain(),
                params::paragraphs(parameter)[0].split_whitespace().collect::<Vec<_>>().join(" ")
            )
        })
        .collect();
    paragraphs.push(described.join("\n"));
    paragraphs.push(format!(
        "{}: `{} {}`",
        docs::code(&operation.wire_name),
        operation.method.as_str(),
        operation.path.text
    ));
    paragraphs
}

fn begin(method: Method) -> Token {
    Token::new(&method.as_str().to_ascii_lowercase(), Span::call_site())
}

/// Whether it may be sent again, where the HTTP method says otherwise.
fn again(operation: &Operation) -> Option<TokenStream> {
    match (operation.repeatable, operation.method.is_idempotent()) {
        (true, false) => Some(quote!(.repeatable())),
        (false, true) => Some(quote!(.not_repeatable())),
        _ => None,
    }
}

/// `Call<models::UserDto>`, or `Call<models::UserDto, ListParams>` where parameters may follow.
fn answer(types: &TypeTable, operation: &Operation) -> TokenStream {
    let value = value(types, &operation.responses.success);
    match operation.parameters.as_ref().filter(|set| set.presence == Presence::Optional) {
        Some(set) => {
            let set = token(&set.name);
            quote!(Call<#value, #set>)
        }
        None => quote!(Call<#value>),
    }
}

/// What a call comes to.
pub(super) fn value(types: &TypeTable, success: &Success) -> TokenStream {
    match success {
        Success::Empty => quote!(()),
        Success::Json { ty, may_be_empty, .. } => {
            let ty = ty::plain(types, ty, Path::Models);
            if *may_be_empty { quote!(Option<#ty>) } else { ty }
        }
        Success::Text => quote!(String),
        Success::Bytes => quote!(Vec<u8>),
    }
}

fn call(success: &Success) -> Token {
    let name = match success {
        Success::Empty => "call_empty",
        Success::Json { shape: Shape::Usual, .. } => "call",
        Success::Json { shape: Shape::Bare, .. } => "call_bare",
        Success::Text => "call_text",
        Success::Bytes => "call_bytes",
    };
    Token::new(name, Span::call_site())
}

/// A variable of the path: text by reference, anything else by value.
pub(super) fn path_argument(types: &TypeTable, parameter: &Parameter) -> (TokenStream, TokenStream) {
    let name = token(&parameter.name);
    let wire_name = &parameter.wire_name;
    if parameter.ty == TypeRef::String {
        return (quote!(#name: &str), quote!(.path(#wire_name, &#name)));
    }
    let ty = ty::plain(types, &parameter.ty, Path::Models);
    let put = if is_scalar(types, &parameter.ty) { quote!(path) } else { quote!(path_parts) };
    (quote!(#name: #ty), quote!(.#put(#wire_name, &#name)))
}

/// Whether a type's values have a text of their own.
fn is_scalar(types: &TypeTable, ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Named(id) | TypeRef::Boxed(id) => match &types.get(*id).kind {
            TypeKind::Enum(_) => true,
            TypeKind::Alias(target) => is_scalar(types, target),
            TypeKind::Object(_) | TypeKind::Union(_) => false,
        },
        TypeRef::List(_) | TypeRef::Map(_) | TypeRef::Json => false,
        _ => true,
    }
}

/// The arguments for a body, and how it goes into the request.
pub(super) fn body(types: &TypeTable, body: &RequestBody) -> (Vec<TokenStream>, TokenStream) {
    let optional = body.presence == Presence::Optional;
    match body.content.kind {
        MediaKind::Json | MediaKind::Form => {
            let ty = ty::plain(types, &body.content.ty, Path::Models);
            let ty = if optional { quote!(Option<#ty>) } else { ty };
            let write = if body.content.kind == MediaKind::Json { quote!(json) } else { quote!(form) };
            (vec![quote!(body: #ty)], quote!(.#write(&body)))
        }
        MediaKind::Text => (vec![quote!(body: impl Into<String>)], quote!(.text(body.into()))),
        MediaKind::Bytes if !body.content.media_type.contains('*') => {
            let media_type = &body.content.media_type;
            (vec![quote!(body: Vec<u8>)], quote!(.bytes(#media_type, body)))
        }
        MediaKind::Bytes | MediaKind::Multipart => {
            (vec![quote!(content_type: &str), quote!(body: Vec<u8>)], quote!(.bytes(content_type, body)))
        }
    }
}
