//! From an address to the text that is there, whatever the network does.
//!
//! Lives here: HTTP, its limits, and what can go wrong on the way.
//! Does not live here: what the text means, and where it is kept.

mod address;
mod attempt;
mod client;
mod error;
mod fetch;
mod limits;
mod retry;

pub use address::{Address, NoAddress};
pub use error::Error;
pub use fetch::{Fetched, Known, Text, fetch};
pub use limits::Limits;
