//! The module of all types: which of them stand behind which features.

use std::collections::BTreeMap;

use askama::Template;

use crate::model::{Api, TypeId};

/// `src/models.rs`.
#[derive(Template)]
#[template(path = "crate/src/models.rs.j2")]
pub(super) struct Models<'a> {
    groups: Vec<Group<'a>>,
}

/// Modules that the same features need.
struct Group<'a> {
    condition: String,
    modules: Vec<Module<'a>>,
}

/// A file of types.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Module<'a> {
    name: &'a str,
    types: Vec<&'a str>,
}

impl<'a> Models<'a> {
    pub(super) fn of(api: &'a Api) -> Self {
        let mut types: BTreeMap<TypeId, Vec<&str>> = BTreeMap::new();
        for (id, def) in api.types.iter() {
            types.entry(def.owner.unwrap_or(id)).or_default().push(def.name.as_str());
        }
        let mut by_features: BTreeMap<&[String], Vec<Module<'_>>> = BTreeMap::new();
        for (owner, mut types) in types {
            let def = api.types.get(owner);
            types.sort_unstable();
            by_features.entry(&def.features).or_default().push(Module { name: def.module.as_str(), types });
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
