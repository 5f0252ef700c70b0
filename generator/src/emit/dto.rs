//! Objects as structs.

use super::rust::{self, BODY, INDENT};
use super::ty::{self, Path};
use super::{deprecated, docs, facts, uses};
use crate::model::{Deprecation, Field, Ident, Object, Presence, TypeDef, TypeRef, TypeTable};

/// The struct of an object and its constructor and setters.
///
/// ```text
/// /// Whether the operation worked.
/// #[non_exhaustive]
/// pub struct IsSuccessDto {
///     /// `success`.
///     pub success: bool,
///
///     /// Properties that the description does not name, kept as they came.
///     pub extra: json::Extra,
/// }
///
/// impl IsSuccessDto {
///     /// An `IsSuccessDto` of the properties that must be there.
///     #[inline]
///     pub fn new(success: bool) -> Self {
///         Self { success, extra: json::Extra::new() }
///     }
/// }
/// ```
pub(super) fn items(types: &TypeTable, def: &TypeDef, object: &Object) -> String {
    let required = object.fields.iter().any(|field| field.presence.is_required());
    let default = if required { String::new() } else { format!("\n{}", default(&def.name)) };
    format!("{}\n{}{default}", structure(types, def, object), methods(types, def, object))
}

/// Another name for a type: `pub type TagListDto = Vec<TagDto>;`.
pub(super) fn alias(types: &TypeTable, def: &TypeDef, target: &TypeRef) -> String {
    let docs = docs::comment("", &paragraphs(types, def));
    rust::item(format!("{docs}pub type {} = {};\n", def.name, ty::plain(types, target, Path::Imported)))
}

/// A type's texts, where it is met, and its wire name.
pub(super) fn paragraphs(types: &TypeTable, def: &TypeDef) -> Vec<String> {
    let text = |text: &Option<String>| text.as_deref().map(docs::markdown).unwrap_or_default();
    let deprecated = if def.deprecated { "Deprecated." } else { "" };
    let mut said = vec![text(&def.docs.summary), text(&def.docs.description), uses::sentence(types, def)];
    said.push(deprecated.to_owned());
    // A type that bears its schema's name need not repeat it.
    if def.wire_name != def.name.plain() || said.iter().all(String::is_empty) {
        said.push(format!("{}.", docs::code(&def.wire_name)));
    }
    said
}

fn structure(types: &TypeTable, def: &TypeDef, object: &Object) -> String {
    let mut text = docs::comment("", &paragraphs(types, def));
    text.push_str(&format!("#[non_exhaustive]\npub struct {} {{\n", def.name));
    for field in &object.fields {
        text.push_str(&docs::comment(INDENT, &field_paragraphs(field)));
        text.push_str(&deprecated::attribute(INDENT, field.deprecation.as_ref()));
        let ty = ty::field(types, &field.ty, field.presence, Path::Imported);
        text.push_str(&format!("{INDENT}pub {}: {ty},\n\n", field.name));
    }
    let rest = "Properties that the description does not name, kept as they came.";
    text.push_str(&docs::comment(INDENT, &[rest.to_owned()]));
    text.push_str(&format!("{INDENT}pub {}: {},\n}}\n", object.rest.name, rest_type(types, object)));
    rust::item(text)
}

fn rest_type(types: &TypeTable, object: &Object) -> String {
    match &object.rest.values {
        Some(item) => format!("BTreeMap<String, {}>", ty::element(types, item, Path::Imported)),
        None => "json::Extra".to_owned(),
    }
}

fn field_paragraphs(field: &Field) -> Vec<String> {
    let wire_name = docs::code(&field.wire_name);
    let text = [&field.docs.summary, &field.docs.description]
        .into_iter()
        .flatten()
        .map(|text| docs::markdown(text))
        .next_back();
    let said = match text {
        Some(text) if !text.contains('\n') => format!("{text} ({wire_name})"),
        Some(text) => format!("{text}\n\n{wire_name}"),
        None => format!("{wire_name}."),
    };
    vec![said, facts::sentences(field.default.as_ref(), &field.constraints, field.access)]
}

