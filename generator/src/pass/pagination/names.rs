//! The names of the methods that go through pages.

use crate::diagnostic::{self, Diagnostic, Diagnostics, Rule};
use crate::model::{Client, Ident, Operation, Place, Visibility};
use crate::naming::{Case, Scope, ident};
use crate::settings::Settings;
use crate::source::Pointer;
use crate::spec::Document;

/// The names of a client's methods, each with the operation that has it. Its own code's have none.
pub(super) struct Names {
    client: Ident,
    taken: Scope<Option<Place>>,
}

impl Names {
    /// Operations come first, so that their names never depend on what is paged.
    pub(super) fn of(client: &Client, settings: &Settings) -> Self {
        let mut taken = Scope::new();
        let operations = client.areas.iter().flat_map(|area| &area.operations);
        for operation in operations.filter(|operation| operation.visibility == Visibility::Public) {
            // Two operations of one name are reported as such.
            let _ = taken.claim(&operation.name, Some(operation.at.clone()));
        }
        let own = settings.clients.iter().filter(|own| ident(&own.name, Case::Type) == client.name);
        for reserved in own.flat_map(|own| &own.reserved) {
            let _ = taken.claim(&ident(reserved, Case::Method), None);
        }
        Self { client: client.name.clone(), taken }
    }

    /// The name of a method beside an operation's own; one that is taken is reported.
    pub(super) fn claim(
        &mut self,
        operation: &Operation,
        word: &str,
        documents: &[Document],
        diagnostics: &mut Diagnostics,
    ) -> Ident {
        let name = ident(&format!("{} {word}", operation.name.plain()), Case::Method);
        let Err(clash) = self.taken.claim(&name, Some(operation.at.clone())) else { return name };
        let Some(here) = id_at(documents, &operation.at) else { return name };
        let message = format!(
            "operation `{}` answers pages, for which it has a method `{name}` in Rust, a name that is taken",
            operation.wire_name
        );
        let mut diagnostic = Diagnostic::new(Rule::NameCollision, message, here);
        if let Some(first) = clash.first.and_then(|first| id_at(documents, &first)) {
            diagnostic = diagnostic.related(first, format!("`{name}` is taken here"));
        }
        let setting = format!("clients.{}.operations.names", self.client);
        diagnostics
            .push(diagnostic.help(format!(
                "name one of them under `{setting}` in the settings file, or rename it in the document"
            )));
        name
    }
}

/// Operations clash over their ids, so that is where to look.
fn id_at(documents: &[Document], at: &Place) -> Option<diagnostic::Place> {
    let document = documents.iter().find(|document| document.source.name() == at.source)?;
    Some(diagnostic::Place::key(&document.source, &Pointer::parse(&at.pointer).child("operationId")))
}
