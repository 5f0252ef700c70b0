//! That parameters are declared once, and path parameters and paths agree.

use std::collections::{BTreeSet, HashMap};
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
        let in_braces: BTreeSet<&str> = variables.iter().copied().collect();
        strangers(source, item.path, &in_braces, &shared, diagnostics);
        for (method, operation, at) in item.operations() {
            let own = declared(document, operation, &at);
            diagnostics.extend(duplicates(source, &own));
            strangers(source, item.path, &in_braces, &own, diagnostics);
            // A reference that leads nowhere is reported already, and may be a parameter that is missed here.
            let is_complete = count(item.item) == shared.len() && count(operation) == own.len();
            let in_path = || shared.iter().chain(&own).filter(|parameter| parameter.location == "path");
            let known: BTreeSet<&str> = in_path().map(|parameter| parameter.name).collect();
            let strangers: Vec<&str> = known.difference(&in_braces).copied().collect();
            for variable in variables.iter().filter(|variable| is_complete && !known.contains(*variable)) {
                // Nor is one missed that is declared under a name with a slip in it: that name is reported.
                let near = diagnostics.nearest(variable, &strangers);
                if near.is_none_or(|near| nearest(near, [variable]).is_none()) {
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
fn strangers(
    source: &Arc<Source>,
    path: &str,
    in_braces: &BTreeSet<&str>,
    parameters: &[Parameter<'_>],
    diagnostics: &mut Diagnostics,
) {
    let in_path = parameters.iter().filter(|parameter| parameter.location == "path");
    for parameter in in_path.filter(|parameter| !in_braces.contains(parameter.name)) {
        let name = parameter.name;
        let diagnostic = Diagnostic::new(
            Rule::PathParameterNotInPath,
            format!("the path parameter `{name}` is not in the path `{path}`"),
            Place::value(source, &parameter.at),
        );
        let help = match diagnostics.nearest(name, in_braces.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("write `{{{name}}}` in the path, or send the parameter elsewhere, such as `in: query`"),
        };
        diagnostics.push(diagnostic.label(format!("no `{{{name}}}` in the path")).help(help));
    }
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
