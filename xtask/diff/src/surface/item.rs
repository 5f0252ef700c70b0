//! Public items as plain data.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a path stands for.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) kind: Kind,
    /// The path that its parts are told under: the shortest of those that lead to it.
    pub(super) primary: String,
    /// What an alias stands for, the type of a constant, or where a reexport comes from.
    pub(super) ty: String,
    /// The value of a constant.
    pub(super) value: String,
    /// Parameters and bounds.
    pub(super) generics: String,
    pub(super) marks: Marks,
    pub(super) non_exhaustive: bool,
    /// Whether all fields are public, so that it can be built from outside unless it is non-exhaustive.
    pub(super) is_open: bool,
    pub(super) signature: Option<Signature>,
    /// Fields, variants, methods, constants and items of traits.
    pub(super) parts: BTreeMap<PartName, Part>,
    /// The traits that it implements.
    pub(super) impls: BTreeSet<String>,
    /// The features that bring it, each alone; the empty text stands for none at all.
    pub(super) brought_by: Arc<BTreeSet<String>>,
}

/// What a public item is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    Module,
    Struct,
    Enum,
    Union,
    Alias,
    Trait,
    Function,
    Const,
    Reexport,
}

impl Kind {
    /// What messages call it.
    pub(super) const fn noun(self) -> &'static str {
        match self {
            Self::Module => "module",
            Self::Struct => "struct",
            Self::Enum => "enum",
            Self::Union => "union",
            Self::Alias => "type alias",
            Self::Trait => "trait",
            Self::Function => "function",
            Self::Const => "constant",
            Self::Reexport => "reexport",
        }
    }
}

/// What the compiler tells callers of an item.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Marks {
    pub(super) deprecated: bool,
    pub(super) must_use: bool,
}

/// A part of an item, by its kind and name.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum PartName {
    Field(String),
    Variant(String),
    Method(String),
    Const(String),
    TraitItem(String),
}

impl PartName {
    /// The name alone.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Field(name)
            | Self::Variant(name)
            | Self::Method(name)
            | Self::Const(name)
            | Self::TraitItem(name) => name,
        }
    }
}

/// A part of an item.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    /// The type of a field or constant, or what a variant holds.
    pub(super) ty: String,
    pub(super) marks: Marks,
    pub(super) signature: Option<Signature>,
    /// The request that a method's docs name, such as `POST /api/v3/users`.
    pub(super) request: Option<String>,
    /// Whether an item of a trait has a default.
    pub(super) has_default: bool,
    pub(super) brought_by: Arc<BTreeSet<String>>,
}

/// How a function is called.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Signature {
    pub(super) qualifiers: String,
    pub(super) generics: String,
    /// Names and types of the arguments, `self` included.
    pub(super) inputs: Vec<(String, String)>,
    pub(super) output: String,
}

impl Signature {
    /// The types of the arguments, which are all that a caller writes.
    pub(super) fn types(&self) -> impl Iterator<Item = &str> {
        self.inputs.iter().map(|(_, ty)| ty.as_str())
    }

    /// The signature as code, without the name.
    pub(super) fn code(&self) -> String {
        let argument = |(name, ty): &(String, String)| match name.as_str() {
            "self" => ty.clone(),
            _ => format!("{name}: {ty}"),
        };
        let arguments: Vec<String> = self.inputs.iter().map(argument).collect();
        let qualifiers = if self.qualifiers.is_empty() { String::new() } else { format!("{} ", self.qualifiers) };
        let output = if self.output.is_empty() { String::new() } else { format!(" -> {}", self.output) };
        format!("{qualifiers}fn{}({}){output}", self.generics, arguments.join(", "))
    }
}
