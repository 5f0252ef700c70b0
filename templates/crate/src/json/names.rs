//! The names that macros use for a type, each as `json::Name`.
//!
//! The compiler looks at every segment of a path for a thousand types, so the macros write neither `::std::fmt::Formatter` nor
//! `$crate::json::Formatter`; and a schema may be called `Result`, so they do not write the bare name. A file that uses a macro of
//! this module imports `crate::json`.

pub(crate) use std::clone::Clone;
pub(crate) use std::cmp::{Eq, PartialEq};
pub(crate) use std::convert::{AsRef, From};
pub(crate) use std::fmt::{Debug, Display, Formatter, Result as Formatted};
pub(crate) use std::hash::{Hash, Hasher};
pub(crate) use std::option::Option::{self, Some};
pub(crate) use std::result::Result;
pub(crate) use std::string::String;

pub(crate) use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub(crate) use crate::values::UnknownValue;
