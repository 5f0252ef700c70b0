//! Places in data: a resource as a whole, or a node of a tree, by a path such as `resource/node/node`.

use serde_json::Value;

use super::DataResource;
use crate::world::{World, given, namespaces};

/// A data resource, or a node in one.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Place {
    /// The resource's id.
    pub(super) resource: String,
    /// The codes of the nodes from the top of the tree down; empty for the resource as a whole.
    pub(super) nodes: Vec<String>,
}

/// A node of a tree.
#[derive(Clone, Debug)]
pub(super) struct Node<'a> {
    /// The codes from the top of the tree down to it.
    pub(super) codes: Vec<String>,
    /// The node as it was given.
    pub(super) given: &'a Value,
}

/// The place that a path means in a namespace, if there is one. Without a namespace, the default one goes first and then
/// the others: an application of the service has one of its own, which nobody can set here.
pub(super) fn find(world: &World, namespace: Option<u64>, path: &str) -> Option<Place> {
    let mut steps = path.split('/').map(str::to_owned);
    let code = steps.next()?;
    let nodes: Vec<String> = steps.collect();
    let of_default = world.namespaces.find(namespaces::DEFAULT);
    let anywhere = of_default.into_iter().chain(world.namespaces.iter());
    let mut candidates: Vec<u64> = namespace.map_or_else(|| anywhere.collect(), |namespace| vec![namespace]);
    candidates.dedup();
    let resource = candidates.into_iter().find_map(|namespace| world.permissions.find(namespace, &code))?;
    let place = Place { resource, nodes };
    let data = world.permissions.resources.get(&place.resource)?;
    (place.nodes.is_empty() || nodes_of(data).iter().any(|node| node.codes == place.nodes)).then_some(place)
}

/// All nodes of a tree, each before those below it. Other resources have none.
pub(super) fn nodes_of(resource: &DataResource) -> Vec<Node<'_>> {
    let mut found = Vec::new();
    if resource.text("type") == "TREE" {
        collect(resource.structure(), &[], &mut found);
    }
    found
}

fn collect<'a>(nodes: &'a Value, above: &[String], found: &mut Vec<Node<'a>>) {
    for node in given::elements(nodes) {
        let mut codes = above.to_vec();
        codes.push(node.get("code").and_then(Value::as_str).unwrap_or_default().to_owned());
        found.push(Node { codes: codes.clone(), given: node });
        collect(node.get("children").unwrap_or(&Value::Null), &codes, found);
    }
}
