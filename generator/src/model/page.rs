//! What the reference page of an operation has beside the operation itself.

use super::{Json, Location, Method};

/// The page of an operation.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Its path from the root of the book, such as `authentication/profile-and-account/delete-account.md`.
    pub path: String,
    /// The operations that its reader may want next.
    pub related: Vec<Related>,
    /// Words under which people look for it, beside its names.
    pub terms: Vec<String>,
    /// Code that the document brings.
    pub samples: Vec<CodeSample>,
    /// What may go wrong, the usual first.
    pub failures: Vec<Failure>,
    /// A request and its answer, as they may look.
    pub example: Example,
}

/// A link to another operation.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Related {
    /// The HTTP method of the other operation.
    pub method: Method,
    /// Its path template.
    pub path: String,
    /// The title of its page.
    pub title: String,
    /// The path of its page.
    pub page: String,
}

/// Code in some language.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CodeSample {
    /// The language, as a code fence names it.
    pub language: String,
    /// What readers call it.
    pub label: String,
    /// The code.
    pub source: String,
}

/// Something that goes wrong often enough to be told.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Failure {
    /// The outcome that the answer has, where it is known.
    pub status: Option<i64>,
    /// The finer code, where there is one.
    pub code: Option<i64>,
    /// When it happens and what to do.
    pub text: String,
}

/// A request and its answer, as they may look.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Example {
    /// The parameters, in the order of the path and then of the document.
    pub parameters: Vec<Argument>,
    /// The body of the request.
    pub body: Option<Json>,
    /// The body of the answer.
    pub answer: Option<Json>,
}

/// A value for a parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Argument {
    /// Where the parameter goes.
    pub location: Location,
    /// Its name in the request.
    pub wire_name: String,
    /// The value.
    pub value: Json,
}
