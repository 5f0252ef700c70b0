//! Operations that the service describes no longer: when their methods go away, and what takes their place.

use semver::Version;

use crate::diagnostic::Diagnostics;
use crate::model::{Api, Client, Deprecation, Operation, Visibility};
use crate::settings::{ClientSettings, Fault, RemovedOperation, Settings};
use crate::spec::Document;

/// Deprecates every operation that the settings list as removed, and reports entries that should not be there any more.
pub(super) fn mark(api: &mut Api, documents: &[Document], settings: &Settings, diagnostics: &mut Diagnostics) {
    let version = Version::parse(&settings.package.version).ok();
    for (index, listed) in settings.clients.iter().enumerate().filter(|(_, it)| !it.operations.removed.is_empty()) {
        let Some(client) = api.clients.iter_mut().find(|client| client.name.plain() == listed.name) else { continue };
        let all: Vec<&Operation> = operations(client).collect();
        let ids: Vec<&str> = all.iter().map(|operation| operation.wire_name.as_str()).collect();
        let stays = |operation: &&&Operation| {
            operation.visibility == Visibility::Public && !listed.operations.removed.contains_key(&operation.wire_name)
        };
        let staying: Vec<&Operation> = all.iter().filter(stays).copied().collect();
        let staying_ids: Vec<&str> = staying.iter().map(|operation| operation.wire_name.as_str()).collect();
        let mut marks = Vec::new();
        for (id, removed) in &listed.operations.removed {
            let mut fault = |fault: Fault<'_>| diagnostics.extend(settings.removed_fault(index, id, &fault));
            if removed.until <= removed.since {
                fault(Fault::Backwards);
            }
            if version.as_ref().is_some_and(|version| removed.until <= *version) {
                fault(Fault::Expired(&removed.until));
            }
            let replacement = match &removed.replaced_by {
                None => None,
                Some(name) => {
                    let found = staying.iter().find(|operation| operation.wire_name == *name);
                    if found.is_none() {
                        fault(Fault::NoReplacement(name, &staying_ids));
                    }
                    found
                }
            };
            match all.iter().find(|operation| operation.wire_name == *id) {
                None => fault(Fault::Missing(&ids)),
                Some(operation) if is_described(documents, listed, operation) => fault(Fault::Described),
                Some(_) => marks.push((id, deprecation(removed, replacement.copied()))),
            }
        }
        for operation in client.areas.iter_mut().flat_map(|area| &mut area.operations) {
            if let Some((_, deprecation)) = marks.iter().find(|(id, _)| **id == operation.wire_name) {
                operation.deprecation = Some(deprecation.clone());
            }
        }
    }
}

fn operations(client: &Client) -> impl Iterator<Item = &Operation> {
    client.areas.iter().flat_map(|area| &area.operations)
}

/// Whether a document has the operation without any overlay.
fn is_described(documents: &[Document], client: &ClientSettings, operation: &Operation) -> bool {
    let own = documents.iter().filter(|document| client.reads(document.source.name()));
    own.flat_map(|document| &document.own_operations)
        .any(|(path, method)| *path == operation.path.text && method.eq_ignore_ascii_case(operation.method.as_str()))
}

fn deprecation(removed: &RemovedOperation, replacement: Option<&Operation>) -> Deprecation {
    let usual = || "The service no longer describes it.".to_owned();
    let instead = replacement.map_or_else(usual, |operation| format!("Use `{}` instead.", operation.name.plain()));
    let ends = format!("It is gone in version {}.", removed.until);
    let said: Vec<String> = [instead].into_iter().chain(removed.note.clone()).chain([ends]).collect();
    Deprecation { since: Some(removed.since.to_string()), note: Some(said.join(" ")) }
}
