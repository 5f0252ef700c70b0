//! Clients and the areas that group their operations.

use super::{Docs, Ident, Operation, SecurityScheme, Visibility};

/// The Cargo feature that switches on the whole API, with the types that no operation leads to.
pub const FULL: &str = "full";

/// One client type of the crate, such as `AuthenticationClient`.
#[derive(Clone, Debug)]
pub struct Client {
    /// The client's type name.
    pub name: Ident,
    /// The module that holds it and its areas.
    pub module: Ident,
    /// What its documents say about themselves.
    pub docs: Docs,
    /// The documents that it was made from.
    pub sources: Vec<String>,
    /// The first server of its documents, with its variables at their defaults.
    pub base_url: Option<String>,
    /// The operations, grouped by their first tag; sorted by module name.
    pub areas: Vec<Area>,
    /// How a caller may prove who they are, by scheme name.
    pub security: Vec<SecurityScheme>,
}

/// A group of operations that share a tag; one file and one Cargo feature.
#[derive(Clone, Debug)]
pub struct Area {
    /// The tag as the document spells it.
    pub wire_name: String,
    /// The private module that holds the operations.
    pub module: Ident,
    /// The Cargo feature that switches the area on.
    pub feature: String,
    /// The folder of its pages, from the root of the book.
    pub folder: String,
    /// What the tag's description says.
    pub docs: Docs,
    /// The document that it was made from.
    pub source: String,
    /// The operations, sorted by path and method.
    pub operations: Vec<Operation>,
}

impl Area {
    /// Whether it has a method at all; without one it has no file and no feature.
    pub fn is_visible(&self) -> bool {
        self.operations.iter().any(|operation| operation.visibility == Visibility::Public)
    }
}
