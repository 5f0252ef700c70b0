//! What is too large or too deep to be made a tree of.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Rule, TRUST};
use crate::source::{LARGEST, MOST_NODES, Source};

/// What the parsers follow at least; all that is done with a tree goes down level by level.
pub(crate) const DEEPEST: usize = 127;

/// What keeps a text that is YAML, whatever it begins with, from being parsed.
pub(crate) fn of_yaml_text(source: &Arc<Source>) -> Option<Diagnostic> {
    of_text(source).or_else(|| of_yaml(source))
}

/// What keeps a text from being parsed at all.
pub(super) fn of_text(source: &Source) -> Option<Diagnostic> {
    if source.is_trusted() {
        return None;
    }
    if source.text().len() > LARGEST {
        return Some(Diagnostic::too_long(source.name()));
    }
    let message = || format!("the file `{}` may have more than the {MOST_NODES} values that are read", source.name());
    let crowded = || {
        Diagnostic::new(Rule::TooLarge, message(), Place::file(source.name()))
            .help(format!("split the document; {TRUST}"))
    };
    source.is_crowded().then(crowded)
}

/// What keeps a YAML text from being parsed.
pub(super) fn of_yaml(source: &Arc<Source>) -> Option<Diagnostic> {
    if let Some(place) = source.deep_place(DEEPEST) {
        return Some(too_deep(Place::span(source, place)));
    }
    let alias = source.overflowing_alias()?;
    let at = Place::span(source, alias.at);
    Some(if alias.is_endless {
        Diagnostic::new(Rule::ReferenceCycle, "an alias stands for what it is a part of, which would have no end", at)
            .label("inside of its own anchor")
            .help("write the thing itself, or use `$ref`, which may lead back")
    } else {
        let message = format!("written out, the aliases up to here would take more than {}", megabytes(LARGEST));
        Diagnostic::new(Rule::TooLarge, message, at)
            .label("too much from here on")
            .help("use `$ref` in place of aliases")
    })
}

/// Collections in collections in collections.
pub(crate) fn too_deep(at: Place) -> Diagnostic {
    let message = format!("collections are nested more than {DEEPEST} levels deep");
    Diagnostic::new(Rule::TooDeep, message, at)
        .label("too deep from here on")
        .help("give what is inside a name under `components`, and refer to it")
}

/// A length for a message.
fn megabytes(bytes: usize) -> String {
    format!("{} MiB", bytes / (1024 * 1024))
}
