//! Requests.

use rand::RngExt;

use super::dice::Dice;
use super::maker::{Maker, Place, Spot};
use super::{RequestSample, Variant};
use crate::document::{Location, MediaType, Operation, Parameter, Style};

/// What is sent by other means (OpenAPI 3.0.4, section 4.7.12.2.1).
const RESERVED: [&str; 3] = ["accept", "authorization", "content-type"];

/// A request of an operation.
pub(super) fn sample(maker: &Maker<'_>, operation: &Operation) -> RequestSample {
    let mut request = RequestSample::default();
    let top = Dice::new(maker.seed, &operation.id).child("request");
    for parameter in &operation.parameters {
        let (location, place, name) = match parameter.location {
            Location::Path => (&mut request.path, Place::Path, "path"),
            Location::Query => (&mut request.query, Place::Query, "query"),
            Location::Header => (&mut request.headers, Place::Header, "header"),
            Location::Cookie => (&mut request.cookies, Place::Word, "cookie"),
        };
        let is_reserved = place == Place::Header && RESERVED.iter().any(|it| parameter.name.eq_ignore_ascii_case(it));
        let dice = top.child(name).child(&parameter.name);
        if is_reserved || !is_wanted(maker, parameter.required, dice) {
            continue;
        }
        let place = if parameter.is_json && place != Place::Header { Place::Body } else { place_of(parameter, place) };
        let spot = Spot::top(dice, &parameter.name, place);
        let value = maker.whole(&parameter.schema, parameter.example.as_ref(), spot);
        location.insert(parameter.name.clone(), value);
    }
    let Some(body) = &operation.body else { return request };
    let dice = top.child("body");
    if let Some(content) = preferred(&body.content).filter(|_| is_wanted(maker, body.required, dice)) {
        let is_form = ["application/x-www-form-urlencoded", "multipart/"].iter().any(|it| is_of(content, it));
        let place = if is_form { Place::Query } else { Place::Body };
        let value = maker.whole(&content.schema, content.example.as_ref(), Spot::top(dice, "", place));
        request.body = Some(value);
        request.media_type = Some(content.name.clone());
    }
    request
}

/// The media type that is sent: JSON, else a form, else the first.
pub(super) fn preferred(content: &[MediaType]) -> Option<&MediaType> {
    let order = ["application/json", "+json", "application/x-www-form-urlencoded", "multipart/form-data"];
    let found = order.iter().find_map(|wanted| content.iter().find(|it| is_of(it, wanted)));
    found.or_else(|| content.first())
}

fn is_of(content: &MediaType, wanted: &str) -> bool {
    let name = content.name.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    name.starts_with(wanted) || (wanted.starts_with('+') && name.ends_with(wanted))
}

fn is_wanted(maker: &Maker<'_>, is_required: bool, dice: Dice) -> bool {
    is_required
        || match maker.variant {
            Variant::Required => false,
            Variant::Random => dice.child("is wanted").throw().random_bool(0.5),
            _ => true,
        }
}

/// What can stand in a parameter's values. Where elements stand side by side, none may have what separates them.
fn place_of(parameter: &Parameter, place: Place) -> Place {
    let kind = parameter.schema.get("type").and_then(|kind| kind.as_str());
    let is_scalar = matches!(kind, Some("string" | "integer" | "number" | "boolean"));
    let is_apart = parameter.explode && matches!(parameter.style, Style::Form | Style::DeepObject);
    if is_scalar || is_apart { place } else { Place::Word }
}
