//! The further files that a document is split over, as whoever reads files could read them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Source;
use crate::diagnostic::Rule;

/// Files by their path from the folder of the document, such as `schemas/user.yaml`.
pub type Parts = BTreeMap<String, Part>;

/// One of them.
#[derive(Clone, Debug, Hash)]
pub enum Part {
    /// Its text.
    Text(Arc<Source>),
    /// There is none to be had.
    Unread(Unread),
}

/// Why a file was not read. The reference that leads to it is where that is told.
#[derive(Clone, Debug, Hash)]
pub struct Unread {
    /// The rule that it breaks.
    pub rule: Rule,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
}
