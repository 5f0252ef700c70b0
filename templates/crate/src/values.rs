//! Values that the standard library has no type for: dates, "null or not sent", and values from a newer service.

mod date;
mod date_time;
mod nullable;
mod secret;
mod unknown_value;

pub use date::Date;
pub use date_time::DateTime;
pub use nullable::Nullable;
pub use secret::Secret;
pub use unknown_value::UnknownValue;
