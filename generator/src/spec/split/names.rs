//! What the components of other files are called in the bundled document. Names are decided here and nowhere else.
//!
//! - A component of the root that is nothing but a reference to the part gives it its own name; of several, the one that the part
//!   would have anyway, or else the first by name.
//! - Otherwise the last step of the reference's pointer is the name, or the name of the file where it is the whole.
//! - Two parts that would have one name are an error. The second gets a number, so that the run can go on to the end.

use std::collections::{BTreeMap, HashMap};

use super::bundle::Target;
use crate::diagnostic::Place;

/// The names of all components, by section.
#[derive(Default)]
pub(super) struct Names {
    /// Names that the root gives.
    given: HashMap<(&'static str, Target), String>,
    /// Who has a name, by the place where it is described.
    taken: BTreeMap<(&'static str, String), Place>,
    /// The last number that a name was given.
    numbers: HashMap<(&'static str, String), usize>,
}

/// A name, and who has it already.
pub(super) struct Name {
    pub(super) name: String,
    pub(super) clash: Option<(String, Place)>,
}

impl Names {
    /// The root has a component of its own.
    pub(super) fn take(&mut self, section: &'static str, name: &str, place: Place) {
        self.taken.insert((section, name.to_owned()), place);
    }

    /// The root has a component that is nothing but a reference to a part.
    pub(super) fn give(&mut self, section: &'static str, name: &str, target: Target) {
        let usual = usual(&target);
        let given = self.given.entry((section, target)).or_insert_with(|| name.to_owned());
        if name == usual || (*given != usual && name < given.as_str()) {
            *given = name.to_owned();
        }
    }

    /// The name of a part that has none yet.
    pub(super) fn name(&mut self, section: &'static str, target: &Target, place: &Place) -> Name {
        if let Some(given) = self.given.get(&(section, target.clone())) {
            return Name { name: given.clone(), clash: None };
        }
        let usual = usual(target);
        let Some(other) = self.taken.get(&(section, usual.clone())).cloned() else {
            self.take(section, &usual, place.clone());
            return Name { name: usual, clash: None };
        };
        let number = self.numbers.entry((section, usual.clone())).or_insert(1);
        let free = loop {
            *number += 1;
            let name = format!("{usual}_{number}");
            if !self.taken.contains_key(&(section, name.clone())) {
                break name;
            }
        };
        self.take(section, &free, place.clone());
        Name { name: free, clash: Some((usual, other)) }
    }
}

/// The name that a part has by its reference, in the characters that OpenAPI allows.
fn usual(target: &Target) -> String {
    let file = target.path.rsplit('/').next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let name = target.tokens.last().map_or(stem, String::as_str);
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    let name: String = name.chars().map(|c| if is_allowed(c) { c } else { '_' }).collect();
    if name.is_empty() { "_".to_owned() } else { name }
}
