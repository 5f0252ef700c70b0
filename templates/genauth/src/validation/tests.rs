//! Tokens that are accepted and tokens that are refused, each with the keys of a provider on the loopback interface.

#![allow(clippy::panic, clippy::unwrap_used, reason = "tests")]

mod access_tokens;
mod algorithms;
mod errors;
mod fetching;
mod id_tokens;

mod provider;
mod signer;
