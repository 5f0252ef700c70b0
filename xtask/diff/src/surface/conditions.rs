//! `#[cfg]`: which features an item needs.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proc_macro2::TokenStream;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, LitStr, Meta, Token};

use super::manifest::Manifest;

/// When an item is there.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(super) enum Condition {
    Feature(String),
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    /// A setting that no caller's manifest turns on, such as `test`.
    Never,
}

impl Condition {
    pub(super) const ALWAYS: Self = Self::All(Vec::new());

    /// What attributes say.
    pub(super) fn of(attributes: &[Attribute]) -> Self {
        let conditions = attributes.iter().filter(|attribute| attribute.path().is_ident("cfg"));
        Self::all(conditions.map(|attribute| match &attribute.meta {
            Meta::List(list) => Self::parse(list.tokens.clone()),
            _ => Self::Never,
        }))
    }

    /// What stands between the brackets of `cfg`.
    pub(super) fn parse(tokens: TokenStream) -> Self {
        syn::parse2(tokens).unwrap_or(Self::Never)
    }

    /// All of several.
    pub(super) fn all(conditions: impl IntoIterator<Item = Self>) -> Self {
        let mut all = BTreeSet::new();
        for condition in conditions {
            match condition {
                Self::All(inner) => all.extend(inner),
                other => {
                    all.insert(other);
                }
            }
        }
        let mut all: Vec<Self> = all.into_iter().collect();
        match (all.len(), all.pop()) {
            (1, Some(only)) => only,
            (_, last) => {
                all.extend(last);
                Self::All(all)
            }
        }
    }

    pub(super) fn and(&self, other: Self) -> Self {
        Self::all([self.clone(), other])
    }

    /// Whether no feature can bring it.
    pub(super) fn is_never(&self) -> bool {
        match self {
            Self::Never => true,
            Self::All(conditions) => conditions.iter().any(Self::is_never),
            _ => false,
        }
    }

    fn holds(&self, on: &BTreeSet<&str>) -> bool {
        match self {
            Self::Feature(name) => on.contains(name.as_str()),
            Self::All(conditions) => conditions.iter().all(|condition| condition.holds(on)),
            Self::Any(conditions) => conditions.iter().any(|condition| condition.holds(on)),
            Self::Not(condition) => !condition.holds(on),
            Self::Never => false,
        }
    }
}

/// Which features bring what, each alone with what it turns on; the empty name stands for none. Each condition is worked out once.
pub(super) struct Brought<'a> {
    features: Vec<(&'a str, BTreeSet<&'a str>)>,
    known: BTreeMap<Condition, Arc<BTreeSet<String>>>,
}

impl<'a> Brought<'a> {
    pub(super) fn of(manifest: &'a Manifest) -> Self {
        let names = std::iter::once("").chain(manifest.features.keys().map(String::as_str));
        Self { features: names.map(|name| (name, manifest.implied(name))).collect(), known: BTreeMap::new() }
    }

    /// The features that bring what has a condition.
    pub(super) fn by(&mut self, condition: &Condition) -> Arc<BTreeSet<String>> {
        if let Some(known) = self.known.get(condition) {
            return Arc::clone(known);
        }
        let holding = self.features.iter().filter(|(_, on)| condition.holds(on));
        let brought: Arc<BTreeSet<String>> = Arc::new(holding.map(|(name, _)| (*name).to_owned()).collect());
        self.known.insert(condition.clone(), Arc::clone(&brought));
        brought
    }
}

impl Parse for Condition {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name: syn::Ident = input.parse()?;
        if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            let value: LitStr = input.parse()?;
            return Ok(if name == "feature" { Self::Feature(value.value()) } else { Self::Never });
        }
        if !input.peek(syn::token::Paren) {
            return Ok(Self::Never);
        }
        let content;
        syn::parenthesized!(content in input);
        let inner = Punctuated::<Self, Token![,]>::parse_terminated(&content)?;
        Ok(match name.to_string().as_str() {
            "all" => Self::all(inner),
            "any" => Self::Any(inner.into_iter().collect()),
            "not" => Self::Not(Box::new(Self::all(inner))),
            _ => Self::Never,
        })
    }
}
