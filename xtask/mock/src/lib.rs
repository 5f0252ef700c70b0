//! A mock server of the API, made from its OpenAPI documents alone and strict about what it is sent.
//!
//! It is the judge of the generated crate, so it shares nothing with the generator: it reads the documents as plain JSON
//! and compares by the `jsonschema` crate. `document`, `judge`, `sample` and `server` know OpenAPI only; `credentials`,
//! `world` and `openid` know the service. Printing and command lines live in `main.rs`.

pub mod document;
pub mod judge;
pub mod sample;

mod answer;
mod call;
mod credentials;
mod openid;
mod server;
mod world;

pub use credentials::Settings;
pub use server::{Expectation, ExpectationError, Mock, MockBuilder, Recorded, ScriptedFailure, StartError};
