//! Whose a finding of the surface is: which operations and areas an item of the crate belongs to, as the models tell.

use std::collections::BTreeMap;

use generator::model::{Api, Area, Client, Operation, Visibility};

use crate::finding::{Caller, Finding};

/// Fills in clients, areas and operations; of two models that know an item, the first has the say.
pub(crate) fn attribute<'a>(findings: &mut [Finding], apis: impl Iterator<Item = &'a Api>) {
    let indices: Vec<Index> = apis.map(Index::of).collect();
    for finding in findings {
        let Some(item) = &finding.item else { continue };
        let mut segments = item.split("::");
        let (Some(first), Some(second)) = (segments.next(), segments.next()) else { continue };
        let key = format!("{first}::{second}");
        let Some(owner) = indices.iter().find_map(|index| index.owners.get(&key)) else { continue };
        finding.callers.clone_from(&owner.callers);
        finding.clients.clone_from(&owner.clients);
        finding.areas.clone_from(&owner.areas);
    }
}

/// Owners by the first two segments of an item's path.
struct Index {
    owners: BTreeMap<String, Owner>,
}

#[derive(Default)]
struct Owner {
    callers: Vec<Caller>,
    clients: Vec<String>,
    areas: Vec<String>,
}

impl Index {
    fn of(api: &Api) -> Self {
        let mut owners = BTreeMap::new();
        let mut areas = BTreeMap::new();
        for client in &api.clients {
            for area in &client.areas {
                areas.insert(area.feature.as_str(), (client, area));
                let public = |operation: &&Operation| operation.visibility == Visibility::Public;
                for operation in area.operations.iter().filter(public) {
                    for key in keys(client, operation) {
                        owners.insert(key, Owner::of(client, area, operation));
                    }
                }
            }
        }
        for (_, def) in api.types.iter() {
            let of: Vec<_> = def.features.iter().filter_map(|feature| areas.get(feature.as_str())).collect();
            let mut owner = Owner {
                callers: Vec::new(),
                clients: of.iter().map(|(client, _)| client.name.to_string()).collect(),
                areas: of.iter().map(|(_, area)| area.wire_name.clone()).collect(),
            };
            owner.sort();
            owners.insert(format!("models::{}", def.name), owner);
        }
        Self { owners }
    }
}

/// The items of an operation: its method, those that go through its pages, and the struct of its parameters.
fn keys(client: &Client, operation: &Operation) -> Vec<String> {
    let method = |name: &dyn std::fmt::Display| format!("{}::{name}", client.name);
    let mut keys = vec![method(&operation.name)];
    if let Some(streams) = operation.pagination.as_ref().and_then(|pagination| pagination.streams.as_ref()) {
        keys.push(method(&streams.pages));
        keys.extend(streams.elements.iter().map(|elements| method(&elements.name)));
    }
    keys.extend(operation.parameters.iter().map(|set| format!("{}::{}", client.module, set.name)));
    keys
}

impl Owner {
    fn of(client: &Client, area: &Area, operation: &Operation) -> Self {
        Self {
            callers: vec![Caller::of(client, area, operation)],
            clients: vec![client.name.to_string()],
            areas: vec![area.wire_name.clone()],
        }
    }

    fn sort(&mut self) {
        for names in [&mut self.clients, &mut self.areas] {
            names.sort();
            names.dedup();
        }
    }
}
