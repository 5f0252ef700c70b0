//! What the book has that no document says: guides, how sample code begins, and what may go wrong.

use serde::Deserialize;

/// The book of a crate.
#[derive(Clone, Debug, Default, Deserialize, Hash)]
#[serde(deny_unknown_fields)]
pub struct DocumentationSettings {
    /// Its title; the crate's name when left out.
    #[serde(default)]
    pub title: Option<String>,
    /// Whether summaries are titles, which code leaves out before a description.
    #[serde(default)]
    pub titles: bool,
    /// The folder of `templates/` with its hand-written pages, each put where it stands there.
    #[serde(default)]
    pub templates: Option<String>,
    /// The hand-written pages in the order of the sidebar, by path in that folder; their titles are their first headings.
    #[serde(default)]
    pub guides: Vec<String>,
    /// Whether it ends with the rules that documents are held to.
    #[serde(default)]
    pub rules: bool,
}

/// How sample code gets a client: Rust statements that leave one in the variable `client`.
#[derive(Clone, Debug, Default, Deserialize, Hash)]
#[serde(deny_unknown_fields)]
pub struct SampleSettings {
    /// The statements that every sample begins with; the client's builder with nothing set when left out.
    #[serde(default)]
    pub client: Option<String>,
    /// The statements that follow where an operation needs a bearer token.
    #[serde(default)]
    pub token: Option<String>,
}

/// Something that goes wrong often enough to be told. Where several conditions are stated, each must hold.
#[derive(Clone, Debug, Deserialize, Hash)]
#[serde(deny_unknown_fields)]
pub struct FailureRule {
    /// The outcome that the answer has, where it is known.
    #[serde(default)]
    pub status: Option<i64>,
    /// The finer code, where there is one.
    #[serde(default)]
    pub code: Option<i64>,
    /// When it happens and what to do, in Markdown.
    pub text: String,
    /// Only for operations of these clients.
    #[serde(default)]
    pub clients: Vec<String>,
    /// Only for operations that need one of these security schemes.
    #[serde(default)]
    pub credentials: Vec<String>,
    /// Only for operations with one of these parameters or properties.
    #[serde(default)]
    pub members: Vec<String>,
    /// Only for these operations, by id.
    #[serde(default)]
    pub operations: Vec<String>,
    /// Only for operations that take something, or only for those that take nothing.
    #[serde(default)]
    pub has_input: Option<bool>,
}
