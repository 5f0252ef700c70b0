//! The module of all types: which of them stand behind which features.

use std::collections::BTreeMap;

use askama::Template;

use crate::model::Api;

/// `src/models.rs`.
#[derive(Template)]
#[template(path = "crate/src/models.rs.j2")]
pub(super) struct Models<'a> {
    groups: Vec<Group<'a>>,
}

/// Modules that the same features need.
struct Group<'a> {
    condition: String,
    modules: Vec<&'a str>,
}

impl<'a> Models<'a> {
    pub(super) fn of(api: &'a Api) -> Self {
        let mut by_features: BTreeMap<&[String], Vec<&str>> = BTreeMap::new();
        for (_, def) in api.types.iter().filter(|(_, def)| def.owner.is_none()) {
            by_features.entry(&def.features).or_default().push(def.module.as_str());
        }
        for modules in by_features.values_mut() {
            modules.sort_unstable();
        }
        let groups = by_features
            .into_iter()
            .map(|(features, modules)| Group { condition: condition(features), modules })
            .collect();
        Self { groups }
    }
}

fn condition(features: &[String]) -> String {
    let named: Vec<String> = features.iter().map(|feature| format!("feature = {feature:?}")).collect();
    match named.as_slice() {
        [one] => one.clone(),
        // A line for each, since a type that most areas need has a long list.
        named => format!("any(\n    {},\n)", named.join(",\n    ")),
    }
}
