//! What is compared: one version of a description and of the crate that comes out of it.

use generator::model::Api;

use crate::surface::Surface;

/// One version, as far as it is known.
#[derive(Clone, Debug)]
pub struct Version {
    /// What messages call it, such as `HEAD~1` or `specs/settings.yaml`.
    pub name: String,
    /// What the service promises; a crate's folder has none.
    pub api: Option<Api>,
    /// What a Rust caller sees.
    pub surface: Option<Surface>,
}
