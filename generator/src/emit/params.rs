//! The query, header and cookie parameters of an operation as a struct.

use super::rust::{self, INDENT};
use super::ty::{self, Path};
use super::{deprecated, docs, dto, facts};
use crate::model::{Access, Client, Operation, Parameter, ParameterSet, Presence, TypeTable};

/// The struct of a parameter set with its constructor and setters.
///
/// ```text
/// /// Parameters of [`ManagementClient::list_groups`].
/// #[derive(Clone, PartialEq)]
/// #[non_exhaustive]
/// pub struct ListGroupsParams {
///     /// The number of the page, from 1. (`page`)
///     pub page: Option<i64>,
/// }
/// ```
pub(super) fn items(types: &TypeTable, client: &Client, operation: &Operation, set: &ParameterSet) -> String {
    let mut text = structure(types, client, operation, set);
    let optional = set.parameters.iter().filter(|parameter| !parameter.presence.is_required());
    let setters = optional.map(|parameter| {
        let argument = ty::argument(types, &parameter.ty, &parameter.name, Path::Models);
        let setter = dto::Setter {
            method: &parameter.setter,
            name: &parameter.name,
            wire_name: &parameter.wire_name,
            deprecation: parameter.deprecation.as_ref(),
        };
        dto::set(setter, argument, "Some")
    });
    text.push('\n');
    let members = std::iter::once(constructor(types, set)).chain(setters);
    text.push_str(&rust::block(&format!("impl {} {{", set.name), members));
    if set.presence == Presence::Optional {
        text.push('\n');
        text.push_str(&dto::default(&set.name));
    }
    text
}

fn structure(types: &TypeTable, client: &Client, operation: &Operation, set: &ParameterSet) -> String {
    let said = format!("Parameters of [`{}::{}`].", client.name, operation.name.plain());
    let mut text = docs::comment("", &[said]);
    text.push_str(&format!("#[derive(Clone, PartialEq)]\n#[non_exhaustive]\npub struct {} {{\n", set.name));
    let fields = set.parameters.iter().map(|parameter| {
        let docs = docs::comment(INDENT, &paragraphs(parameter));
        let deprecated = deprecated::attribute(INDENT, parameter.deprecation.as_ref());
        let ty = ty::field(types, &parameter.ty, parameter.presence, Path::Models);
        format!("{docs}{deprecated}{INDENT}pub {}: {ty},\n", parameter.name)
    });
    text.push_str(&fields.collect::<Vec<_>>().join("\n"));
    rust::item(text + "}\n")
}

/// What is said of a parameter.
pub(super) fn paragraphs(parameter: &Parameter) -> Vec<String> {
    let wire_name = docs::code(&parameter.wire_name);
    let text = parameter.docs.description.as_deref().map(docs::markdown);
    let said = match text {
        Some(text) if !text.contains('\n') => format!("{text} ({wire_name})"),
        Some(text) => format!("{text}\n\n{wire_name}"),
        None => format!("{wire_name}."),
    };
    vec![said, facts::sentences(parameter.default.as_ref(), &parameter.constraints, Access::ReadWrite)]
}

fn constructor(types: &TypeTable, set: &ParameterSet) -> String {
    let argument = |parameter: &Parameter| ty::argument(types, &parameter.ty, &parameter.name, Path::Models);
    let required = set.parameters.iter().filter(|parameter| parameter.presence.is_required());
    let arguments: Vec<String> =
        required.map(|parameter| format!("{}: {}", parameter.name, argument(parameter).0)).collect();
    let values = set.parameters.iter().map(|parameter| match parameter.presence.is_required() {
        true => ty::initializer(&parameter.name, argument(parameter).1),
        false => format!("{}: None", parameter.name),
    });
    let said = match arguments.as_slice() {
        [] => "With nothing set.",
        _ => "With the parameters that must be given, and nothing else set.",
    };
    dto::new(said, "one for each parameter that must be given", &arguments, &values.collect::<Vec<_>>())
}
