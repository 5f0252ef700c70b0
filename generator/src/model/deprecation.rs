//! That something should no longer be used.

/// Since when and why something should no longer be used, as far as that is known.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Deprecation {
    /// The first version of the crate that says so.
    pub since: Option<String>,
    /// What to use instead, or why, in Markdown.
    pub note: Option<String>,
}
