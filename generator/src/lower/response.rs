//! Answers: all that are documented, and the one thing that a method returns.

use openapiv3::{Header as RawHeader, ParameterSchemaOrContent, ReferenceOr, Response as Raw, StatusCode};

use super::area::Found;
use super::context::{At, Lowering};
use super::schema::{self, Hint};
use super::{docs, media};
use crate::diagnostic::feature;
use crate::model::{Content, Header, MediaKind, Response, Responses, Shape, Status, Success, TypeRef};
use crate::naming::{Case, ident};
use crate::source::Pointer;

/// Lowers every documented answer of an operation.
pub(super) fn lower(lowering: &mut Lowering<'_>, found: &Found<'_>, type_name: &str) -> Responses {
    let at = found.at.child("responses");
    let raw = &found.raw.responses;
    let coded = raw.responses.iter().map(|(code, response)| (status(code), response, code.to_string()));
    let default = raw.default.iter().map(|response| (Status::Default, response, "default".to_owned()));
    let mut listed: Vec<_> = coded.chain(default).collect();
    listed.sort_by_key(|(status, ..)| *status);
    let mut all = Vec::with_capacity(listed.len());
    for (status, response, key) in listed {
        let Some((response, at)) = resolve(lowering, response, at.child(&key)) else { continue };
        all.push(one(lowering, status, response, &key, type_name, &at));
    }
    Responses { success: success(lowering, &all, &at), all }
}

fn status(code: &StatusCode) -> Status {
    match code {
        StatusCode::Code(code) => Status::Code(*code),
        StatusCode::Range(class) => Status::Class(*class),
    }
}

fn resolve<'a>(lowering: &Lowering<'a>, response: &'a ReferenceOr<Raw>, at: At) -> Option<(&'a Raw, At)> {
    match response {
        ReferenceOr::Item(response) => Some((response, at)),
        ReferenceOr::Reference { reference } => {
            let (name, response) = lowering.document(&at).response(reference)?;
            let pointer = Pointer::root().child("components").child("responses").child(name);
            Some((response, At { document: at.document, pointer }))
        }
    }
}

fn one(lowering: &mut Lowering<'_>, status: Status, raw: &Raw, key: &str, type_name: &str, at: &At) -> Response {
    let suffix = match status {
        Status::Code(200..=299) | Status::Class(2) => String::new(),
        _ => ident(&format!("status {key}"), Case::Variant).plain().to_owned(),
    };
    let hint = Hint {
        name: format!("{type_name}{suffix}Response"),
        wire_name: format!("{type_name}.{key}"),
        owner: None,
        property: None,
    };
    Response {
        status,
        docs: docs::of(None, Some(&raw.description)),
        contents: media::contents(lowering, &raw.content, &hint, &at.child("content")),
        headers: headers(lowering, raw, at),
    }
}

fn headers(lowering: &Lowering<'_>, raw: &Raw, at: &At) -> Vec<Header> {
    let mut headers = Vec::new();
    for (wire_name, header) in &raw.headers {
        let at = at.child("headers").child(wire_name);
        let header: Option<&RawHeader> = match header {
            ReferenceOr::Item(header) => Some(header),
            ReferenceOr::Reference { reference } => lowering.document(&at).header(reference).map(|(_, header)| header),
        };
        let Some(header) = header else { continue };
        let ty = match &header.format {
            // A header is read as text by the caller, so an inline schema needs no type of its own.
            ParameterSchemaOrContent::Schema(ReferenceOr::Reference { reference }) => {
                schema::reference_to(lowering, reference, &at).ty
            }
            ParameterSchemaOrContent::Schema(ReferenceOr::Item(_)) => TypeRef::String,
            ParameterSchemaOrContent::Content(_) => TypeRef::Json,
        };
        headers.push(Header { wire_name: wire_name.clone(), ty, docs: docs::of(None, header.description.as_deref()) });
    }
    headers.sort_by(|a, b| a.wire_name.cmp(&b.wire_name));
    headers
}

/// What the method returns: the successful answers' value, if they agree on one.
///
/// Where no answer is marked as a success, `default` stands for it (OpenAPI 3.0.4, section 4.7.16).
fn success(lowering: &mut Lowering<'_>, all: &[Response], at: &At) -> Success {
    let mut answers: Vec<&Response> = all.iter().filter(|response| response.status.is_success()).collect();
    if answers.is_empty() {
        answers = all.iter().filter(|response| response.status == Status::Default).collect();
    }
    let mut values: Vec<Success> = Vec::new();
    for answer in &answers {
        if answer.contents.len() > 1 {
            let message = "several media types for one answer; the crate reads the first it knows best";
            lowering.unsupported(feature::SEVERAL_RESPONSE_MEDIA_TYPES, message, at);
        }
        let value = value(answer.contents.first());
        if !values.contains(&value) {
            values.push(value);
        }
    }
    match values.as_slice() {
        [] => Success::Empty,
        [value] => value.clone(),
        [Success::Empty, Success::Json { ty, shape, .. }] | [Success::Json { ty, shape, .. }, Success::Empty] => {
            Success::Json { ty: ty.clone(), shape: *shape, may_be_empty: true }
        }
        several => {
            let message = "successful answers of several types; the crate returns free JSON or bytes";
            lowering.unsupported(feature::SEVERAL_SUCCESS_TYPES, message, at);
            let json = several.iter().all(|value| matches!(value, Success::Json { .. } | Success::Empty));
            let may_be_empty = several.contains(&Success::Empty);
            if json { Success::Json { ty: TypeRef::Json, shape: Shape::Usual, may_be_empty } } else { Success::Bytes }
        }
    }
}

fn value(content: Option<&Content>) -> Success {
    match content {
        None => Success::Empty,
        Some(content) => match content.kind {
            MediaKind::Json => Success::Json { ty: content.ty.clone(), shape: Shape::Usual, may_be_empty: false },
            MediaKind::Text => Success::Text,
            MediaKind::Form | MediaKind::Multipart | MediaKind::Bytes => Success::Bytes,
        },
    }
}
