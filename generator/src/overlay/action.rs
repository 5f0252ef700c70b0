//! One change to a document.

use serde_yaml::Value;

use super::target::Target;
use crate::source::Pointer;

/// An Action Object, section 4.4.3 of the specification.
#[derive(Clone, Debug)]
pub(super) struct Action {
    /// Where it stands in the overlay.
    pub(super) at: Pointer,
    /// What it changes.
    pub(super) target: Target,
    /// How.
    pub(super) change: Change,
}

/// What becomes of the nodes that a target selects.
#[derive(Clone, Debug)]
pub(super) enum Change {
    /// The value is merged into an object, or appended to an array.
    Update(Value),
    /// They are taken out of what holds them.
    Remove,
    /// They stay as they are; the specification allows an action that says neither.
    Nothing,
}

impl Action {
    /// Where the target is written.
    pub(super) fn target_at(&self) -> Pointer {
        self.at.child("target")
    }

    /// Where the update is written.
    pub(super) fn update_at(&self) -> Pointer {
        self.at.child("update")
    }
}
