//! Secrets show neither in `Debug`, nor in errors, nor in logs.

#![cfg(all(
    feature = "authentication-profile-and-account",
    feature = "authentication-sign-in",
    feature = "management-users",
    feature = "events",
    feature = "oidc",
    feature = "password-encryption"
))]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

mod formatted;
mod logged;

mod capture;
mod secrets;
mod service;

#[path = "../event_service/mod.rs"]
mod event_service;
#[path = "../vectors/mod.rs"]
#[allow(dead_code, reason = "the other tests of passwords use the rest")]
mod vectors;
