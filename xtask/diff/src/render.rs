//! Changes as text: for people, as Markdown, as JSON.

use crate::changes::Changes;

/// The names of what is compared.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// The older version.
    pub old: &'a str,
    /// The newer version.
    pub new: &'a str,
}

/// For people, in a terminal or a log.
pub fn human(changes: &Changes, names: Names<'_>) -> String {
    format!("{} to {}: {} findings\n", names.old, names.new, changes.iter().count())
}

/// As the body of a pull request; never longer than GitHub takes.
pub fn markdown(changes: &Changes, names: Names<'_>) -> String {
    human(changes, names)
}

/// For programs; `DIFF.md` describes it.
pub fn json(changes: &Changes, names: Names<'_>) -> String {
    human(changes, names)
}

/// Every rule, with its levels and what it says.
pub fn rules() -> String {
    crate::rules::all().map(|rule| format!("{}\n", rule.id)).collect()
}
