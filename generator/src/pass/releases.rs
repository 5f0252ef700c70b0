//! The release that each operation came with, and what came and went with each release.

use std::collections::HashMap;

use crate::history::{History, Methods};
use crate::model::{Api, Moved, Release};

/// Writes both into the model; pages have their places already.
pub(super) fn tell(api: &mut Api, history: &History) {
    for client in &mut api.clients {
        let name = client.name.plain().to_owned();
        for operation in client.areas.iter_mut().flat_map(|area| &mut area.operations) {
            operation.since = history.since(&name, &operation.wire_name).map(ToString::to_string);
        }
    }
    let pages = pages(api);
    let moved = |methods: &Methods| {
        let one = |(client, methods): (&String, &std::collections::BTreeMap<String, String>)| {
            let of_client = |(id, method): (&String, &String)| Moved {
                client: client.clone(),
                method: method.clone(),
                page: pages.get(&(client.clone(), id.clone())).cloned(),
            };
            methods.iter().map(of_client).collect::<Vec<_>>()
        };
        methods.iter().flat_map(one).collect()
    };
    let releases = history.releases.iter().rev().map(|release| Release {
        version: release.version.to_string(),
        api_version: release.api_version.clone(),
        added: moved(&release.added),
        removed: moved(&release.removed),
    });
    api.releases = releases.collect();
}

/// Title and path of the page of each operation, by client and id.
fn pages(api: &Api) -> HashMap<(String, String), (String, String)> {
    let clients = api.clients.iter();
    let operations = clients.flat_map(|client| {
        client.areas.iter().flat_map(move |area| area.operations.iter().map(move |it| (client, it)))
    });
    let page = |operation: &crate::model::Operation| (operation.title().to_owned(), operation.page.path.clone());
    operations
        .map(|(client, operation)| ((client.name.plain().to_owned(), operation.wire_name.clone()), page(operation)))
        .collect()
}
