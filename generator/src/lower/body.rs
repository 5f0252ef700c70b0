//! Request bodies.

use openapiv3::{Encoding, MediaType, QueryStyle, ReferenceOr};

use super::area::Found;
use super::context::{At, Lowering};
use super::schema::Hint;
use super::{docs, media};
use crate::diagnostic::feature;
use crate::model::{MediaKind, Presence, RequestBody, TypeId, TypeKind, TypeRef};
use crate::source::Pointer;

/// Lowers what an operation sends; of several media types the crate sends the first it knows best.
pub(super) fn lower(lowering: &mut Lowering<'_>, found: &Found<'_>, type_name: &str) -> Option<RequestBody> {
    let at = found.at.child("requestBody");
    let (body, at) = match found.raw.request_body.as_ref()? {
        ReferenceOr::Item(body) => (body, at),
        ReferenceOr::Reference { reference } => {
            let (name, body) = lowering.document(&at).request_body(reference)?;
            let pointer = Pointer::root().child("components").child("requestBodies").child(name);
            (body, At { document: at.document, pointer })
        }
    };
    let at = at.child("content");
    let hint =
        Hint { name: format!("{type_name}Body"), wire_name: format!("{type_name}.body"), owner: None, property: None };
    let mut contents = media::contents(lowering, &body.content, &hint, &at).into_iter();
    let content = contents.next()?;
    let alternatives: Vec<_> = contents.collect();
    if content.kind == MediaKind::Multipart {
        let message = "multipart request bodies are not built; the method takes the finished body and its content type";
        lowering.unsupported(feature::MULTIPART_REQUEST_BODY, message, &at.child(&content.media_type));
    }
    let is_styled =
        |form: &MediaType| form.encoding.iter().any(|(name, it)| is_styled(lowering, &content.ty, name, it));
    if content.kind == MediaKind::Form && body.content.get(&content.media_type).is_some_and(is_styled) {
        let message = "properties of a form with a `style`, or with `explode: false`; the crate repeats the name of a list, and writes \
                       objects as JSON";
        lowering.unsupported(feature::FORM_ENCODING, message, &at.child(&content.media_type).child("encoding"));
    }
    if !alternatives.is_empty() {
        let message = format!("several media types for one body; the crate sends `{}`", content.media_type);
        lowering.unsupported(feature::SEVERAL_REQUEST_MEDIA_TYPES, message, &at);
    }
    Some(RequestBody {
        presence: if body.required { Presence::Required } else { Presence::Optional },
        docs: docs::of(None, body.description.as_deref()),
        content,
        alternatives,
    })
}

/// Whether a property is written in another way than properties of forms are. Without `explode`, elements share one name, which
/// is another way only for what has elements.
fn is_styled(lowering: &Lowering<'_>, form: &TypeRef, name: &str, encoding: &Encoding) -> bool {
    let has_style = encoding.style.as_ref().is_some_and(|style| !matches!(style, QueryStyle::Form));
    has_style || !encoding.explode && property(lowering, form, name).is_none_or(|ty| has_elements(lowering, ty))
}

/// The type of a property of a form, if it is described.
fn property<'a>(lowering: &'a Lowering<'_>, form: &TypeRef, name: &str) -> Option<&'a TypeRef> {
    let TypeKind::Object(object) = &lowering.def(named(lowering, form)?).kind else { return None };
    object.fields.iter().find(|field| field.wire_name == name).map(|field| &field.ty)
}

fn has_elements(lowering: &Lowering<'_>, ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Named(_) | TypeRef::Boxed(_) => {
            let kind = named(lowering, ty).map(|id| &lowering.def(id).kind);
            match kind {
                Some(TypeKind::Alias(ty)) => has_elements(lowering, ty),
                Some(TypeKind::Enum(_)) | None => false,
                Some(TypeKind::Object(_) | TypeKind::Union(_)) => true,
            }
        }
        TypeRef::List(_) | TypeRef::Map(_) | TypeRef::Json => true,
        _ => false,
    }
}

/// The type that a name stands for, behind the aliases of types with names; `None` for one that has no end.
fn named(lowering: &Lowering<'_>, ty: &TypeRef) -> Option<TypeId> {
    let (TypeRef::Named(mut id) | TypeRef::Boxed(mut id)) = *ty else { return None };
    for _ in 0..MOST_ALIASES {
        match &lowering.def(id).kind {
            TypeKind::Alias(TypeRef::Named(next)) => id = *next,
            _ => return Some(id),
        }
    }
    None
}

/// More aliases of aliases than references lead through.
const MOST_ALIASES: usize = 200;
