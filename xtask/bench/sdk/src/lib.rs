//! The speed of the crate that comes out, beside the same work done by hand: what is read and called, the code by hand, and how
//! both are measured.

pub mod answers;
pub mod by_hand;
pub mod clients;
pub mod in_memory;
pub mod service;
pub mod turns;

pub mod derived;
