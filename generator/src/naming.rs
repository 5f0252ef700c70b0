//! Rust names for wire names. Nothing else in this crate makes an identifier.

mod case;
mod keywords;
mod length;
mod normal;
mod scope;
mod symbols;

pub(crate) use case::{Case, ident};
pub(crate) use case::{feature, setters, slug};
pub(crate) use length::shortened;
pub(crate) use scope::Scope;
