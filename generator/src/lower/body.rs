//! Request bodies.

use openapiv3::{MediaType, QueryStyle, ReferenceOr};

use super::area::Found;
use super::context::{At, Lowering};
use super::schema::Hint;
use super::{docs, media};
use crate::diagnostic::feature;
use crate::model::{MediaKind, Presence, RequestBody};
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
    if content.kind == MediaKind::Form && body.content.get(&content.media_type).is_some_and(is_styled) {
        let message =
            "properties of a form with a `style`; the crate repeats the name of a list, and writes objects as JSON";
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

/// Whether a property is written in another style than that of forms.
fn is_styled(form: &MediaType) -> bool {
    let mut styles = form.encoding.values().filter_map(|encoding| encoding.style.as_ref());
    styles.any(|style| !matches!(style, QueryStyle::Form))
}
