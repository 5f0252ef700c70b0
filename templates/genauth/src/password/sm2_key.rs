//! Encryption with SM2.

use sm2::elliptic_curve::common::getrandom::SysRng;
use sm2::elliptic_curve::sec1::FromSec1Point;
use sm2::pke::{EncryptingKey, Mode};
use sm2::{PublicKey, Sec1Point};

use super::PasswordError;

/// What an uncompressed point begins with (SEC 1, section 2.3.3).
const UNCOMPRESSED: u8 = 4;

/// The service's SM2 key, for the `passwordEncryptType` `sm2`.
///
/// What goes into the request is the text that [`encrypt`](Sm2Key::encrypt) gives. The vendor's demo of an older API puts
/// `sm2:` before it; whether this API knows that prefix too is not documented, and it is not added here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sm2Key(PublicKey);

impl Sm2Key {
    /// Reads a public key in hexadecimal: the two coordinates of its point, with `04` before them or without.
    ///
    /// # Errors
    ///
    /// [`PasswordError::Sm2Key`] when it is something else, or when the point is not on the curve.
    pub fn from_hex(hex: &str) -> Result<Self, PasswordError> {
        let hex = hex.trim();
        let tag = if hex.len() == 128 { "04" } else { "" };
        let point: Sec1Point = format!("{tag}{hex}").parse().map_err(|_| PasswordError::Sm2Key)?;
        PublicKey::from_sec1_point(&point).into_option().map(Sm2Key).ok_or(PasswordError::Sm2Key)
    }

    /// Encrypts a password (GB/T 32918.4, section 6). The result is hexadecimal, in the order C1, C3, C2, and without the
    /// `04` of C1.
    ///
    /// # Errors
    ///
    /// [`PasswordError::Empty`], and [`PasswordError::Encryption`] when the system has no random numbers.
    pub fn encrypt(&self, password: &str) -> Result<String, PasswordError> {
        if password.is_empty() {
            return Err(PasswordError::Empty);
        }
        let encrypted = EncryptingKey::new_with_mode(self.0, Mode::C1C3C2)
            .encrypt(&mut SysRng, password.as_bytes())
            .map_err(|_| PasswordError::Encryption)?;
        let untagged = encrypted.strip_prefix(&[UNCOMPRESSED]).ok_or(PasswordError::Encryption)?;
        Ok(untagged.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}
