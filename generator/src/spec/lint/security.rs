//! That credentials which are asked for are declared, and so are their scopes.

use std::collections::BTreeSet;

use serde_yaml::{Mapping, Value};

use super::super::reference::resolve_value;
use super::super::trail::Trail;
use super::super::walk::texts;
use super::Lint;
use super::names::Declared;
use crate::diagnostic::Rule;

/// Reports the names in `security` that `components.securitySchemes` does not have.
pub(super) fn check(lint: &mut Lint<'_>, owner: &Mapping, at: &Trail<'_>, declared: &Declared<'_>) {
    let list = Trail::Key(at, "security");
    let needs = owner.get("security").and_then(Value::as_sequence).into_iter().flatten().enumerate();
    for (index, need) in needs.filter_map(|(index, need)| Some((index, need.as_mapping()?))) {
        let at = Trail::Index(&list, index);
        for (name, scopes) in texts(need) {
            if declared.schemes.contains(name) {
                self::scopes(lint, name, scopes, &Trail::Key(&at, name));
                continue;
            }
            let place = lint.key(&Trail::Key(&at, name));
            let help = lint.nearest(name, declared.schemes.iter().copied()).map_or_else(
                || format!("declare `{name}` under `components.securitySchemes`"),
                |near| format!("did you mean `{near}`?"),
            );
            let message = format!("the security scheme `{name}` is not declared");
            lint.report(Rule::UndeclaredSecurityScheme, message, place, "not among `securitySchemes`", &help);
        }
    }
}

/// Reports scopes that the flows of a scheme do not have, and those of a scheme that has none.
fn scopes(lint: &mut Lint<'_>, name: &str, scopes: &Value, at: &Trail<'_>) {
    let reference = format!("#/components/securitySchemes/{}", name.replace('~', "~0").replace('/', "~1"));
    let Some(scheme) = resolve_value(lint.document, "securitySchemes", &reference) else { return };
    let kind = scheme.get("type").and_then(Value::as_str).unwrap_or_default();
    let flows = scheme.get("flows").and_then(Value::as_mapping).into_iter().flat_map(texts);
    let declared: BTreeSet<&str> = flows
        .filter_map(|(_, flow)| flow.get("scopes")?.as_mapping())
        .flat_map(texts)
        .map(|(scope, _)| scope)
        .collect();
    let listed = scopes.as_sequence().into_iter().flatten().enumerate();
    for (index, scope) in listed.filter_map(|(index, scope)| Some((index, scope.as_str()?))) {
        let (message, label, help) = match kind {
            "oauth2" if !declared.contains(scope) => {
                let help = lint.nearest(scope, declared.iter().copied()).map_or_else(
                    || format!("add `{scope}` to the `scopes` of a flow of `{name}`"),
                    |near| format!("did you mean `{near}`?"),
                );
                (format!("the security scheme `{name}` does not declare the scope `{scope}`"), "not declared", help)
            }
            "http" | "apiKey" => {
                let help = format!("write `{name}: []`, and what is needed in the description");
                (format!("the security scheme `{name}` has no scopes"), "no scope", help)
            }
            _ => continue,
        };
        let place = lint.value(&Trail::Index(at, index));
        lint.report(Rule::UndeclaredScope, message, place, label, &help);
    }
}
