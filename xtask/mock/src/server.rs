//! The server: from a TCP connection to an answer, and a record of what came.

mod builder;
mod control;
mod exchange;
mod expectation;
mod faults;
mod found;
mod journal;
mod reply;
mod running;
mod shared;

pub use builder::{MockBuilder, StartError};
pub use expectation::{Expectation, ExpectationError, ScriptedFailure};
pub use journal::Recorded;
pub use running::Mock;

pub(crate) use shared::lock;
use shared::{Described, Shared};
