//! Overlays that did not find what they are for.

use std::sync::Arc;

use serde_json::Value as Json;
use serde_yaml::Value as Yaml;

use super::action::Action;
use super::explain::explain;
use super::layers::Layer;
use super::target::{self, Part};
use super::tree::to_json;
use super::{Layers, Overlay, Overlays};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::source::Pointer;

/// Reports each target that no document has anything for, and each `extends` that names another document.
///
/// `layers` are those of all documents, after they have been laid over them. `tree` makes the tree of one once more, which is
/// asked for what nothing matched, and so is seldom needed.
pub(crate) fn check(
    overlays: &Overlays,
    layers: &[Layers],
    tree: &dyn Fn(&Layers) -> Option<Yaml>,
    diagnostics: &mut Diagnostics,
) {
    let is_read = |name: &str| {
        layers.iter().any(|layers| layers.document.as_ref().is_some_and(|document| document.name() == name))
    };
    let mut seen: Vec<&Arc<Overlay>> = Vec::new();
    for overlay in layers.iter().flat_map(|layers| &layers.layers).map(|layer| &layer.overlay) {
        if seen.iter().any(|known| Arc::ptr_eq(known, overlay)) {
            continue;
        }
        seen.push(overlay);
        let laid: Vec<Laid<'_>> = layers.iter().filter_map(|layers| Laid::of(layers, overlay, tree)).collect();
        // A document that could not be read may have had it.
        if overlays.documents_of(&overlay.source).all(is_read) {
            extends(overlay, &laid, diagnostics);
            for (index, action) in overlay.actions.iter().enumerate() {
                unmatched(overlay, action, index, &laid, diagnostics);
            }
        }
    }
}

/// One overlay on one document.
struct Laid<'a> {
    layers: &'a Layers,
    layer: &'a Layer,
    tree: &'a dyn Fn(&Layers) -> Option<Yaml>,
}

impl<'a> Laid<'a> {
    fn of(layers: &'a Layers, overlay: &Arc<Overlay>, tree: &'a dyn Fn(&Layers) -> Option<Yaml>) -> Option<Self> {
        let layer = layers.layers.iter().find(|layer| Arc::ptr_eq(&layer.overlay, overlay))?;
        Some(Self { layers, layer, tree })
    }

    /// The document's tree with all overlays.
    fn json(&self) -> &'a Json {
        self.layers.json.get_or_init(|| (self.tree)(self.layers).as_ref().map_or(Json::Null, to_json))
    }

    fn name(&self) -> &'a str {
        self.layers.document.as_ref().map_or("", |source| source.name())
    }
}

fn extends(overlay: &Overlay, laid: &[Laid<'_>], diagnostics: &mut Diagnostics) {
    let Some(extends) = &overlay.extends else { return };
    let file_of = |name: &str| name.rsplit('/').next().unwrap_or_default().to_owned();
    if laid.iter().any(|laid| file_of(laid.name()) == file_of(extends)) {
        return;
    }
    let message = format!("the overlay is for `{extends}`, and is laid over {}", names(laid));
    let place = overlay.place(&Pointer::root().child("extends"));
    let help = "name the document here, or lay the overlay over that one";
    diagnostics.push(Diagnostic::new(Rule::MisfitOverlay, message, place).label("another document").help(help));
}

fn unmatched(overlay: &Overlay, action: &Action, index: usize, laid: &[Laid<'_>], diagnostics: &mut Diagnostics) {
    let is_matched = |part: usize| {
        laid.iter().any(|laid| laid.layer.matched.get(index).and_then(|parts| parts.get(part)) == Some(&true))
    };
    let parts = || action.target.parts.iter().enumerate();
    let is_any_of = |list: usize| parts().any(|(index, part)| part.list == list && is_matched(index));
    let is_whole = parts().all(|(_, part)| is_any_of(part.list));
    let text = &action.target.text;
    let trees = || laid.iter().map(Laid::json);
    let place = |range| target::place(&overlay.source, &action.target_at(), text, range);
    if !is_whole {
        // The whole target is one thing that is not there, however many lists it has.
        let reason = explain(text, trees(), diagnostics);
        report("the target", place(reason.missing), &reason.help, laid, diagnostics);
        return;
    }
    for (_, Part { text: alone, selector, .. }) in parts().filter(|(index, _)| !is_matched(*index)) {
        let range = selector.clone().unwrap_or(0..text.len());
        let name = text.get(range.clone()).unwrap_or_default();
        let help = explain(alone, trees(), diagnostics).help;
        report(&format!("`{name}` of the target"), place(range), &help, laid, diagnostics);
    }
}

fn report(what: &str, at: Place, help: &str, laid: &[Laid<'_>], diagnostics: &mut Diagnostics) {
    let message = format!("{what} matches nothing in {}", names(laid));
    diagnostics.push(Diagnostic::new(Rule::UnmatchedTarget, message, at).label("not there").help(help));
}

/// Such as `` `a.yaml` or `b.yaml` ``.
fn names(laid: &[Laid<'_>]) -> String {
    laid.iter().map(|laid| format!("`{}`", laid.name())).collect::<Vec<_>>().join(" or ")
}
