//! That every reference leads somewhere, and to a thing of the right kind.

use std::sync::Arc;

use serde_yaml::Value;

use super::super::grammar::Kind;
use super::super::reference::Reference;
use super::super::walk::{texts, walk};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule, feature, nearest};
use crate::source::Source;

/// Reports references that lead nowhere, elsewhere or to the wrong thing.
pub(super) fn check(source: &Arc<Source>, document: &Value, diagnostics: &mut Diagnostics) {
    walk(document, &mut |kind, object, at| {
        if let Some(reference) = kind.reference(object) {
            let place = || Place::value(source, &at.pointer().child("$ref"));
            diagnostics.extend(judge(document, kind, reference, &place));
        }
        if kind == Kind::Discriminator {
            // A mapping may also hold the bare name of a schema; what holds no pointer is taken for such a name.
            for (key, reference) in object.get("mapping").and_then(Value::as_mapping).into_iter().flat_map(texts) {
                if let Some(reference) = reference.as_str().filter(|text| text.contains("#/")) {
                    let place = || Place::value(source, &at.pointer().child("mapping").child(key));
                    diagnostics.extend(judge(document, Kind::Schema, reference, &place));
                }
            }
        }
    });
}

fn judge(document: &Value, kind: Kind, reference: &str, place: &dyn Fn() -> Place) -> Option<Diagnostic> {
    match Reference::parse(reference) {
        Reference::External => {
            let message = format!("the reference `{reference}` leads out of the document, and is not followed");
            Some(
                Diagnostic::new(Rule::Unsupported(feature::EXTERNAL_REFERENCE), message, place())
                    .help("copy what it leads to into `components`, and refer to that"),
            )
        }
        Reference::Component { section, name } => component(document, kind, reference, section, &name, place),
        Reference::Local(tokens) if find(document, &tokens).is_none() => Some(dangling(reference, place(), None)),
        Reference::Local(_) => {
            let feature = if kind == Kind::PathItem { feature::PATH_ITEM_REFERENCE } else { feature::DEEP_REFERENCE };
            let message =
                format!("the reference `{reference}` leads to a place that is no component, and is not followed");
            Some(
                Diagnostic::new(Rule::Unsupported(feature), message, place())
                    .help("move what it leads to into `components`, and refer to that"),
            )
        }
    }
}

fn component(
    document: &Value,
    kind: Kind,
    reference: &str,
    section: &str,
    name: &str,
    place: &dyn Fn() -> Place,
) -> Option<Diagnostic> {
    let components = document.get("components");
    let found = components.and_then(|components| components.get(section)).and_then(Value::as_mapping);
    if !found.is_some_and(|found| found.contains_key(name)) {
        let names = found.into_iter().flat_map(texts).map(|(name, _)| name);
        let suggestion = nearest(name, names).map(|near| format!("did you mean `#/components/{section}/{near}`?"));
        let elsewhere = || {
            let expected = kind.section().filter(|expected| *expected != section)?;
            let _ = components?.get(expected)?.as_mapping()?.get(name)?;
            Some(format!("did you mean `#/components/{expected}/{name}`?"))
        };
        return Some(dangling(reference, place(), elsewhere().or(suggestion)));
    }
    let expected = kind.section().filter(|expected| *expected != section)?;
    let message = format!("the reference `{reference}` leads to `{section}`, where {} is wanted", kind.noun());
    Some(
        Diagnostic::new(Rule::WrongReference, message, place())
            .label(format!("needs to lead to `{expected}`"))
            .help(format!("refer to something in `#/components/{expected}`")),
    )
}

fn dangling(reference: &str, place: Place, suggestion: Option<String>) -> Diagnostic {
    let message = format!("the reference `{reference}` leads to nothing");
    let help = suggestion.unwrap_or_else(|| "add what it names, or mend the reference".to_owned());
    Diagnostic::new(Rule::DanglingReference, message, place).label("not found in the document").help(help)
}

fn find<'a>(document: &'a Value, tokens: &[String]) -> Option<&'a Value> {
    tokens.iter().try_fold(document, |value, token| match value {
        Value::Mapping(mapping) => mapping.get(token.as_str()),
        Value::Sequence(elements) => elements.get(token.parse::<usize>().ok()?),
        _ => None,
    })
}
