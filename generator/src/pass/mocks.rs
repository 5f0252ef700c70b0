//! The names under which the test kit knows the operations: one mock stands for the services of all clients.

use std::collections::HashSet;

use crate::model::{Api, Operation, Visibility};
use crate::naming::{Case, Scope, ident};

/// The methods that a mock has itself, beside one for each client.
const OWN: [&str; 10] =
    ["client", "clone", "expect", "new", "on", "requests", "start", "start_blocking", "transport", "verify"];

/// Names the mock's method for each operation: as the operation's own, with the client's module in front where the mock
/// or another client has that name too.
pub(super) fn name(api: &mut Api) {
    let mut own: HashSet<String> = OWN.into_iter().map(str::to_owned).collect();
    own.extend(api.clients.iter().map(|client| format!("{}_client", client.module.plain())));
    let (mut seen, mut shared) = (own.clone(), own.clone());
    for operation in api.clients.iter().flat_map(|client| &client.areas).flat_map(|area| &area.operations) {
        let name = operation.name.plain();
        if is_public(operation) && !seen.insert(name.to_owned()) {
            shared.insert(name.to_owned());
        }
    }
    let mut taken = Scope::new();
    for name in seen {
        let _ = taken.claim(&ident(&name, Case::Method), ());
    }
    for client in &mut api.clients {
        for operation in client.areas.iter_mut().flat_map(|area| &mut area.operations) {
            if is_public(operation) && shared.contains(operation.name.plain()) {
                let prefixed = format!("{} {}", client.module.plain(), operation.name.plain());
                operation.mock = taken.claim_numbered(ident(&prefixed, Case::Method), ());
            }
        }
    }
}

fn is_public(operation: &Operation) -> bool {
    operation.visibility == Visibility::Public
}
