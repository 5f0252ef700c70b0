//! That parameters are declared once, and path parameters and paths agree.

use std::collections::HashMap;
use std::sync::Arc;

use serde_yaml::{Mapping, Value};

use super::super::reference::resolve_value;
use super::PathItem;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule, nearest};
use crate::source::{Pointer, Source};

/// Reports parameters that come twice, and those that do not agree with the path.
pub(super) fn check(source: &Arc<Source>, document: &Value, diagnostics: &mut Diagnostics) {
    for item in PathItem::all(document) {
        let variables = variables(item.path);
        let shared = declared(document, item.item, &item.at);
        diagnostics.extend(duplicates(source, &shared));
        diagnostics.extend(strangers(source, item.path, &variables, &shared));
        for (method, operation, at) in item.operations() {
            let own = declared(document, operation, &at);
            diagnostics.extend(duplicates(source, &own));
            diagnostics.extend(strangers(source, item.path, &variables, &own));
            for variable in &variables {
                let is_declared = shared
                    .iter()
                    .chain(&own)
                    .any(|parameter| parameter.location == "path" && parameter.name == *variable);
                // A reference that leads nowhere is reported already, and may be the parameter that is missed here.
                let is_complete = count(item.item) == shared.len() && count(operation) == own.len();
                // Nor is one missed that is declared under a name with a slip in it: that name is reported.
                let is_misspelt = own.iter().chain(&shared).any(|parameter| {
                    parameter.is_stranger(&variables) && nearest(parameter.name, [*variable]).is_some()
                });
                if !is_declared && is_complete && !is_misspelt {
                    diagnostics.push(undeclared(source, item.path, method, variable, &at));
                }
            }
        }
    }
}

/// A parameter of a list, references resolved.
struct Parameter<'a> {
    name: &'a str,
    location: &'a str,
    /// Where its name is written; for a reference, the reference.
    at: Pointer,
}

impl Parameter<'_> {
    /// Whether it belongs in the path, and the path has no place for it.
    fn is_stranger(&self, variables: &[&str]) -> bool {
        self.location == "path" && !variables.contains(&self.name)
    }
}

fn declared<'a>(document: &'a Value, owner: &'a Mapping, at: &Pointer) -> Vec<Parameter<'a>> {
    let at = at.child("parameters");
    let parameters = owner.get("parameters").and_then(Value::as_sequence).into_iter().flatten();
    let parameters = parameters.enumerate().filter_map(|(index, parameter)| {
        let at = at.index(index);
        let (parameter, at) = match parameter.get("$ref").and_then(Value::as_str) {
            Some(reference) => (resolve_value(document, "parameters", reference)?, at.child("$ref")),
            None => (parameter, at.child("name")),
        };
        Some(Parameter { name: parameter.get("name")?.as_str()?, location: parameter.get("in")?.as_str()?, at })
    });
    parameters.collect()
}

fn count(owner: &Mapping) -> usize {
    owner.get("parameters").and_then(Value::as_sequence).map_or(0, Vec::len)
}

fn duplicates(source: &Arc<Source>, parameters: &[Parameter<'_>]) -> Vec<Diagnostic> {
    let mut known: HashMap<(&str, &str), &Parameter<'_>> = HashMap::new();
    let again = parameters.iter().filter_map(|again| {
        let first = *known.entry((again.location, again.name)).or_insert(again);
        if std::ptr::eq(first, again) {
            return None;
        }
        let message = format!("the {} parameter `{}` is declared twice", again.location, again.name);
        let diagnostic = Diagnostic::new(Rule::DuplicateParameter, message, Place::value(source, &again.at))
            .label("declared again here");
        Some(diagnostic.related(Place::value(source, &first.at), "first declared here").help("remove one of the two"))
    });
    again.collect()
}

/// Path parameters that the path has no place for.
fn strangers(source: &Arc<Source>, path: &str, variables: &[&str], parameters: &[Parameter<'_>]) -> Vec<Diagnostic> {
    let strangers = parameters.iter().filter(|parameter| parameter.is_stranger(variables));
    let strangers = strangers.map(|parameter| {
        let name = parameter.name;
        let diagnostic = Diagnostic::new(
            Rule::PathParameterNotInPath,
            format!("the path parameter `{name}` is not in the path `{path}`"),
            Place::value(source, &parameter.at),
        );
        let help = match nearest(name, variables.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("write `{{{name}}}` in the path, or send the parameter elsewhere, such as `in: query`"),
        };
        diagnostic.label(format!("no `{{{name}}}` in the path")).help(help)
    });
    strangers.collect()
}

fn undeclared(source: &Arc<Source>, path: &str, method: &str, variable: &str, at: &Pointer) -> Diagnostic {
    let message = format!("{} {path} has no parameter for `{{{variable}}}`", method.to_uppercase());
    Diagnostic::new(Rule::PathVariableUndeclared, message, Place::key(source, at))
        .label(format!("needs the path parameter `{variable}`"))
        .help(format!(
            "add to its `parameters`: `{{name: {variable}, in: path, required: true, schema: {{type: string}}}}`"
        ))
}

/// The names in the braces of a path, in their order.
fn variables(path: &str) -> Vec<&str> {
    path.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
}
