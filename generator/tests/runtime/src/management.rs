//! The management API.

mod client;

pub use client::{ManagementClient, ManagementClientBuilder};
