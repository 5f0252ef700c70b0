//! Documents that are split over files: from a root and its parts to one tree.
//!
//! Lives here: following references from file to file, the names that components of other files get, and the way back from a node
//! of the tree to the file that it is written in. Does not live here: the reading of files. Whoever can read is asked for each.

mod address;
mod bundle;
mod fault;
mod files;
mod homes;
mod names;

use std::sync::Arc;

use serde_yaml::Value;

use super::Document;
use crate::diagnostic::Diagnostics;
use crate::source::{Part, Parts, Source};

use bundle::Bundle;
pub(crate) use homes::{Homes, locate};

/// A document with all files that it is split over. `read` is asked once for each, by its path from the document's folder; the
/// path leads nowhere else, but links on the disk may.
pub fn gather(source: Arc<Source>, read: &mut dyn FnMut(&str) -> Part) -> Arc<Source> {
    if !may_be_split(source.text()) {
        return source;
    }
    // What is wrong is told when the document is loaded.
    let mut diagnostics = Diagnostics::default();
    let Some(mut document) = Document::parse(&source, &mut diagnostics) else { return source };
    let mut parts = Parts::new();
    let mut keep = |path: &str| {
        let part = read(path);
        parts.insert(path.to_owned(), part.clone());
        Some(part)
    };
    Bundle::new(&source, &mut keep, &mut diagnostics).run(&mut document);
    source.with_parts(parts)
}

/// Puts the parts of a document into its tree, as components or in place of the references to them.
pub(super) fn bundle(source: &Arc<Source>, document: &mut Value, diagnostics: &mut Diagnostics) -> Homes {
    if !may_be_split(source.text()) {
        return Homes::default();
    }
    Bundle::new(source, &mut |path| source.parts().get(path).cloned(), diagnostics).run(document)
}

/// Whether a text may refer to other files: a quick look, so that a document in one piece need not be taken apart for that.
fn may_be_split(text: &str) -> bool {
    // The dollar sign may be written as an escape.
    let leads_out = |sign: &str| {
        text.match_indices(sign).any(|(at, _)| {
            let rest = text.get(at + sign.len()..).unwrap_or_default();
            let value = rest.trim_start_matches(|c: char| matches!(c, '"' | '\'' | ':') || c.is_whitespace());
            !value.starts_with('#')
        })
    };
    leads_out("$ref") || leads_out("24ref")
}

#[cfg(test)]
mod tests {
    use super::may_be_split;

    #[test]
    fn only_references_within_a_text_leave_it_in_one_piece() {
        assert!(!may_be_split("a: {$ref: '#/a'}\nb: {\"$ref\": \"#/b\", c: d}\n"));
        assert!(may_be_split("a: {$ref: '#/a'}\nb: {$ref: a.yaml}\n"));
        assert!(may_be_split("{\"\\u0024ref\": \"a.json#/a\"}"));
        assert!(may_be_split("$ref: >-\n  #/a\n") || !may_be_split("$ref:\n  '#/a'\n"));
    }
}
