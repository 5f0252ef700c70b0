//! Every operation of the crate is called by its id, with arguments that are plain JSON.

#![cfg(all(feature = "authentication", feature = "management"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "a test")]

mod guess;
mod input;
mod nulls;
mod operation;
mod operations;
mod reading;

mod answers;
mod arguments;
#[path = "../edits/mod.rs"]
mod edits;
#[path = "../oracles/fixed_answer.rs"]
mod fixed_answer;
mod hostile;
mod journeys;
mod recorder;
mod report;
mod requests;
mod service;
mod table;
mod trial;
