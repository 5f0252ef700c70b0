//! Where each public method of the vendor's Node.js SDK is here.
//!
//! Names are the same in snake case, with these differences: arguments that an operation needs go into its `new`, the rest into
//! setters; an answer with another `statusCode` than 200 is an `Err` instead of a value; nothing is sent that was not set.
//!
//! # Authentication
//!
#![doc = include_str!("from_nodejs/authentication.md")]
//!
//! # Management
//!
#![doc = include_str!("from_nodejs/management.md")]
