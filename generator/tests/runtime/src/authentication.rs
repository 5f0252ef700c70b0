//! The authentication API.

mod client;
mod samples;

pub use client::{AuthenticationClient, AuthenticationClientBuilder};
pub use samples::SearchParams;
