//! Operations: one method of a client each.

use super::{
    Deprecation, Docs, Ident, Page, Pagination, Parameter, ParameterSet, Place, RequestBody, Requirement, Responses,
};

/// One operation of the API, such as `deleteAccount`.
#[derive(Clone, Debug)]
pub struct Operation {
    /// The operation id as the document has it, or `GET /path` where it has none.
    pub wire_name: String,
    /// The method's name.
    pub name: Ident,
    /// The name of the method that expects it in the test kit, unique over all clients.
    pub mock: Ident,
    /// The HTTP method.
    pub method: Method,
    /// The path with its variables.
    pub path: PathTemplate,
    /// Its summary.
    pub title: Option<String>,
    /// What code says about it; the summary is only there where it is more than a title.
    pub docs: Docs,
    /// The path's variables, in the order of the path.
    pub path_parameters: Vec<Parameter>,
    /// The query, header and cookie parameters as one struct, if there are any.
    pub parameters: Option<ParameterSet>,
    /// What it sends.
    pub body: Option<RequestBody>,
    /// What it answers.
    pub responses: Responses,
    /// The alternatives of credentials it needs; empty when it needs none.
    pub security: Vec<Vec<Requirement>>,
    /// How its list is paged, when it is.
    pub pagination: Option<Pagination>,
    /// Whether it may be sent again when no answer came.
    pub repeatable: bool,
    /// Whether the crate has a method for it.
    pub visibility: Visibility,
    /// That it should no longer be used, if so.
    pub deprecation: Option<Deprecation>,
    /// The release of the crate that it came with, if it is known.
    pub since: Option<String>,
    /// What its reference page has beside all this.
    pub page: Page,
    /// Where it stands in its document.
    pub at: Place,
}

impl Operation {
    /// What its page is called: its summary, or else its id.
    pub fn title(&self) -> &str {
        self.title.as_deref().unwrap_or(&self.wire_name)
    }
}

/// An HTTP method that OpenAPI 3.0 has a key for.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(missing_docs, reason = "an HTTP method's name says it all")]
pub enum Method {
    Get,
    Put,
    Post,
    Delete,
    Options,
    Head,
    Patch,
    Trace,
}

impl Method {
    /// Every method.
    pub const ALL: [Self; 8] =
        [Self::Get, Self::Put, Self::Post, Self::Delete, Self::Options, Self::Head, Self::Patch, Self::Trace];

    /// The method as it stands in a request line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
        }
    }

    /// Whether sending a request twice is meant to do no more than sending it once (RFC 9110, section 9.2.2).
    pub fn is_idempotent(self) -> bool {
        !matches!(self, Self::Post | Self::Patch)
    }
}

/// A path with variables.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PathTemplate {
    /// The path as the document writes it.
    pub text: String,
    /// Its parts in order.
    pub segments: Vec<Segment>,
}

/// A part of a path template.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Segment {
    /// Text that is sent as it is.
    Literal(String),
    /// A variable, by its wire name.
    Variable(String),
}

/// Whether an operation becomes a method.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Visibility {
    /// It does.
    Public,
    /// The document keeps it from SDKs.
    Hidden,
}
