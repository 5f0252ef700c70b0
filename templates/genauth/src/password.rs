//! Passwords that travel encrypted inside of TLS.
//!
//! Wherever the API has a `passwordEncryptType`, it takes the password encrypted for a public key of the service: with
//! [`RsaKey`] for `rsa`, with [`Sm2Key`] for `sm2`. `get_system_info` answers with both keys.
//!
#![cfg_attr(all(feature = "authentication-sign-in", feature = "authentication-system-information"), doc = "```no_run")]
#![cfg_attr(
    not(all(feature = "authentication-sign-in", feature = "authentication-system-information")),
    doc = "```ignore"
)]
//! use genauth::AuthenticationClient;
//! use genauth::models::{
//!     SignInByPasswordPayloadDto, SignInOptionsDto, SignInOptionsDtoPasswordEncryptType, SigninByCredentialsDto,
//!     SigninByCredentialsDtoConnection,
//! };
//! use genauth::password::RsaKey;
//!
//! # async fn sign_in(client: AuthenticationClient) -> Result<(), Box<dyn std::error::Error>> {
//! let info = client.get_system_info().await?;
//! let key = RsaKey::try_from(&info.rsa)?;
//!
//! let password = SignInByPasswordPayloadDto::new(key.encrypt("PASSWORD")?).with_email("user@example.com");
//! let options = SignInOptionsDto::new().with_password_encrypt_type(SignInOptionsDtoPasswordEncryptType::Rsa);
//! let credentials = SigninByCredentialsDto::new(SigninByCredentialsDtoConnection::Password)
//!     .with_password_payload(password)
//!     .with_options(options);
//! client.sign_in_by_credentials(credentials).await?;
//! # Ok(())
//! # }
//! ```
//!
//! Each encryption gives another text, so encrypt anew for each request. The keys are safe to keep and to share.

mod error;
mod rsa_key;
mod sm2_key;
#[cfg(feature = "authentication-system-information")]
mod system_info;

pub use self::error::PasswordError;
pub use self::rsa_key::RsaKey;
pub use self::sm2_key::Sm2Key;
