//! Known values of `apiCode`, the finer code of an [`ApiError`](crate::ApiError).
//!
//! New ones appear without notice, so an error holds a number. The service documents more in its list of error codes.
//!
//! ```
//! use genauth::{Error, api_code};
//!
//! fn is_wrong_password(error: &Error) -> bool {
//!     matches!(error, Error::Api(error) if error.api_code() == Some(api_code::WRONG_PASSWORD))
//! }
//! ```

// Signed requests.

/// The signature does not fit the request. Check the access key's secret.
pub const SIGNATURE_INVALID: i64 = 1300;

/// The signature's method is not known.
pub const SIGNATURE_METHOD: i64 = 1301;

/// The signature's version is not known.
pub const SIGNATURE_VERSION: i64 = 1302;

/// The signature's time cannot be read.
pub const SIGNATURE_DATE_FORMAT: i64 = 1303;

/// The request tells no time.
pub const SIGNATURE_DATE_MISSING: i64 = 1304;

/// The clock here and the service's clock are too far apart. This crate corrects that by itself once.
pub const SIGNATURE_CLOCK_SKEW: i64 = 1305;

/// The signature was used before.
pub const SIGNATURE_USED: i64 = 1306;

// Steps of signing in.

/// The flow is over.
pub const SIGN_IN_FLOW_DONE: i64 = 1600;

/// The user has a second factor, which is needed now.
pub const MFA_REQUIRED_BY_USER: i64 = 1635;

/// The application asks for a second factor, which is needed now.
pub const MFA_REQUIRED_BY_APP: i64 = 1636;

/// The user signs in for the first time and has to set a password.
pub const FIRST_SIGN_IN_PASSWORD_RESET: i64 = 1639;

/// The account of an identity source has to be bound to one that exists.
pub const FEDERATED_BIND_EXISTING: i64 = 1640;

/// The account of an identity source has to be bound to one that exists, or to a new one.
pub const FEDERATED_BIND_OR_CREATE: i64 = 1641;

/// The user has to complete the profile.
pub const PROFILE_INCOMPLETE: i64 = 1642;

/// The user has to unlock the account.
pub const SELF_UNLOCK_REQUIRED: i64 = 1643;

/// The flow was called off.
pub const SIGN_IN_FLOW_ABORTED: i64 = 1699;

// Users and accounts.

/// There is no such user.
pub const USER_NOT_FOUND: i64 = 2004;

/// The user is locked.
pub const USER_LOCKED: i64 = 2005;

/// The password is wrong.
pub const WRONG_PASSWORD: i64 = 2006;

/// Nobody is signed in: the token is missing, wrong or expired.
pub const NOT_SIGNED_IN: i64 = 2020;

/// The application lets nobody sign up.
pub const SIGN_UP_DISABLED: i64 = 2031;

/// The password has to be set anew.
pub const PASSWORD_RESET_REQUIRED: i64 = 2058;

/// The account or the password is wrong.
pub const WRONG_ACCOUNT_OR_PASSWORD: i64 = 2333;

/// The user is disabled, or no member of the tenant.
pub const USER_DISABLED_OR_NOT_IN_TENANT: i64 = 2_120_008;

/// The user may not do this in the tenant.
pub const NO_TENANT_PERMISSION: i64 = 2_130_010;

// Applications, user pools and plans.

/// There is no such application.
pub const APP_NOT_FOUND: i64 = 2011;

/// Another application has this domain.
pub const APP_DOMAIN_TAKEN: i64 = 2039;

/// Another user pool has this domain.
pub const USER_POOL_DOMAIN_TAKEN: i64 = 2040;

/// There is no such user pool.
pub const USER_POOL_NOT_FOUND: i64 = 2224;

/// The plan does not cover this.
pub const PLAN_LIMIT: i64 = 4021;

/// The LDAP server cannot be reached under this address.
pub const LDAP_LINK_INVALID: i64 = 2_820_002;

// Second factors.

/// The codes about recognising a face.
pub const FACE: std::ops::RangeInclusive<i64> = 1700..=1707;

/// The codes about one-time passwords.
pub const TOTP: std::ops::RangeInclusive<i64> = 6001..=6004;
