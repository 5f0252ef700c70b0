//! Which Cargo features bring which types: each area exactly those that its operations lead to, `full` the rest.

mod sets;

use std::sync::Arc;

use super::reach;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule, TRUST};
use crate::model::{Api, FULL, TypeTable, Visibility};
use crate::spec::Document;
use sets::{MOST_NAMES, sets};

/// Writes to every type the features that bring it.
pub(super) fn assign(api: &mut Api, documents: &[Document], diagnostics: &mut Diagnostics) {
    let areas: Vec<_> = api.clients.iter().flat_map(|client| &client.areas).collect();
    let mut names: Vec<&str> = areas.iter().map(|area| area.feature.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let mut called = vec![Vec::new(); api.types.len()];
    for area in &areas {
        // An area of hidden operations alone has no feature to switch it on.
        let public = area.operations.iter().filter(|operation| operation.visibility == Visibility::Public);
        let number = names.binary_search(&area.feature.as_str()).unwrap_or_default();
        public.flat_map(reach::called).for_each(|id| called[id.0].push(number));
    }
    let most = if documents.iter().any(|document| document.source.is_trusted()) { usize::MAX } else { MOST_NAMES };
    let Some(sets) = sets(&needs(&api.types), called, most) else {
        if let Some(document) = documents.first() {
            let message =
                format!("types and tags multiply: the conditions of all types have more than {MOST_NAMES} features");
            let help =
                format!("give the operations fewer tags, or make a crate for each part of the document; {TRUST}");
            diagnostics.push(Diagnostic::new(Rule::TooLarge, message, Place::file(document.source.name())).help(help));
        }
        return;
    };
    let full: Arc<[String]> = Arc::from([FULL.to_owned()]);
    let lists: Vec<Arc<[String]>> =
        sets.lists.iter().map(|set| set.iter().map(|number| names[*number].to_owned()).collect()).collect();
    let ids: Vec<_> = api.types.iter().map(|(id, _)| id).collect();
    for (id, set) in ids.into_iter().zip(sets.of) {
        let features = lists.get(set).filter(|features| !features.is_empty());
        api.types.get_mut(id).features = Arc::clone(features.unwrap_or(&full));
    }
}

/// What comes with each type: what it names, and the type in whose file it stands.
fn needs(types: &TypeTable) -> Vec<Vec<usize>> {
    let needed = |(_, def): (_, &crate::model::TypeDef)| {
        reach::parts(&def.kind).into_iter().chain(def.owner).map(|id| id.0).collect()
    };
    types.iter().map(needed).collect()
}
