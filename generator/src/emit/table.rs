//! The tables by which the runtime reads and writes emitted types: calls of the macros of `templates/crate/src/json`.
//!
//! They are written as text, because `prettyplease` cannot know how a macro's own syntax should be laid out.

use std::fmt::Write;

use super::ty::{self, Path};
use crate::model::{
    Client, Encoding, Enum, EnumRepr, Location, MediaKind, Object, Operation, ParameterSet, Success, Tagging, TypeDef,
    TypeTable, Union,
};

/// The table of an object.
///
/// ```text
/// json::object! {
///     IsSuccessDto {
///         0 => success: "success",
///     }
///     required 1
///     rest extra
/// }
/// ```
pub(super) fn object(def: &TypeDef, object: &Object) -> String {
    let mut text = format!("json::object! {{\n    {} {{\n", def.name);
    for (place, field) in object.fields.iter().enumerate() {
        line(&mut text, format_args!("{place} => {}: {:?},", field.name, field.wire_name));
    }
    let required = object.fields.iter().take_while(|field| field.presence.is_required()).count();
    text.push_str(&format!("    }}\n    required {required}\n"));
    if object.fields.iter().any(|field| field.secret) {
        text.push_str("    secret {\n");
        for field in object.fields.iter().filter(|field| field.secret) {
            line(&mut text, format_args!("{:?},", field.wire_name));
        }
        text.push_str("    }\n");
    }
    text.push_str(&format!("    rest {}\n}}\n", object.rest.name));
    text
}

/// What makes the box of a type one that JSON is read into.
///
/// ```text
/// json::boxed! { Tree }
/// ```
pub(super) fn boxed(def: &TypeDef) -> String {
    format!("json::boxed! {{ {} }}\n", def.name)
}

/// The table of a list of values.
///
/// ```text
/// json::open_enum! {
///     Method {
///         Password = "PASSWORD",
///     }
///     unknown Unknown
/// }
/// ```
pub(super) fn list(def: &TypeDef, list: &Enum) -> String {
    let (name, quoted) = match list.repr {
        EnumRepr::Text => ("open_enum", true),
        EnumRepr::Integer => ("open_integer_enum", false),
    };
    let mut text = format!("json::{name}! {{\n    {} {{\n", def.name);
    for variant in &list.variants {
        let value = if quoted { format!("{:?}", variant.wire_value) } else { variant.wire_value.clone() };
        line(&mut text, format_args!("{} = {value},", variant.name));
    }
    text.push_str(&format!("    }}\n    unknown {}\n}}\n", list.unknown));
    text
}

/// The table of a union.
///
/// ```text
/// json::tagged_union! {
///     Pet by "petType" {
///         "cat" | "kitten" => Cat(Cat),
///     }
///     unknown Unknown
/// }
/// ```
pub(super) fn union(types: &TypeTable, def: &TypeDef, union: &Union) -> String {
    let mut text = match &union.tagging {
        Tagging::Untagged => format!("json::union! {{\n    {} {{\n", def.name),
        Tagging::Tagged { property } => format!("json::tagged_union! {{\n    {} by {property:?} {{\n", def.name),
    };
    for variant in &union.variants {
        let ty = ty::plain(types, &variant.ty, Path::Imported);
        let tags: Vec<String> = variant.tags.iter().map(|tag| format!("{tag:?}")).collect();
        let tags = if tags.is_empty() { String::new() } else { format!("{} => ", tags.join(" | ")) };
        line(&mut text, format_args!("{tags}{}({ty}),", variant.name));
    }
    text.push_str(&format!("    }}\n    unknown {}\n}}\n", union.unknown));
    text
}

/// The table of an operation's parameters.
///
/// ```text
/// json::params! {
///     ListGroupsParams {
///         page: query "page" form_explode,
///     }
/// }
/// ```
pub(super) fn params(set: &ParameterSet) -> String {
    let mut text = format!("json::params! {{\n    {} {{\n", set.name);
    for parameter in &set.parameters {
        let location = match parameter.location {
            Location::Query => "query",
            Location::Header => "header",
            Location::Cookie => "cookie",
            // A variable of the path is an argument and never stands in a set.
            Location::Path => "path",
        };
        let secret = if parameter.secret { " secret" } else { "" };
        line(
            &mut text,
            format_args!(
                "{}: {location} {:?} {}{secret},",
                parameter.name,
                parameter.wire_name,
                encoding(parameter.encoding),
            ),
        );
    }
    text.push_str("    }\n}\n");
    text
}

/// The table of an area's operations, in the order of the mock's methods.
///
/// ```text
/// pub(in crate::testing) static OPERATIONS: [Operation; 1] = [
///     Operation::new("authentication", "delete_account", "POST", "/api/v3/delete-account"),
/// ];
/// ```
pub(super) fn operations(client: &Client, operations: &[&Operation]) -> String {
    let mut text = format!("pub(in crate::testing) static OPERATIONS: [Operation; {}] = [\n", operations.len());
    for operation in operations {
        let (client, name) = (client.module.plain(), operation.mock.as_str());
        let (method, path) = (operation.method.as_str(), &operation.path.text);
        let takes = match operation.body.as_ref().map(|body| body.content.kind) {
            Some(MediaKind::Form) => ".takes_form()",
            Some(MediaKind::Text) => ".takes_text()",
            _ => "",
        };
        let answers = if operation.responses.success == Success::Text { ".answers_text()" } else { "" };
        let row = format!("Operation::new({client:?}, {name:?}, {method:?}, {path:?}){takes}{answers},");
        text.push_str(&format!("    {row}\n"));
    }
    text.push_str("];\n");
    text
}

fn line(text: &mut String, row: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "        {row}");
}

fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Simple => "simple",
        Encoding::Form => "form",
        Encoding::FormExplode => "form_explode",
        Encoding::Brackets => "brackets",
        Encoding::Space => "space",
        Encoding::Pipe => "pipe",
        Encoding::DeepObject => "deep_object",
        Encoding::Json => "json",
    }
}
