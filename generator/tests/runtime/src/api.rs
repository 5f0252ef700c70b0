//! The client of a document without settings of its own.

mod client;
mod samples;

pub use client::{Client, ClientBuilder};
pub use samples::SearchParams;
