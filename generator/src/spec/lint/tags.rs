//! That tags are declared, and once.

use std::collections::BTreeMap;

use serde_yaml::Value;

use super::super::grammar::METHODS;
use super::super::trail::Trail;
use super::super::walk::texts;
use super::Lint;
use crate::diagnostic::{Place, Rule};
use crate::source::Pointer;

/// Reports tags that come twice, and those that operations have and the document does not declare while it declares others.
pub(super) fn check(lint: &mut Lint<'_>) {
    let declared = lint.document.get("tags").and_then(Value::as_sequence);
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    let list = Trail::Key(&Trail::Root, "tags");
    for (index, name) in
        declared.into_iter().flatten().enumerate().filter_map(|(index, tag)| Some((index, tag.get("name")?.as_str()?)))
    {
        let place = |index| Trail::Key(&Trail::Index(&list, index), "name").pointer();
        match known.get(name) {
            Some(first) => {
                let places = [place(index), place(*first)].map(|pointer| Place::value(lint.source, &pointer));
                let message = format!("the tag `{name}` is declared twice");
                let labels = ["declared again here", "first declared here"];
                lint.report_both(Rule::DuplicateTag, message, places, labels, "keep one of the two");
            }
            None => drop(known.insert(name, index)),
        }
    }
    if !known.is_empty() {
        check_used(lint, &known);
    }
}

fn check_used(lint: &mut Lint<'_>, known: &BTreeMap<&str, usize>) {
    let document = lint.document;
    let mut strangers: BTreeMap<&str, (Pointer, usize)> = BTreeMap::new();
    let paths = Pointer::root().child("paths");
    for (path, item) in document.get("paths").and_then(Value::as_mapping).into_iter().flat_map(texts) {
        let operations = item.as_mapping().into_iter().flat_map(texts).filter(|(method, _)| METHODS.contains(method));
        for (method, operation) in operations {
            let tags = operation.get("tags").and_then(Value::as_sequence).into_iter().flatten().enumerate();
            for (index, tag) in tags.filter_map(|(index, tag)| Some((index, tag.as_str()?))) {
                if !known.contains_key(tag) {
                    let at = || paths.child(path).child(method).child("tags").index(index);
                    strangers.entry(tag).or_insert_with(|| (at(), 0)).1 += 1;
                }
            }
        }
    }
    for (tag, (place, count)) in strangers {
        let used = if count == 1 { "by one operation".to_owned() } else { format!("by {count} operations") };
        let help = lint.nearest(tag, known.keys().copied()).map_or_else(
            || "declare it under `tags`, with a description".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        let message = format!("the tag `{tag}` is used {used} and not declared");
        let place = Place::value(lint.source, &place);
        lint.report(Rule::UndeclaredTag, message, place, "not among `tags`", &help);
    }
}
