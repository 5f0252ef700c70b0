//! What can be wrong with a reference from file to file, in words.

use std::sync::Arc;

use serde_yaml::Value;

use super::super::grammar::Kind;
use super::super::walk::texts;
use super::address::Outside;
use super::bundle::Target;
use crate::diagnostic::{Diagnostic, Place, Rule, nearest};
use crate::source::{MOST_NODES, Pointer, Source, Unread};

/// A path that leads out of the folder of the document.
pub(super) fn outside(reference: &str, why: Outside, at: Place) -> Diagnostic {
    let (how, label) = match why {
        Outside::Absolute => ("is no path from the file that it stands in", "begins elsewhere"),
        Outside::Above => ("leads out of the folder of the document", "goes up too far"),
        Outside::Strange => ("has a character that the path of a file cannot have", "not a path"),
    };
    let help = match why {
        Outside::Strange => "write the path with `/` between folders",
        _ => "put the file into the folder of the document or one below, and write the path to it from this file",
    };
    Diagnostic::new(Rule::OutsideReference, format!("the reference `{reference}` {how}"), at).label(label).help(help)
}

/// A file that was not read.
pub(super) fn unread(unread: &Unread, at: Place) -> Diagnostic {
    Diagnostic::new(unread.rule, unread.message.clone(), at).label("named here").help(unread.help.clone())
}

/// A fragment that is no JSON pointer.
pub(super) fn no_pointer(reference: &str, fragment: &str, at: Place) -> Diagnostic {
    let message = format!("the reference `{reference}` has no JSON pointer after its `#`");
    Diagnostic::new(Rule::DanglingReference, message, at)
        .label("leads to nothing")
        .help(format!("write `#/{fragment}` if that is a key of the file"))
}

/// A file that has no such part.
pub(super) fn dangling(reference: &str, target: &Target, file: (&Arc<Source>, &Value), at: Place) -> Diagnostic {
    let (source, tree) = file;
    let mut reached = Pointer::root();
    let mut value = tree;
    let mut missing = "";
    for token in &target.tokens {
        match step(value, token) {
            Some(next) => (value, reached) = (next, reached.child(token)),
            None => {
                missing = token;
                break;
            }
        }
    }
    let keys = value.as_mapping().into_iter().flat_map(texts).map(|(key, _)| key);
    let near = nearest(missing, keys).map(|near| reached.child(near));
    let message = format!("the reference `{reference}` leads to nothing");
    let found =
        Diagnostic::new(Rule::DanglingReference, message, at).label(format!("not found in `{}`", source.name()));
    match near {
        Some(near) => {
            found.related(Place::key(source, &near), "perhaps this one").help(format!("did you mean `#{near}`?"))
        }
        None => found.help(format!("`{missing}` is not there: add it, or mend the reference")),
    }
}

/// The value one step below.
pub(super) fn step<'a>(value: &'a Value, token: &str) -> Option<&'a Value> {
    match value {
        Value::Mapping(mapping) => mapping.get(token),
        Value::Sequence(elements) => elements.get(token.parse::<usize>().ok()?),
        _ => None,
    }
}

/// Parts that would have one name.
pub(super) fn clash(kind: Kind, name: &str, at: Place, other: Place) -> Diagnostic {
    let section = kind.section().unwrap_or_default();
    let message = format!("two of the `{section}` would be named `{name}`, and are different");
    let help = format!(
        "give one a name of its own in the root, under `components/{section}`: `AnotherName: {{$ref: <the file>}}`"
    );
    Diagnostic::new(Rule::NameCollision, message, at).label("one").related(other, "the other").help(help)
}

/// Path items that stand for each other, or stand in one another.
pub(super) fn circle(reference: &str, at: Place) -> Diagnostic {
    let message = format!("the path item behind `{reference}` refers to itself");
    Diagnostic::new(Rule::ReferenceCycle, message, at)
        .label("leads back")
        .help("write the path item itself in one of the places")
}

/// Copies of path items that would take too much.
pub(super) fn too_many(at: Place) -> Diagnostic {
    let message = format!("put together, the files up to here would have more than {MOST_NODES} values");
    Diagnostic::new(Rule::TooLarge, message, at)
        .label("too much from here on")
        .help("refer to fewer files, or to smaller parts of them")
}
