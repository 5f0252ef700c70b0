//! Parameters: the path's become arguments, the others one struct.

use std::collections::BTreeMap;

use openapiv3::{
    Parameter as Raw, ParameterData, ParameterSchemaOrContent, PathStyle, QueryStyle, ReferenceOr, Schema,
};

use super::area::{Found, Names};
use super::context::{At, Lowering};
use super::object::{literal, presence};
use super::schema::{self, Hint};
use super::{constraint, deprecation, docs, media};
use crate::diagnostic::feature;
use crate::model::{
    Constraints, Docs, Encoding, Ident, Location, MediaKind, Parameter, ParameterSet, Presence, Segment, TypeRef,
};
use crate::naming::{Case, Scope, ident, setters};
use crate::settings::{ArrayStyle, ClientSettings, Entry};

/// An operation's parameters, as a method takes them.
pub(super) struct Parameters {
    pub(super) path: Vec<Parameter>,
    pub(super) set: Option<ParameterSet>,
}

/// Lowers the parameters of an operation and of its path item; the operation's own win.
pub(super) fn lower<'a>(
    lowering: &mut Lowering<'a>,
    client: &'a ClientSettings,
    found: &Found<'_>,
    type_name: &str,
    names: &mut Names,
) -> Parameters {
    let mut raw: BTreeMap<(Location, &str), (usize, &Raw, At)> = BTreeMap::new();
    for (position, (parameter, at)) in found.parameters().enumerate() {
        let Some((parameter, at)) = resolve(lowering, parameter, at) else { continue };
        let location = location(parameter);
        let name = parameter.parameter_data_ref().name.as_str();
        if !is_ignored(location, name) {
            raw.insert((location, name), (position, parameter, at));
        }
    }
    let mut scope = Scope::new();
    for argument in ["body", "params", "content_type"] {
        let _ = scope.claim(&ident(argument, Case::Field), found.at.clone());
    }
    let mut path = Vec::new();
    let mut others = Vec::new();
    let mut fields = Scope::new();
    for ((location, wire_name), (position, parameter, at)) in raw {
        let hint = Hint {
            name: format!("{type_name}{}", ident(wire_name, Case::Variant).plain()),
            wire_name: format!("{type_name}.{wire_name}"),
            owner: None,
            property: Some(wire_name.to_owned()),
        };
        let scope = if location == Location::Path { &mut scope } else { &mut fields };
        let key = format!("{}.{wire_name}", found.raw.operation_id.as_deref().unwrap_or(type_name));
        let chosen = lowering.chosen(Entry::Parameter, &client.operations.parameters, &key).unwrap_or(wire_name);
        let name = told_apart(lowering, chosen, location, scope, &at);
        let lowered = Parameter { position, ..one(lowering, parameter, location, &name, &hint, &at) };
        if location == Location::Path { path.push(lowered) } else { others.push(lowered) }
    }
    let path = in_order_of_path(path, found, &mut scope);
    let names_of_fields: Vec<Ident> = others.iter().map(|parameter| parameter.name.clone()).collect();
    for (parameter, setter) in others.iter_mut().zip(setters(names_of_fields.iter().map(Ident::plain))) {
        parameter.setter = setter;
    }
    others.sort_by(|a, b| (!a.presence.is_required(), &a.wire_name).cmp(&(!b.presence.is_required(), &b.wire_name)));
    let set = (!others.is_empty()).then(|| ParameterSet {
        name: names.types.claim_numbered(ident(&format!("{type_name}Params"), Case::Type), ()),
        presence: match others.iter().any(|parameter| parameter.presence.is_required()) {
            true => Presence::Required,
            false => Presence::Optional,
        },
        parameters: others,
    });
    Parameters { path, set }
}

/// The path's parameters in the order of the path. A variable that is not declared (which loading has reported)
/// is text.
fn in_order_of_path(mut declared: Vec<Parameter>, found: &Found<'_>, scope: &mut Scope<At>) -> Vec<Parameter> {
    let segments = super::path::template(found.path).segments;
    let variables = segments.into_iter().filter_map(|segment| match segment {
        Segment::Variable(name) => Some(name),
        Segment::Literal(_) => None,
    });
    let mut ordered: Vec<Parameter> = Vec::new();
    for variable in variables {
        if ordered.iter().any(|parameter| parameter.wire_name == variable) {
            continue;
        }
        ordered.push(match declared.iter().position(|parameter| parameter.wire_name == variable) {
            Some(index) => declared.swap_remove(index),
            None => undeclared(&variable, scope.claim_numbered(ident(&variable, Case::Field), found.at.clone())),
        });
    }
    ordered
}

fn undeclared(variable: &str, name: Ident) -> Parameter {
    Parameter {
        wire_name: variable.to_owned(),
        name,
        setter: ident(variable, Case::Setter),
        position: 0,
        location: Location::Path,
        encoding: Encoding::Simple,
        presence: Presence::Required,
        ty: TypeRef::String,
        secret: false,
        docs: Docs::default(),
        default: None,
        example: None,
        constraints: Constraints::default(),
        deprecation: None,
    }
}

fn resolve<'a>(lowering: &Lowering<'a>, parameter: &'a ReferenceOr<Raw>, at: At) -> Option<(&'a Raw, At)> {
    match parameter {
        ReferenceOr::Item(parameter) => Some((parameter, at)),
        ReferenceOr::Reference { reference } => {
            let (name, parameter) = lowering.document(&at).parameter(reference)?;
            let pointer = crate::source::Pointer::root().child("components").child("parameters").child(name);
            Some((parameter, At { document: at.document, pointer }))
        }
    }
}

