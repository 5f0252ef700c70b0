//! Where the documents come from, and the vendor's habits in writing them.

use std::collections::BTreeMap;

use serde::Deserialize;

/// What `cargo xtask spec pull` fetches, and how it is to be read.
#[derive(Clone, Debug, Default, Deserialize, Hash)]
#[serde(deny_unknown_fields)]
pub struct UpstreamSettings {
    /// Where the vendor publishes each document, by the name of ours: an address, or a path in the workspace.
    #[serde(default)]
    pub documents: BTreeMap<String, String>,
    /// Whether the vendor lists as alternatives the credentials that are needed together.
    #[serde(default)]
    pub joint_security: bool,
}
