//! The documentation site: from a book in Markdown to pages that can be searched, checked and served.
//!
//! mdBook makes the pages. What it leaves to be done stands here: the settings that suit a book of tables
//! ([`build()`]), an index that knows identifiers and Chinese (`search`), and a check of every link ([`check()`]). What
//! the book says is the generator's business; printing and the command line live in `main.rs`.

mod build;
mod check;
mod configuration;
mod readme;
mod search;
mod serve;
mod staging;
mod theme;

pub use build::{Built, build};
pub use check::{BrokenLink, Checked, Fault, check};
pub use serve::{Event, Server};
