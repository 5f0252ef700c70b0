//! Passwords that cannot be encrypted.

/// Why there is no encrypted password. It never holds the password.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PasswordError {
    /// The text is not an RSA public key in PEM.
    #[error("not an RSA public key in PEM")]
    RsaKey,
    /// The text is not a point of the SM2 curve in hexadecimal.
    #[error("not an SM2 public key in hexadecimal")]
    Sm2Key,
    /// There is nothing to encrypt.
    #[error("the password is empty")]
    Empty,
    /// The password is longer than the RSA key can take.
    #[error("the password has more than the {limit} bytes that the key can take")]
    TooLong {
        /// How many bytes of UTF-8 the key can take.
        limit: usize,
    },
    /// The key cannot encrypt, or the operating system has no random numbers.
    #[error("the password could not be encrypted")]
    Encryption,
}
