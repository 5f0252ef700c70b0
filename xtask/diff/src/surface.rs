//! The crate's public surface: what a Rust caller sees, read from the crate's own code.
//!
//! The code is read, and not the model that it came from: the runtime is part of the surface, and so is whatever a change of
//! the generator or of a template does to it. Paths are followed through private modules and `pub use`, as the compiler does.
//! Macros of the crate are expanded by their own definition, as far as headers of impls and signatures go (`expand`).

mod compare;
mod conditions;
mod definitions;
mod expand;
mod impls;
mod item;
mod manifest;
mod modules;
mod paths;
mod read;
mod text;

pub use compare::compare;
pub use read::SurfaceError;

use std::collections::BTreeMap;

use item::Item;
use manifest::Manifest;

/// The public items of a crate, by every path that they can be imported by, and its features.
#[derive(Clone, Debug)]
pub struct Surface {
    manifest: Manifest,
    items: BTreeMap<String, Item>,
}

impl Surface {
    /// How many paths there are to items.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are no items.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The crate's version, as its manifest states it.
    pub fn version(&self) -> &str {
        &self.manifest.version
    }

    /// The crate's name.
    pub fn name(&self) -> &str {
        &self.manifest.name
    }
}