fn methods(types: &TypeTable, def: &TypeDef, object: &Object) -> String {
    let optional = object.fields.iter().filter(|field| field.presence != Presence::Required);
    let setters = optional.map(|field| setter(types, field));
    rust::block(&format!("impl {} {{", def.name), std::iter::once(constructor(types, object)).chain(setters))
}

fn constructor(types: &TypeTable, object: &Object) -> String {
    let required: Vec<&Field> = object.fields.iter().filter(|field| field.presence.is_required()).collect();
    let said = match required.len() {
        0 => "With nothing set.",
        1 => "With the one property that must be there, and nothing else set.",
        _ => "With the properties that must be there, and nothing else set.",
    };
    let arguments = required.iter().map(|field| {
        let ty = match field.presence {
            Presence::Nullable => ty::field(types, &field.ty, field.presence, Path::Imported),
            _ => ty::argument(types, &field.ty, &field.name, Path::Imported).0,
        };
        format!("{}: {ty}", field.name)
    });
    let values = object.fields.iter().map(|field| match field.presence {
        Presence::Required => {
            let (_, value) = ty::argument(types, &field.ty, &field.name, Path::Imported);
            ty::initializer(&field.name, value)
        }
        Presence::Nullable => field.name.to_string(),
        Presence::Optional => format!("{}: None", field.name),
        Presence::OptionalNullable => format!("{}: Nullable::Unset", field.name),
    });
    let empty = if object.rest.values.is_some() { "BTreeMap::new()" } else { "json::Extra::new()" };
    let values = values.chain([format!("{}: {empty}", object.rest.name)]);
    new(said, "one for each property that must be there", &arguments.collect::<Vec<_>>(), &values.collect::<Vec<_>>())
}

/// The method `new`; with many arguments it says why it has so many.
pub(super) fn new(said: &str, reason: &str, arguments: &[String], values: &[String]) -> String {
    let mut text = docs::comment(INDENT, &[said.to_owned()]);
    if arguments.len() > 7 {
        text.push_str(&format!(
            "    #[expect(\n        clippy::too_many_arguments,\n        reason = {reason:?}\n    )]\n"
        ));
    }
    text.push_str("    #[must_use]\n    #[inline]\n");
    text.push_str(&rust::parts(INDENT, "pub fn new(", arguments, ") -> Self {"));
    text.push_str(&rust::literal(BODY, values));
    text + INDENT + "}\n"
}

fn setter(types: &TypeTable, field: &Field) -> String {
    let wrapper = if field.presence == Presence::OptionalNullable { "Nullable::Value" } else { "Some" };
    let argument = ty::argument(types, &field.ty, &field.name, Path::Imported);
    let setter = Setter {
        method: &field.setter,
        name: &field.name,
        wire_name: &field.wire_name,
        deprecation: field.deprecation.as_ref(),
    };
    set(setter, argument, wrapper)
}

/// A method that sets a field.
pub(super) struct Setter<'a> {
    pub(super) method: &'a Ident,
    pub(super) name: &'a Ident,
    pub(super) wire_name: &'a str,
    pub(super) deprecation: Option<&'a Deprecation>,
}

/// The method, from what [`ty::argument`] says of the field.
pub(super) fn set(setter: Setter<'_>, (ty, value): (String, Option<String>), wrapper: &str) -> String {
    let Setter { method, name, wire_name, deprecation } = setter;
    let deprecated = deprecated::attribute(INDENT, deprecation);
    let docs = docs::comment(INDENT, &[format!("Sets {}.", docs::code(wire_name))]);
    let arguments = ["mut self".to_owned(), format!("{name}: {ty}")];
    let head = rust::parts(INDENT, &format!("pub fn {method}("), &arguments, ") -> Self {");
    let value = value.unwrap_or_else(|| name.to_string());
    format!(
        "{docs}{deprecated}    #[must_use]\n    #[inline]\n{head}        self.{name} = {wrapper}({value});\n        self\n    }}\n"
    )
}

/// With nothing that must be given, an empty object is a value like any other.
pub(super) fn default(name: &Ident) -> String {
    let member = "    #[inline]\n    fn default() -> Self {\n        Self::new()\n    }\n";
    rust::block(&format!("impl Default for {name} {{"), [member.to_owned()])
}
