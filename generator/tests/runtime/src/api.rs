//! The client of a document without settings of its own.

mod client;

pub use client::{Client, ClientBuilder};
