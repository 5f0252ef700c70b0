//! That every reference leads somewhere, and to a thing of the right kind.

use std::sync::Arc;

use serde_yaml::{Mapping, Value};

use super::super::Homes;
use super::super::grammar::Kind;
use super::super::reference::Reference;
use super::super::walk::{texts, walk};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule, feature};
use crate::source::{Pointer, Source};

/// Reports references that lead nowhere, elsewhere or to the wrong thing.
///
/// What leads to a file that cannot be used has been told when the files were put together.
pub(super) fn check(source: &Arc<Source>, document: &Value, homes: &Homes, diagnostics: &mut Diagnostics) {
    walk(document, &mut |kind, object, at| {
        if let Some(reference) = kind.reference(object).filter(|reference| !homes.has_told(reference)) {
            let place = || Place::value(source, &at.pointer().child("$ref"));
            let found = judge(source, document, kind, reference, &place, diagnostics);
            diagnostics.extend(found);
        }
        if kind == Kind::Discriminator {
            // A mapping may also hold the bare name of a schema; what holds no pointer is taken for such a name.
            for (key, reference) in object.get("mapping").and_then(Value::as_mapping).into_iter().flat_map(texts) {
                if let Some(reference) = reference.as_str().filter(|text| text.contains("#/") && !homes.has_told(text))
                {
                    let place = || Place::value(source, &at.pointer().child("mapping").child(key));
                    let found = judge(source, document, Kind::Schema, reference, &place, diagnostics);
                    diagnostics.extend(found);
                }
            }
        }
    });
}

fn judge(
    source: &Arc<Source>,
    document: &Value,
    kind: Kind,
    reference: &str,
    place: &dyn Fn() -> Place,
    diagnostics: &mut Diagnostics,
) -> Option<Diagnostic> {
    let unsupported = |feature, leads: &str, help: &str| {
        let lost = if kind == Kind::PathItem { "; the operations of this path are left out" } else { "" };
        let message = format!("the reference `{reference}` leads {leads}, and is not followed{lost}");
        Some(Diagnostic::new(Rule::Unsupported(feature), message, place()).help(help))
    };
    let nowhere = || Some(dangling(reference, place()).help("add what it names, or mend the reference"));
    match Reference::parse(reference) {
        Reference::External => {
            let help = "put what it leads to into a file in the folder of the document, and refer to that by its path";
            unsupported(feature::EXTERNAL_REFERENCE, "out of the document", help)
        }
        Reference::Component { section, name } if kind != Kind::PathItem => {
            if has_component(document, section, &name) {
                return component(kind, reference, section, place);
            }
            let near = |names: &Mapping| diagnostics.nearest(&name, texts(names).map(|(name, _)| name.to_owned()));
            Some(missing(source, document, kind, dangling(reference, place()), [section, &name], near))
        }
        Reference::Component { section, name } if find(document, &["components", section, name.as_ref()]).is_none() => {
            nowhere()
        }
        Reference::Local(tokens) if find(document, &tokens).is_none() => nowhere(),
        // Path items are no components in OpenAPI 3.0, wherever they are kept.
        Reference::Component { .. } | Reference::Local(_) if kind == Kind::PathItem => {
            let help = "copy what it leads to into its place";
            unsupported(feature::PATH_ITEM_REFERENCE, "to another path item", help)
        }
        Reference::Component { .. } | Reference::Local(_) => {
            let help = "move what it leads to into `components`, and refer to that";
            unsupported(feature::DEEP_REFERENCE, "to a place that is no component", help)
        }
    }
}

/// A component that is there, and may be of another kind than is wanted.
fn component(kind: Kind, reference: &str, section: &str, place: &dyn Fn() -> Place) -> Option<Diagnostic> {
    let expected = kind.section().filter(|expected| *expected != section)?;
    let message = format!("the reference `{reference}` leads to `{section}`, where {} is wanted", kind.noun());
    Some(
        Diagnostic::new(Rule::WrongReference, message, place())
            .label(format!("needs to lead to `{expected}`"))
            .help(format!("refer to something in `#/components/{expected}`")),
    )
}

fn has_component(document: &Value, section: &str, name: &str) -> bool {
    let components = document.get("components").and_then(|components| components.get(section));
    components.and_then(Value::as_mapping).is_some_and(|section| section.contains_key(name))
}

/// A component that is not there. The fault may as well be where it should stand, so that is shown too.
fn missing(
    source: &Arc<Source>,
    document: &Value,
    kind: Kind,
    dangling: Diagnostic,
    [section, name]: [&str; 2],
    near: impl FnOnce(&Mapping) -> Option<String>,
) -> Diagnostic {
    let at = Pointer::root().child("components");
    let key = |pointer: &Pointer| Place::key(source, pointer);
    let meant = |section: &str, name: &str| {
        (key(&at.child(section).child(name)), format!("did you mean `#/components/{section}/{name}`?"))
    };
    let other = kind.section().filter(|expected| *expected != section && has_component(document, expected, name));
    let items = document.get("components").and_then(|components| components.get(section)).and_then(Value::as_mapping);
    let near = || items.and_then(near).map(|near| meant(section, &near));
    if let Some((place, help)) = other.map(|section| meant(section, name)).or_else(near) {
        return dangling.related(place, "perhaps this one").help(help);
    }
    let dangling = dangling.help("add what it names, or mend the reference");
    match (document.get("components"), items) {
        (_, Some(_)) => dangling.related(key(&at.child(section)), format!("has no `{name}`")),
        (Some(_), None) => dangling.related(key(&at), format!("has no `{section}`")),
        (None, None) => dangling,
    }
}

fn dangling(reference: &str, place: Place) -> Diagnostic {
    let message = format!("the reference `{reference}` leads to nothing");
    Diagnostic::new(Rule::DanglingReference, message, place).label("not found in the document")
}

fn find<'a>(document: &'a Value, tokens: &[impl AsRef<str>]) -> Option<&'a Value> {
    tokens.iter().map(AsRef::as_ref).try_fold(document, |value, token| match value {
        Value::Mapping(mapping) => mapping.get(token),
        Value::Sequence(elements) => elements.get(token.parse::<usize>().ok()?),
        _ => None,
    })
}
