//! The keys that the service tells.

use super::{PasswordError, RsaKey, Sm2Key};
use crate::models::{SystmeInfoRSAConfig, SystmeInfoSM2Config};

impl TryFrom<&SystmeInfoRSAConfig> for RsaKey {
    type Error = PasswordError;

    fn try_from(config: &SystmeInfoRSAConfig) -> Result<Self, PasswordError> {
        RsaKey::from_pem(&config.public_key)
    }
}

impl TryFrom<&SystmeInfoSM2Config> for Sm2Key {
    type Error = PasswordError;

    fn try_from(config: &SystmeInfoSM2Config) -> Result<Self, PasswordError> {
        Sm2Key::from_hex(&config.public_key)
    }
}
