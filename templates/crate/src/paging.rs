//! Lists that come in pages, as streams.

#![allow(dead_code, unused_imports, reason = "a crate whose document has no paged list has no use for them")]

mod items;
mod pages;

mod layout;
mod progress;

pub use self::items::Items;
pub(crate) use self::layout::Layout;
pub use self::pages::Pages;
