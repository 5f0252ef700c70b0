//! A document as a tree of values, before anybody asks what it describes.
//!
//! Lives here: the way from a text to the tree, and what is done with any tree.
//! Does not live here: what the values mean. Documents and overlays are both such trees.

mod extent;
mod keys;
mod limits;
mod merge;
mod syntax;
mod wording;

pub(crate) use extent::Extent;
#[cfg(test)]
pub(crate) use keys::plain_keys;
pub(crate) use limits::{DEEPEST, of_yaml_text, too_deep};
pub(crate) use syntax::parse;
pub(crate) use wording::describe;
