//! Answers.

use serde_json::{Value, json};

use super::AnswerSample;
use super::dice::Dice;
use super::maker::{Maker, Place, Spot};
use super::request::preferred;
use super::shape::Shape;
use crate::document::{MediaType, Operation};

/// A successful answer of an operation.
pub(super) fn sample(maker: &Maker<'_>, operation: &Operation) -> AnswerSample {
    let response = operation.success();
    let status = response.map_or(200, |response| response.code());
    let content = response.and_then(|response| preferred(&response.content));
    // Whoever is led elsewhere does not read on.
    match content.filter(|_| !(300..400).contains(&status)) {
        Some(content) => {
            let body = body(maker, operation, content);
            AnswerSample { status, media_type: Some(content.name.clone()), body: Some(body) }
        }
        None => AnswerSample { status, media_type: None, body: None },
    }
}

fn body(maker: &Maker<'_>, operation: &Operation, content: &MediaType) -> Value {
    let dice = Dice::new(maker.seed, &operation.id).child("answer");
    let spot = Spot::top(dice, "", Place::Body);
    let mut body = maker.whole(&content.schema, content.example.as_ref(), spot);
    // Within the envelope of an API whose HTTP status is always 200, these say whether the call was successful.
    let shape = Shape::read(maker.root, &[&content.schema]);
    for (name, success) in [("statusCode", 200), ("apiCode", 0)] {
        let described = shape.properties.get(name).map(|schemas| Shape::read(maker.root, schemas));
        let is_number = described.is_some_and(|it| it.kind == Some("integer"));
        if let Some(value) = body.get_mut(name).filter(|_| is_number) {
            *value = json!(success);
        }
    }
    body
}
