//! The overlays of one document: laying them over it, and what they met.

use std::cell::OnceCell;
use std::sync::Arc;

use serde_json::Value as Json;
use serde_yaml::Value as Yaml;

use super::action::{Action, Change};
use super::merge::{Merge, Misfit};
use super::tree::{at, depth, remove};
use super::written::{Origins, Written};
use super::{Overlay, target};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::source::{Pointer, Source, Token};
use crate::tree::describe;

/// The overlays of one document, in the order in which they are laid over it.
#[derive(Default)]
pub(crate) struct Layers {
    pub(super) layers: Vec<Layer>,
    /// The document, once they have been laid over it.
    pub(super) document: Option<Arc<Source>>,
    /// The document's tree with all overlays, in JSON, if a message needed it.
    pub(super) json: OnceCell<Json>,
}

/// One overlay, and what it met in the document.
pub(super) struct Layer {
    pub(super) overlay: Arc<Overlay>,
    /// For each action, which parts of its target matched.
    pub(super) matched: Vec<Vec<bool>>,
    pub(super) written: Vec<Written>,
}

/// How deep a document may get; the parsers take no deeper one either.
const DEEPEST: usize = 128;

impl Layers {
    /// Overlays that are still to be laid over a document.
    pub(crate) fn new(overlays: &[Arc<Overlay>]) -> Self {
        let layer = |overlay: &Arc<Overlay>| Layer {
            overlay: Arc::clone(overlay),
            matched: overlay.actions.iter().map(|action| vec![false; action.target.parts.len()]).collect(),
            written: Vec::new(),
        };
        Self { layers: overlays.iter().map(layer).collect(), document: None, json: OnceCell::new() }
    }

    /// The same overlays, still to be laid.
    pub(crate) fn anew(&self) -> Self {
        Self::new(&self.layers.iter().map(|layer| Arc::clone(&layer.overlay)).collect::<Vec<_>>())
    }

    /// The document that they lie on; none before.
    pub(crate) fn document(&self) -> Option<&Arc<Source>> {
        self.document.as_ref()
    }

    /// How many actions they have together.
    pub(crate) fn actions(&self) -> usize {
        self.layers.iter().map(|layer| layer.overlay.actions.len()).sum()
    }

    /// Changes the tree of a document, whose keys are texts, as all overlays say.
    ///
    /// What matched nothing is no fault yet: another document may have it. [`check`](super::check) tells in the end.
    pub(crate) fn apply(&mut self, source: &Arc<Source>, document: &mut Yaml, diagnostics: &mut Diagnostics) {
        self.document = Some(Arc::clone(source));
        for layer in &mut self.layers {
            let overlay = Arc::clone(&layer.overlay);
            for (action, matched) in overlay.actions.iter().zip(&mut layer.matched) {
                let nodes = action.target.select(document, matched);
                let mut run = Run { overlay: &overlay, action, document: source, diagnostics };
                match &action.change {
                    Change::Update(value) => layer.written.extend(run.update(document, &nodes, value)),
                    Change::Remove => layer.written.extend(run.remove(document, &nodes)),
                    Change::Nothing => {}
                }
            }
        }
    }

    /// What tells where a node comes from, without all else.
    pub(crate) fn into_origins(self) -> Origins {
        let written = |layer: Layer| (Arc::clone(&layer.overlay.source), layer.written);
        Origins { document: self.document, layers: self.layers.into_iter().map(written).collect() }
    }
}

/// One action on one document.
struct Run<'a> {
    overlay: &'a Overlay,
    action: &'a Action,
    document: &'a Source,
    diagnostics: &'a mut Diagnostics,
}

