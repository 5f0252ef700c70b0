//! Media types: which family one belongs to, and which of several is taken.

use openapiv3::{Content as Raw, MediaType, ReferenceOr};

use super::constraint;
use super::context::{At, Lowering};
use super::object::literal;
use super::schema::{self, Hint};
use super::shape::Shape;
use crate::diagnostic::feature;
use crate::model::{Constraints, Content, MediaKind, TypeRef};

/// Lowers every media type of a body, the one that the crate takes first; it gets the best name, too.
pub(super) fn contents(lowering: &mut Lowering<'_>, raw: &Raw, hint: &Hint, at: &At) -> Vec<Content> {
    let structured = |media_type: &str, content: &MediaType| {
        let at = at.child(media_type).child("schema");
        content.schema.as_ref().is_some_and(|schema| is_structured(lowering, schema, &at))
    };
    let mut sorted: Vec<(MediaKind, &str, &MediaType)> = raw
        .iter()
        .map(|(media_type, content)| (kind(media_type, structured(media_type, content)), media_type.as_str(), content))
        .collect();
    sorted.sort_by(|a, b| rank(a.0, a.1).cmp(&rank(b.0, b.1)));
    let first = sorted.first().map(|(kind, media_type, content)| (*kind, *media_type, structured(media_type, content)));
    if let Some((MediaKind::Text | MediaKind::Bytes, media_type, true)) = first {
        untyped(lowering, media_type, at);
    }
    sorted
        .into_iter()
        .map(|(kind, media_type, content)| {
            let at = at.child(media_type).child("schema");
            let ty = match (&content.schema, kind) {
                (Some(schema), MediaKind::Json | MediaKind::Form | MediaKind::Multipart) => {
                    schema::lower(lowering, schema, hint, &at).ty
                }
                (None, MediaKind::Json) => TypeRef::Json,
                _ => TypeRef::String,
            };
            let constraints = match &content.schema {
                Some(ReferenceOr::Item(schema)) => constraint::of(schema),
                // What it refers to has limits of its own.
                _ => Constraints::default(),
            };
            let example = literal(content.example.as_ref());
            Content { media_type: media_type.to_owned(), kind, ty, constraints, example }
        })
        .collect()
}

/// A schema over a media type that the crate has no reader and writer for: the body stays text or bytes.
fn untyped(lowering: &mut Lowering<'_>, media_type: &str, at: &At) {
    let name = if media_type.contains("xml") { feature::XML_MEDIA_TYPE } else { feature::OTHER_MEDIA_TYPE };
    let message = format!("a schema for `{media_type}`; the crate takes and answers such bodies as they are");
    lowering.unsupported(name, message, &at.child(media_type));
}

/// The family of a media type. A range such as `*/*` is JSON where the schema has structure.
pub(super) fn kind(media_type: &str, structured: bool) -> MediaKind {
    let essence = media_type.split(';').next().unwrap_or(media_type).trim().to_ascii_lowercase();
    match essence.as_str() {
        "application/json" => MediaKind::Json,
        "application/x-www-form-urlencoded" => MediaKind::Form,
        "*/*" | "application/*" if structured => MediaKind::Json,
        _ if essence.ends_with("+json") => MediaKind::Json,
        _ if essence.starts_with("multipart/") => MediaKind::Multipart,
        _ if essence.starts_with("text/") => MediaKind::Text,
        _ => MediaKind::Bytes,
    }
}

fn is_structured(lowering: &Lowering<'_>, schema: &ReferenceOr<openapiv3::Schema>, at: &At) -> bool {
    let schema = match schema {
        ReferenceOr::Item(schema) => Some(schema),
        ReferenceOr::Reference { reference } => lowering.document(at).schema(reference).map(|(_, schema)| schema),
    };
    schema.is_some_and(|schema| {
        let shape = Shape::of(schema);
        shape.is_structural() && shape.ty != Some("string")
    })
}

fn rank(kind: MediaKind, media_type: &str) -> (u8, bool, &str) {
    let family = match kind {
        MediaKind::Json => 0,
        MediaKind::Form => 1,
        MediaKind::Multipart => 2,
        MediaKind::Text => 3,
        MediaKind::Bytes => 4,
    };
    (family, media_type != "application/json", media_type)
}
