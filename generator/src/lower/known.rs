//! What an entry of the settings file may name: for an entry that names nothing, so that the nearest can be offered.

use openapiv3::ReferenceOr;

use crate::model::{TypeDef, TypeKind};
use crate::settings::Entry;
use crate::spec::Document;

/// All names for one kind of entry.
pub(super) fn names(entry: Entry, documents: &[Document], types: &[TypeDef]) -> Vec<String> {
    match entry {
        Entry::Property => properties(types).map(|(schema, name)| format!("{schema}.{name}")).collect(),
        Entry::Fraction => {
            properties(types).flat_map(|(schema, name)| [format!("{schema}.{name}"), name.to_owned()]).collect()
        }
        Entry::Parameter => documents.iter().flat_map(parameters).collect(),
        Entry::Read | Entry::NoRead => documents.iter().flat_map(ids).map(str::to_owned).collect(),
        // It begins a name, and is none itself.
        Entry::ReadPrefix => Vec::new(),
    }
}

fn properties(types: &[TypeDef]) -> impl Iterator<Item = (&str, &str)> {
    types.iter().flat_map(|def| {
        let fields = match &def.kind {
            TypeKind::Object(object) => object.fields.as_slice(),
            _ => &[],
        };
        fields.iter().map(move |field| (def.wire_name.as_str(), field.wire_name.as_str()))
    })
}

/// The parameters that operations list themselves; those of a path item, and those that stand elsewhere, are not looked for.
fn parameters(document: &Document) -> impl Iterator<Item = String> {
    document.openapi.operations().flat_map(|(_, _, operation)| {
        let id = operation.operation_id.as_deref().unwrap_or_default();
        let listed = operation.parameters.iter().filter_map(ReferenceOr::as_item);
        listed.map(move |parameter| format!("{id}.{}", parameter.parameter_data_ref().name))
    })
}

fn ids(document: &Document) -> impl Iterator<Item = &str> {
    document.openapi.operations().filter_map(|(_, _, operation)| operation.operation_id.as_deref())
}
