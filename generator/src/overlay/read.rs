//! From the tree of an overlay to its actions, or to what is wrong with them.

use std::sync::Arc;

use serde_yaml::{Mapping, Value};

use super::action::{Action, Change};
use super::grammar::{ACTION, Field, INFO, Kind, OVERLAY, Shape};
use super::target::{self, Target};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule, Severity, nearest};
use crate::source::{Pointer, Source};
use crate::tree::describe;

/// What the overlay says it extends, and its sound actions; `None` when it is no overlay, or one of another version.
pub(super) fn read(
    source: &Arc<Source>,
    tree: &Value,
    diagnostics: &mut Diagnostics,
) -> Option<(Option<String>, Vec<Action>)> {
    let root = Pointer::root();
    let mut reader = Reader { source, diagnostics };
    reader.version(tree)?;
    let overlay = reader.object(OVERLAY, tree, &root)?;
    if let Some(info) = overlay.get("info").filter(|info| info.is_mapping()) {
        reader.object(INFO, info, &root.child("info"));
    }
    let list = overlay.get("actions").and_then(Value::as_sequence);
    if list.is_some_and(Vec::is_empty) {
        let at = Place::value(source, &root.child("actions"));
        reader.report("an overlay needs at least one action", at, "no action", "add one, or remove the file");
    }
    let at = root.child("actions");
    let actions = list.into_iter().flatten().enumerate();
    let actions = actions.filter_map(|(index, action)| reader.action(action, at.index(index))).collect();
    Some((overlay.get("extends").and_then(Value::as_str).map(str::to_owned), actions))
}

struct Reader<'a> {
    source: &'a Arc<Source>,
    diagnostics: &'a mut Diagnostics,
}

impl Reader<'_> {
    /// Asked before anything else: every later message would only confuse.
    fn version(&mut self, tree: &Value) -> Option<()> {
        let Some(version) = tree.get("overlay") else {
            let at = Place::value(self.source, &Pointer::root());
            let message = "this is not an overlay: it has no `overlay` field";
            self.report(message, at, "not an overlay", "write `overlay: 1.0.0` at the top if it is one");
            return None;
        };
        // What is no text is reported with the other fields.
        let Some(version) = version.as_str() else { return Some(()) };
        let mut parts = version.split('.');
        if (parts.next(), parts.next()) == (Some("1"), Some("0")) {
            return Some(());
        }
        let at = Place::value(self.source, &Pointer::root().child("overlay"));
        let message = format!("the overlay is of version {version}, and only 1.0 is supported");
        self.report(&message, at, "needs to be 1.0.x", "write `overlay: 1.0.0`, and only what that version knows");
        None
    }

    /// The mapping, with every field that is not as it should be reported.
    fn object<'v>(&mut self, kind: Kind, value: &'v Value, at: &Pointer) -> Option<&'v Mapping> {
        let Some(object) = value.as_mapping() else {
            let message = format!("{} must be a mapping, not {}", kind.noun, describe(value));
            self.report(&message, Place::value(self.source, at), "expected a mapping", &fields_of(kind));
            return None;
        };
        for (key, value) in object.iter().filter_map(|(key, value)| Some((key.as_str()?, value))) {
            match kind.fields.iter().find(|field| field.key == key) {
                Some(field) if !field.shape.fits(value) => self.misshapen(kind, field, value, &at.child(key)),
                None if !key.starts_with("x-") => self.unknown(kind, key, &at.child(key)),
                _ => {}
            }
        }
        for field in kind.fields.iter().filter(|field| field.is_required && !object.contains_key(field.key)) {
            let key = field.key;
            let message = format!("{} needs `{key}`", kind.noun);
            let help = format!("add `{key}`: {}", field.shape.noun());
            self.report(&message, Place::key(self.source, at), &format!("`{key}` is missing"), &help);
        }
        Some(object)
    }

    fn misshapen(&mut self, kind: Kind, field: &Field, value: &Value, at: &Pointer) {
        let expected = field.shape.noun();
        let message = format!("`{}` of {} must be {expected}, not {}", field.key, kind.noun, describe(value));
        let help = match (field.shape, value) {
            (Shape::Text, Value::Number(number)) => format!("put it in quotes: `'{number}'`"),
            (Shape::Flag, Value::String(text)) if text == "true" || text == "false" => {
                format!("leave out the quotes: `{text}`")
            }
            _ => format!("write {expected}"),
        };
        self.report(&message, Place::value(self.source, at), &format!("expected {expected}"), &help);
    }

    fn unknown(&mut self, kind: Kind, key: &str, at: &Pointer) {
        let message = format!("`{key}` is not a field of {}", kind.noun);
        let help = nearest(key, kind.fields.iter().map(|field| field.key))
            .map_or_else(|| fields_of(kind), |meant| format!("did you mean `{meant}`?"));
        self.report(&message, Place::key(self.source, at), "unknown field", &help);
    }

    fn action(&mut self, value: &Value, at: Pointer) -> Option<Action> {
        let action = self.object(ACTION, value, &at)?;
        let text = action.get("target")?.as_str()?;
        let change = if action.get("remove").and_then(Value::as_bool) == Some(true) {
            Change::Remove
        } else {
            action.get("update").map_or(Change::Nothing, |update| Change::Update(update.clone()))
        };
        if matches!(change, Change::Nothing) {
            let diagnostic = Diagnostic::new(
                Rule::InvalidOverlay,
                "the action changes nothing",
                Place::value(self.source, &at.child("target")),
            );
            self.diagnostics.push(
                diagnostic
                    .severity(Severity::Warning)
                    .label("neither `update` nor `remove: true`")
                    .help("say what it changes, or remove it"),
            );
        }
        match Target::parse(text) {
            Ok(target) => Some(Action { at, target, change }),
            Err(fault) => {
                let place = target::place(self.source, &at.child("target"), text, fault.at..text.len());
                let message = format!("`{text}` is not a JSONPath (RFC 9535): {}", fault.message);
                self.report(&message, place, "cannot be read from here on", fault.remedy);
                None
            }
        }
    }

    fn report(&mut self, message: &str, at: Place, label: &str, help: &str) {
        self.diagnostics.push(Diagnostic::new(Rule::InvalidOverlay, message, at).label(label).help(help));
    }
}

/// Such as `` an action has `target`, `description`, `update` and `remove` ``.
fn fields_of(kind: Kind) -> String {
    let keys: Vec<String> = kind.fields.iter().map(|field| format!("`{}`", field.key)).collect();
    let (last, others) = keys.split_last().map_or(("", &[] as &[String]), |(last, others)| (last.as_str(), others));
    format!("{} has {} and {last}; extensions begin with `x-`", kind.noun, others.join(", "))
}
