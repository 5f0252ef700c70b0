//! Texts of the document, cleaned of nothing but blank edges.

use super::shape::Shape;
use crate::model::Docs;

pub(super) fn of(summary: Option<&str>, description: Option<&str>) -> Docs {
    Docs { summary: text(summary), description: text(description) }
}

pub(super) fn of_schema(shape: &Shape<'_>) -> Docs {
    let data = shape.data;
    of(data.and_then(|data| data.title.as_deref()), data.and_then(|data| data.description.as_deref()))
}

fn text(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}
