//! Runs this generator and its rivals in turn on one document, and says what each costs.
//!
//! Lives here: which programs are compared and how each is called, how a run is measured, and how the figures are shown.
//! Does not live here: anything of `generator`. Ours is run as the rivals are, as a program. Benchmarks of its parts stand in
//! `benches/`.

pub mod contender;
pub mod document;
pub mod install;
pub mod machine;
pub mod meter;
pub mod place;
pub mod program;
pub mod report;
pub mod service;
pub mod suite;
pub mod table;
pub mod trial;

mod failure;

pub use failure::Failure;
