//! The way to a node while a walk is on it, without any allocation.

use crate::source::Pointer;

/// The steps from the root to a node, each on the stack of the walk.
#[derive(Clone, Copy)]
pub(super) enum Trail<'a> {
    Root,
    Key(&'a Trail<'a>, &'a str),
    Index(&'a Trail<'a>, usize),
}

impl<'a> Trail<'a> {
    /// The same way, to keep.
    pub(super) fn pointer(&self) -> Pointer {
        match self {
            Self::Root => Pointer::root(),
            Self::Key(parent, key) => parent.pointer().child(key),
            Self::Index(parent, index) => parent.pointer().index(*index),
        }
    }

    /// The key of the node, if it has one.
    pub(super) fn key(&self) -> Option<&str> {
        match self {
            Self::Key(_, key) => Some(key),
            _ => None,
        }
    }

    /// The way to the node around it.
    pub(super) fn parent(&self) -> Option<&'a Trail<'a>> {
        match self {
            Self::Key(parent, _) | Self::Index(parent, _) => Some(parent),
            Self::Root => None,
        }
    }

    /// The key of the node around it, if that has one.
    pub(super) fn parent_key(&self) -> Option<&str> {
        self.parent().and_then(Trail::key)
    }
}
