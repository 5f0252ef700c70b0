//! That the variables of a server's URL and those that it describes are the same.

use std::collections::{BTreeSet, HashSet};

use serde_yaml::{Mapping, Value};

use super::super::trail::Trail;
use super::super::walk::texts;
use super::Lint;
use crate::diagnostic::Rule;

/// Reports variables that only the URL or only the description has, and defaults that are not among the values.
pub(super) fn check(lint: &mut Lint<'_>, server: &Mapping, at: &Trail<'_>) {
    let Some(url) = server.get("url").and_then(Value::as_str) else { return };
    let used: BTreeSet<&str> = url.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect();
    let described: Vec<(&str, &Value)> =
        server.get("variables").and_then(Value::as_mapping).into_iter().flat_map(texts).collect();
    let list = Trail::Key(at, "variables");
    let known: HashSet<&str> = described.iter().map(|(name, _)| *name).collect();
    for name in used.iter().filter(|name| !known.contains(*name)) {
        let place = lint.value(&Trail::Key(at, "url"));
        let help = lint.nearest(name, described.iter().map(|(name, _)| *name)).map_or_else(
            || format!("describe it: `variables: {{{name}: {{default: ...}}}}`"),
            |near| format!("did you mean `{near}`?"),
        );
        let message = format!("the variable `{name}` of the server's URL is not described");
        lint.report(Rule::UndeclaredServerVariable, message, place, "has a variable without a default", &help);
    }
    for (name, variable) in described {
        let at = Trail::Key(&list, name);
        if !used.contains(&name) {
            let place = lint.key(&at);
            let message = format!("the server's URL has no variable `{name}`");
            let help = format!("write `{{{name}}}` in the URL, or remove the variable");
            lint.report(Rule::UndeclaredServerVariable, message, place, "not in the URL", &help);
        }
        if variable.get("enum").and_then(Value::as_sequence).is_some_and(Vec::is_empty) {
            let place = lint.value(&Trail::Key(&at, "enum"));
            let message = format!("the server variable `{name}` lists no value that it may have");
            lint.report(Rule::UndeclaredServerVariable, message, place, "empty", "list its values, or remove `enum`");
        }
        let (default, values) = (variable.get("default"), variable.get("enum").and_then(Value::as_sequence));
        if let (Some(default), Some(values)) = (default, values)
            && !values.is_empty()
            && !values.contains(default)
        {
            let place = lint.value(&Trail::Key(&at, "default"));
            let message = format!("the default of the server variable `{name}` is not among its values");
            lint.report(
                Rule::UndeclaredServerVariable,
                message,
                place,
                "not in `enum`",
                "use one of the values of `enum`",
            );
        }
    }
}
