//! Changes as text: for people, as Markdown, as JSON. `DIFF.md` describes each form.

mod changelog;
mod groups;
mod human;
mod json;
mod markdown;
mod rules;
mod wording;

pub use changelog::changelog;
pub use human::human;
pub use json::json;
pub use markdown::{LONGEST, markdown};
pub use rules::{rule, rules};

/// The names of what is compared.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// The older version.
    pub old: &'a str,
    /// The newer version.
    pub new: &'a str,
}
