//! JSON: free values, and how every type of this crate is read and written.
//!
//! A type says what it is by two small methods of the trait `Json`: `accept` takes one token, and `plain` shows the
//! value; an object shows its parts instead. All that follows from them (the reader with its corrections, the writer, `Debug`, the serde traits) is
//! written once, in the files below, and compiled once. Nothing here knows HTTP or any particular API.

#![allow(dead_code, reason = "which parts a crate needs depends on its document and on the features that are on")]
#![allow(unused_imports, unused_macros, reason = "a crate without unions or enums still carries their macros")]

mod model;
mod order;
mod path;
mod read;
mod reader;
mod text;
mod token;
mod view;
mod write;

mod copy;
mod object;
mod object_debug;
mod object_macro;

mod containers;
mod names;
mod optional;
mod scalars;
mod value;

mod integer_enum;
mod open_enum;
mod tagged_union;
mod union;

#[doc(no_inline)]
pub use serde_json::Value;

/// The properties of an object that the API's description does not name, as they came.
///
/// They are written back unchanged.
pub type Extra = serde_json::Map<String, Value>;

pub(crate) use containers::boxed;
pub(crate) use copy::copy;
pub(crate) use integer_enum::{accept_integer, open_integer_enum};
pub(crate) use model::{Json, List, Map, Part, Reading, Show, Whole};
pub(crate) use names::*;
pub(crate) use object::{Schema, each_member, fill_property};
pub(crate) use object_debug::{REDACTED, debug_object, debug_property};
pub(crate) use object_macro::{object, serde_by_json};
pub(crate) use open_enum::{OpenEnum, debug_unknown, open_enum};
pub(crate) use order::Order;
pub(crate) use path::Path;
pub(crate) use read::{read_body, read_serde, read_value};
pub(crate) use reader::{Failure, Mode, Reader};
pub(crate) use tagged_union::{read_tagged, tag_of, tagged_union, tagged_view};
pub(crate) use text::json_text;
pub(crate) use token::{Fit, Token};
pub(crate) use union::{choose, copy_union, union};
pub(crate) use view::{Tag, Tagged, View, equal};
pub(crate) use write::write_serde;

pub(crate) use crate::http::params;
