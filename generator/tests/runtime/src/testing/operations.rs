//! The mock's methods, by client and area, and a list of all that are compiled.

use super::Operation;

mod api {
    pub(super) mod samples;
}

/// The operations of each area.
pub(super) static AREAS: &[&[Operation]] = &[&api::samples::OPERATIONS];
