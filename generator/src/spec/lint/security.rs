//! That credentials which are asked for are declared.

use serde_yaml::{Mapping, Value};

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
        for (name, _) in texts(need).filter(|(name, _)| !declared.schemes.contains(name)) {
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
