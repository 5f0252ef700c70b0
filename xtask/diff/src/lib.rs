//! What changed between two versions of a description, on two levels: the API, which is what the service promises, and the
//! crate's public surface, which is what a Rust caller sees.
//!
//! ```text
//! model, model    --api-->     findings --+
//!                                         +--> Changes --render--> text for people, Markdown, JSON
//! files, files    --surface--> findings --+
//! ```
//!
//! Nothing here reads or writes files, prints or ends the program. `DIFF.md` beside the sources describes the output.

pub mod api;
mod attribution;
mod changes;
mod finding;
mod level;
pub mod render;
mod rule;
pub mod rules;
pub mod surface;
mod version;

pub use changes::{Changes, Verdict};
pub use finding::{Caller, Finding};
pub use level::{Level, Side};
pub use rule::{Layer, Rule};
pub use surface::Surface;
pub use version::Version;
