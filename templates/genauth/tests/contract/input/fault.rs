//! Why an input does not fit a method.

use std::fmt;

use thiserror::Error;

use super::difference::Difference;

/// An input that an operation's method cannot be called with.
#[derive(Debug, Error)]
#[error("{operation}: {fault}")]
pub(crate) struct InputError {
    /// The operation id.
    pub(crate) operation: &'static str,
    /// What is wrong with the input.
    pub(crate) fault: Fault,
}

/// What is wrong with an input.
#[derive(Debug, Error)]
pub(crate) enum Fault {
    /// The method cannot be called without it.
    #[error("{0} is missing")]
    Missing(Place),
    /// The method has no argument for it.
    #[error("{0} is given, and the method has no argument for it")]
    LeftOver(Place),
    /// The argument's type does not take it.
    #[error("{place} is refused: {reason}")]
    Refused {
        /// Where it stands.
        place: Place,
        /// What the type says.
        reason: String,
    },
    /// The argument's type writes something else than it has read.
    #[error("{place} does not survive the crate's own type: {difference}")]
    Changed {
        /// Where it stands.
        place: Place,
        /// The first difference.
        difference: Box<Difference>,
    },
}

impl Fault {
    pub(crate) fn refused(place: &Place, reason: impl Into<String>) -> Self {
        Fault::Refused { place: place.clone(), reason: reason.into() }
    }
}

/// Where an argument stands in a request.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Place {
    /// A variable of the path.
    Path(String),
    /// A parameter of the query.
    Query(String),
    /// A header.
    Header(String),
    /// A cookie.
    Cookie(String),
    /// The body.
    Body,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Path(name) => write!(f, "the path variable `{name}`"),
            Place::Query(name) => write!(f, "the query parameter `{name}`"),
            Place::Header(name) => write!(f, "the header `{name}`"),
            Place::Cookie(name) => write!(f, "the cookie `{name}`"),
            Place::Body => f.write_str("the body"),
        }
    }
}