impl Run<'_> {
    fn update(&mut self, root: &mut Yaml, nodes: &[Vec<Token>], value: &Yaml) -> Vec<Written> {
        let mut merge = Merge::default();
        let from = self.action.update_at();
        let depth = depth(value);
        for path in nodes {
            if path.len() + depth > DEEPEST {
                let message = format!("with this action the document would be more than {DEEPEST} levels deep");
                self.report(message, None, "too deep", "select less, or update with less");
                break;
            }
            let Some(node) = at(root, path) else { continue };
            if node.is_mapping() || node.is_sequence() {
                merge.update(node, value, &from, &pointer(path));
            } else {
                self.primitive(node, path, nodes.len());
                break;
            }
        }
        // One is enough: what misfits in one place usually does so in all.
        if let Some(misfit) = merge.misfits.first() {
            self.misfit(misfit);
        }
        merge.written
    }

    fn remove(&mut self, root: &mut Yaml, nodes: &[Vec<Token>]) -> Vec<Written> {
        let mut written = Vec::new();
        for path in nodes {
            let Some((last, parent)) = path.split_last() else {
                let help = "select what is in it: an overlay cannot remove the document itself";
                self.report("the target is the whole document".to_owned(), None, "not to be removed", help);
                break;
            };
            if let Some(node) = at(root, parent) {
                remove(node, last);
                written.push(Written::removal(self.action.target_at(), pointer(parent)));
            }
        }
        written
    }

    fn primitive(&mut self, found: &Yaml, path: &[Token], count: usize) {
        let name = self.document.name();
        let among = if count == 1 { String::new() } else { format!(", among {count} nodes,") };
        let message = format!(
            "the target selects{among} {} at {} of `{name}`, which takes no `update`",
            describe(found),
            pointer(path)
        );
        let help = "select the object that has it, and write the new value under its key in `update`";
        self.report(message, None, "selects what is neither an object nor an array", help);
    }

    fn misfit(&mut self, misfit: &Misfit) {
        let name = self.document.name();
        let found = describe(&misfit.found);
        let value = if misfit.value.is_null() { "null".to_owned() } else { describe(&misfit.value) };
        let message = format!("{value} cannot be merged into {found} at {} of `{name}`", display(&misfit.at));
        let help = match (&misfit.value, &misfit.found) {
            (Yaml::Null, _) => "leave the key out: an update removes nothing",
            (_, Yaml::Mapping(_)) => {
                "write a mapping with the keys that change; or remove the old value by an action before this one"
            }
            _ => "write a list with what is to be added; or remove the old value by an action before this one",
        };
        let kind = if misfit.found.is_mapping() { "an object" } else { "an array" };
        self.report(message, Some(&misfit.update), &format!("the document has {kind}"), help);
    }

    fn report(&mut self, message: String, at: Option<&Pointer>, label: &str, help: &str) {
        let place = at.map_or_else(|| self.target_place(), |at| self.overlay.place(at));
        self.diagnostics.push(Diagnostic::new(Rule::MisfitOverlay, message, place).label(label).help(help));
    }

    fn target_place(&self) -> Place {
        let text = &self.action.target.text;
        target::place(&self.overlay.source, &self.action.target_at(), text, 0..text.len())
    }
}

fn pointer(path: &[Token]) -> Pointer {
    path.iter().fold(Pointer::root(), |pointer, token| pointer.step(token.clone()))
}

/// A pointer for a message, where nothing would say nothing.
fn display(pointer: &Pointer) -> String {
    Some(pointer.to_string()).filter(|text| !text.is_empty()).unwrap_or_else(|| "the root".to_owned())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Layers, Overlay, Yaml};
    use crate::diagnostic::Diagnostics;
    use crate::source::Source;

    #[test]
    fn what_json_cannot_hold_stays_in_the_document() {
        let text = "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nactions: [{target: $.a, update: {d: .nan}}]";
        let mut diagnostics = Diagnostics::default();
        let overlay = Overlay::parse(Source::new("overlay.yaml", text), &mut diagnostics).expect("it is an overlay");
        let source = Source::new("document.yaml", "a: {b: .inf, c: 1}");
        let mut document: Yaml = serde_yaml::from_str(source.text()).expect("it is YAML");
        Layers::new(&[Arc::new(overlay)]).apply(&source, &mut document, &mut diagnostics);
        assert!(diagnostics.is_empty());
        assert_eq!(serde_yaml::to_string(&document).expect("it can be written"), "a:\n  b: .inf\n  c: 1\n  d: .nan\n");
    }
}
