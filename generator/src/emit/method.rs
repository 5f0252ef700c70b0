//! An operation as a method: a thin function that describes the request and says how to read the answer.

use super::rust::{self, BODY, INDENT};
use super::ty::{self, Path};
use super::{deprecated, docs, params, stream};
use crate::model::{
    MediaKind, Operation, Parameter, Presence, RequestBody, Shape, Success, TypeKind, TypeRef, TypeTable,
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
pub(super) fn item(types: &TypeTable, operation: &Operation) -> String {
    let mut arguments = vec!["&self".to_owned()];
    let mut calls = vec![format!("{}({:?})", operation.method.as_str().to_ascii_lowercase(), operation.path.text)];
    calls.extend(again(operation).map(str::to_owned));
    for parameter in &operation.path_parameters {
        let (argument, call) = path_argument(types, parameter);
        arguments.push(argument);
        calls.push(call);
    }
    if let Some(set) = operation.parameters.as_ref().filter(|set| set.presence == Presence::Required) {
        arguments.push(format!("params: {}", set.name));
        calls.push("params(params)".to_owned());
    }
    if let Some(body) = &operation.body {
        let (body_arguments, call) = self::body(types, body);
        arguments.extend(body_arguments);
        calls.push(call);
    }
    calls.push(format!("{}({:?})", call(&operation.responses.success), operation.wire_name));

    let mut text = docs::comment(INDENT, &paragraphs(operation));
    text.push_str(&deprecated::attribute(INDENT, operation.deprecation.as_ref()));
    text.push_str("    #[inline]\n");
    let answer = rust::parts(INDENT, ") -> Call<", &answer(types, operation), "> {");
    text.push_str(&rust::parts(INDENT, &format!("pub fn {}(", operation.name), &arguments, answer.trim()));
    text.push_str(&rust::chain(BODY, "self.http", &calls));
    text + INDENT + "}\n"
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
        .filter(|parameter| parameter.docs.description.is_some() || parameter.deprecation.is_some())
        .map(|parameter| {
            // An argument cannot have the attribute.
            let deprecated = parameter.deprecation.as_ref().map(|it| docs::line(&deprecated::sentence(it)));
            let said =
                params::paragraphs(parameter).into_iter().take(1).chain(deprecated).collect::<Vec<_>>().join(" ");
            format!("- `{}`: {}", parameter.name.plain(), said.split_whitespace().collect::<Vec<_>>().join(" "))
        })
        .collect();
    paragraphs.push(described.join("\n"));
    let request = format!("{} {}", operation.method.as_str(), operation.path.text);
    paragraphs.push(format!("{}: {}", docs::code(&operation.wire_name), docs::code(&request)));
    paragraphs
}

/// Whether it may be sent again, where the HTTP method says otherwise.
fn again(operation: &Operation) -> Option<&'static str> {
    match (operation.repeatable, operation.method.is_idempotent()) {
        (true, false) => Some("repeatable()"),
        (false, true) => Some("not_repeatable()"),
        _ => None,
    }
}

/// What stands in `Call<models::UserDto>`, or in `Call<models::UserDto, ListParams>` where parameters may follow.
fn answer(types: &TypeTable, operation: &Operation) -> Vec<String> {
    let later = operation.parameters.as_ref().filter(|set| set.presence == Presence::Optional);
    let value = value(types, &operation.responses.success);
    std::iter::once(value).chain(later.map(|set| set.name.to_string())).collect()
}

/// What a call comes to.
pub(super) fn value(types: &TypeTable, success: &Success) -> String {
    match success {
        Success::Empty => "()".to_owned(),
        Success::Json { ty, may_be_empty, .. } => {
            let ty = ty::plain(types, ty, Path::Models);
            if *may_be_empty { format!("Option<{ty}>") } else { ty }
        }
        Success::Text => "String".to_owned(),
        Success::Bytes => "Vec<u8>".to_owned(),
    }
}

fn call(success: &Success) -> &'static str {
    match success {
        Success::Empty => "call_empty",
        Success::Json { shape: Shape::Usual, .. } => "call",
        Success::Json { shape: Shape::Bare, .. } => "call_bare",
        Success::Text => "call_text",
        Success::Bytes => "call_bytes",
    }
}

/// A variable of the path: text by reference, anything else by value.
pub(super) fn path_argument(types: &TypeTable, parameter: &Parameter) -> (String, String) {
    let Parameter { name, wire_name, .. } = parameter;
    if parameter.ty == TypeRef::String {
        return (format!("{name}: &str"), format!("path({wire_name:?}, &{name})"));
    }
    let ty = ty::plain(types, &parameter.ty, Path::Models);
    let put = if is_scalar(types, &parameter.ty) { "path" } else { "path_parts" };
    (format!("{name}: {ty}"), format!("{put}({wire_name:?}, &{name})"))
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
pub(super) fn body(types: &TypeTable, body: &RequestBody) -> (Vec<String>, String) {
    let optional = body.presence == Presence::Optional;
    match body.content.kind {
        MediaKind::Json | MediaKind::Form => {
            let ty = ty::plain(types, &body.content.ty, Path::Models);
            let ty = if optional { format!("Option<{ty}>") } else { ty };
            let write = if body.content.kind == MediaKind::Json { "json" } else { "form" };
            (vec![format!("body: {ty}")], format!("{write}(&body)"))
        }
        MediaKind::Text => (vec!["body: impl Into<String>".to_owned()], "text(body.into())".to_owned()),
        MediaKind::Bytes if !body.content.media_type.contains('*') => {
            (vec!["body: Vec<u8>".to_owned()], format!("bytes({:?}, body)", body.content.media_type))
        }
        MediaKind::Bytes | MediaKind::Multipart => {
            (vec!["content_type: &str".to_owned(), "body: Vec<u8>".to_owned()], "bytes(content_type, body)".to_owned())
        }
    }
}
