//! Texts of the document.

/// A short and a long text, as the document has them; in Markdown.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
pub struct Docs {
    /// One line.
    pub summary: Option<String>,
    /// As long as it takes.
    pub description: Option<String>,
}
