//! The names and secrets that a mock knows.

use std::fmt;
use std::time::Duration;

/// What clients have to show. The defaults are printed when the mock starts; they protect nothing.
#[derive(Clone)]
pub struct Settings {
    /// The application's id.
    pub app_id: String,
    /// The application's secret.
    pub app_secret: String,
    /// The access key's id.
    pub access_key_id: String,
    /// The access key's secret.
    pub access_key_secret: String,
    /// The user pool's id.
    pub user_pool_id: String,
    /// How far a signed request's date may be from the clock, either way.
    pub skew: Duration,
    /// What keys and random values are made from.
    pub seed: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            app_id: "6a00000000000000000000a1".to_owned(),
            app_secret: "app-secret-of-the-mock".to_owned(),
            access_key_id: "6a00000000000000000000b1".to_owned(),
            access_key_secret: "access-key-secret-of-the-mock".to_owned(),
            user_pool_id: "6a00000000000000000000c1".to_owned(),
            skew: Duration::from_secs(300),
            seed: 0,
        }
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings").field("app_id", &self.app_id).field("seed", &self.seed).finish_non_exhaustive()
    }
}
