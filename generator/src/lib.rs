//! Reads OpenAPI 3.0 documents and renders a Rust client crate, in memory.
//!
//! ```text
//! document --overlays--load--> spec --lower--> model --passes--> model --emit--> FileTree
//! ```
//!
//! Architecture invariants, each checked by `tests/layers.rs`:
//! - `openapiv3` is named only under `spec`, `lower` and where settings are checked against documents.
//! - `serde_json_path` is named only under `overlay`.
//! - `model` imports nothing but `std`; `heck` is named only under `naming`; `quote` and `askama` only under `emit`.
//! - Nothing here reads or writes files, prints or ends the program; no document can make it panic.

pub mod coverage;
pub mod diagnostic;
mod emit;
pub mod file_tree;
mod generate;
pub mod history;
mod literal;
mod load;
mod lower;
pub mod model;
mod naming;
pub mod overlay;
pub mod parallel;
mod pass;
pub mod settings;
pub mod source;
pub mod spec;
mod timings;
mod tree;

pub use coverage::Coverage;
pub use generate::{
    Book, Crate, Input, Summary, Templates, document, documents_of, generate, generate_timed, model_of,
};
pub use timings::{Clock, Stage, Timings};
