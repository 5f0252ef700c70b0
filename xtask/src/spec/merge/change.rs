//! One thing that the vendor changed, and what became of it.

use std::fmt;

use generator::source::Pointer;
use serde_yaml::Value;

/// A change of the vendor's.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    /// Where.
    pub(crate) at: Pointer,
    pub(crate) kind: Kind,
    /// What the vendor had.
    pub(crate) base: Option<Value>,
    /// What our document had.
    pub(crate) ours: Option<Value>,
    /// What the vendor has.
    pub(crate) theirs: Option<Value>,
}

/// What became of a change.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Kind {
    /// Something new, which is taken.
    Added,
    /// Something is gone, and ours with it.
    Removed,
    /// Another value, which is taken.
    Changed,
    /// Ours is another value, which stays.
    Kept,
}

impl Change {
    /// Where the vendor now has what is gone here, if it is what `added` tells of.
    pub(crate) fn is_moved_to(&self, added: &Self) -> bool {
        let is_pair = self.kind == Kind::Removed && added.kind == Kind::Added;
        is_pair
            && self.base.as_ref().is_some_and(Value::is_mapping)
            && self.base == added.theirs
            && self.at.parent() == added.at.parent()
    }
}

impl fmt::Display for Change {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { at, kind, ours, theirs, .. } = self;
        let at: String = at.to_string().chars().flat_map(plain).collect();
        let (ours, theirs) = (words(ours.as_ref()), words(theirs.as_ref()));
        match kind {
            Kind::Added => write!(formatter, "+ {at}{}", scalar(self.theirs.as_ref())),
            Kind::Removed => write!(formatter, "- {at}{}", scalar(self.ours.as_ref())),
            Kind::Changed => write!(formatter, "~ {at}: {ours} becomes {theirs}"),
            Kind::Kept => write!(formatter, "! {at}: {ours} is ours, the vendor now has {theirs}"),
        }
    }
}

fn scalar(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Mapping(_) | Value::Sequence(_)) => String::new(),
        value => format!(": {}", words(value)),
    }
}

/// A value in few words. What a vendor writes may be long, and meant to upset a terminal.
fn words(value: Option<&Value>) -> String {
    const MOST: usize = 60;
    match value {
        None => "nothing".to_owned(),
        Some(Value::Sequence(list)) => format!("a list of {}", list.len()),
        Some(Value::Mapping(mapping)) => format!("an object of {}", mapping.len()),
        Some(Value::Null) => "`null`".to_owned(),
        Some(Value::Bool(flag)) => format!("`{flag}`"),
        Some(Value::Number(number)) => format!("`{number}`"),
        Some(Value::Tagged(_)) => "a tagged value".to_owned(),
        Some(Value::String(text)) => {
            let start: String = text.chars().take(MOST).flat_map(plain).collect();
            let rest = if text.chars().nth(MOST).is_some() { "..." } else { "" };
            format!("`{start}{rest}`")
        }
    }
}

/// A character as it is shown: one that rules a terminal or ends a line is written out.
fn plain(character: char) -> impl Iterator<Item = char> {
    let is_plain = !character.is_control()
        && !matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let escaped = (!is_plain).then(|| character.escape_unicode());
    is_plain.then_some(character).into_iter().chain(escaped.into_iter().flatten())
}
