//! Every operation of the crate is called by its id, with arguments that are plain JSON.

#![cfg(all(feature = "authentication", feature = "management"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "a test")]

mod input;
mod operation;
mod operations;

mod answers;
mod arguments;
mod journeys;
mod recorder;
mod report;
mod requests;
mod service;
mod table;
mod trial;