fn location(parameter: &Raw) -> Location {
    match parameter {
        Raw::Path { .. } => Location::Path,
        Raw::Query { .. } => Location::Query,
        Raw::Header { .. } => Location::Header,
        Raw::Cookie { .. } => Location::Cookie,
    }
}

/// Headers that belong to HTTP itself; a parameter of that name shall be ignored (OpenAPI 3.0.4, section 4.7.12.1).
fn is_ignored(location: Location, name: &str) -> bool {
    location == Location::Header
        && ["accept", "content-type", "authorization"].iter().any(|header| name.eq_ignore_ascii_case(header))
}

/// Parameters of different places may share a name; the place then tells them apart.
fn told_apart(
    lowering: &mut Lowering<'_>,
    wire_name: &str,
    location: Location,
    scope: &mut Scope<At>,
    at: &At,
) -> String {
    let plain = ident(wire_name, Case::Field);
    let Err(clash) = scope.claim(&plain, at.clone()) else { return wire_name.to_owned() };
    let place = match location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
    };
    let placed = format!("{wire_name} {place}");
    if scope.claim(&ident(&placed, Case::Field), at.clone()).is_err() {
        lowering.collision(&format!("parameter `{wire_name}`"), &plain, at, &clash.first, "operations.parameters");
    }
    placed
}

fn one(lowering: &mut Lowering<'_>, raw: &Raw, location: Location, name: &str, hint: &Hint, at: &At) -> Parameter {
    let data = raw.parameter_data_ref();
    let (ty, schema) = value(lowering, data, hint, at);
    let example = data.example.as_ref().or_else(|| schema.and_then(|schema| schema.schema_data.example.as_ref()));
    Parameter {
        setter: ident(name, Case::Setter),
        // Its neighbours are known to who asked.
        position: 0,
        secret: lowering.settings.is_secret(&data.name),
        encoding: encoding(lowering, raw, &ty, at),
        // Only a value that is there can be written into a request, so null is the same as missing.
        presence: presence(data.required || location == Location::Path, false),
        docs: docs::of(
            None,
            data.description.as_deref().or_else(|| schema.and_then(|schema| schema.schema_data.description.as_deref())),
        ),
        default: literal(schema.and_then(|schema| schema.schema_data.default.as_ref())),
        example: literal(example),
        constraints: schema.map_or_else(Constraints::default, constraint::of),
        deprecation: deprecation::of(data.deprecated.unwrap_or_default(), &data.extensions),
        wire_name: data.name.clone(),
        location,
        name: ident(name, Case::Field),
        ty,
    }
}

fn value<'a>(
    lowering: &mut Lowering<'_>,
    data: &'a ParameterData,
    hint: &Hint,
    at: &At,
) -> (TypeRef, Option<&'a Schema>) {
    match &data.format {
        ParameterSchemaOrContent::Schema(schema) => {
            (schema::lower(lowering, schema, hint, &at.child("schema")).ty, schema.as_item())
        }
        ParameterSchemaOrContent::Content(content) => {
            let Some((media_type, content)) = content.first() else { return (TypeRef::Json, None) };
            let Some(schema) = &content.schema else { return (TypeRef::Json, None) };
            let at = at.child("content").child(media_type).child("schema");
            (schema::lower(lowering, schema, hint, &at).ty, schema.as_item())
        }
    }
}

/// `style` and `explode` (OpenAPI 3.0.4, section 4.7.12.3), or the settings' habit for lists that leave them alone.
fn encoding(lowering: &mut Lowering<'_>, raw: &Raw, ty: &TypeRef, at: &At) -> Encoding {
    let data = raw.parameter_data_ref();
    if let ParameterSchemaOrContent::Content(content) = &data.format {
        if let Some(other) = content.keys().next().filter(|it| media::kind(it, true) != MediaKind::Json) {
            let message =
                format!("a parameter described by `content` of `{other}`; the crate writes the value as JSON");
            lowering.unsupported(feature::PARAMETER_CONTENT, message, &at.child("content").child(other));
        }
        return Encoding::Json;
    }
    if let Raw::Query { allow_reserved: true, .. } = raw {
        let message = "`allowReserved`; the crate escapes reserved characters in every value";
        lowering.unsupported(feature::ALLOW_RESERVED, message, &at.child("allowReserved"));
    }
    match raw {
        Raw::Query { style, .. } => match (style, data.explode) {
            (QueryStyle::Form, None) if matches!(ty, TypeRef::List(_)) => match lowering.settings.query.arrays {
                ArrayStyle::Repeat => Encoding::FormExplode,
                ArrayStyle::Brackets => Encoding::Brackets,
                ArrayStyle::Comma => Encoding::Form,
            },
            (QueryStyle::Form, Some(false)) => Encoding::Form,
            (QueryStyle::Form, _) => Encoding::FormExplode,
            (QueryStyle::SpaceDelimited, _) => Encoding::Space,
            (QueryStyle::PipeDelimited, _) => Encoding::Pipe,
            (QueryStyle::DeepObject, _) => Encoding::DeepObject,
        },
        Raw::Path { style: PathStyle::Simple, .. } | Raw::Header { .. } => Encoding::Simple,
        Raw::Path { .. } => {
            lowering.unsupported(
                feature::PARAMETER_STYLE,
                "`matrix` and `label` path parameters; the crate writes the plain value",
                &at.child("style"),
            );
            Encoding::Simple
        }
        Raw::Cookie { .. } => Encoding::Form,
    }
}
