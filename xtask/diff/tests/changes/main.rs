//! Small changes, each an overlay over one description: what is found, and what others say of the same change.

mod catalogue;
mod findings;
mod fixtures;
mod model;
mod render;
mod rules;
mod semver_checks;
mod surface;
