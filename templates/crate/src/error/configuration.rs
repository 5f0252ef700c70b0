//! Settings that do not make a client.

/// A setting of a client is missing or cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{setting}` {problem}")]
pub struct ConfigurationError {
    setting: &'static str,
    problem: &'static str,
}

impl ConfigurationError {
    pub(crate) fn new(setting: &'static str, problem: &'static str) -> Self {
        ConfigurationError { setting, problem }
    }

    /// The setting, by the name of the builder's method.
    pub fn setting(&self) -> &str {
        self.setting
    }
}
