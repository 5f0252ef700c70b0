//! Operations of a document (OpenAPI 3.0.4, section 4.7.10).

use http::Method;
use serde_json::Value;

use super::{Encoding, Parameter, PathTemplate};

/// One operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Its operation id, or `GET /path` where it has none.
    pub id: String,
    /// The HTTP method.
    pub method: Method,
    /// The path.
    pub path: PathTemplate,
    /// The parameters of the operation and of its path.
    pub parameters: Vec<Parameter>,
    /// What it is sent.
    pub body: Option<Body>,
    /// Its documented answers, by status.
    pub responses: Vec<Response>,
    /// The alternatives of credentials; each names the security schemes that it needs. Empty when none are needed.
    pub security: Vec<Vec<String>>,
    /// Whether it is kept from SDKs (`x-authing-hidden-from-sdk`).
    pub hidden: bool,
    /// Where it stands in its document, as a JSON pointer.
    pub pointer: String,
}

impl Operation {
    /// The answer of success: the first with a status of 2xx, else the one for all that are not named, else the first.
    pub fn success(&self) -> Option<&Response> {
        let with = |start: &str| self.responses.iter().find(|response| response.status.starts_with(start));
        with("2").or_else(|| with("default")).or_else(|| self.responses.first())
    }
}

/// A request body.
#[derive(Clone, Debug)]
pub struct Body {
    /// Whether it must be sent.
    pub required: bool,
    /// Its media types.
    pub content: Vec<MediaType>,
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Response {
    /// `200`, `4XX` or `default`.
    pub status: String,
    /// Its media types.
    pub content: Vec<MediaType>,
}

impl Response {
    /// The status that the mock answers with.
    pub fn code(&self) -> u16 {
        self.status.parse().unwrap_or(200)
    }
}

/// A media type and what it carries.
#[derive(Clone, Debug)]
pub struct MediaType {
    /// The media type or range, as the document writes it.
    pub name: String,
    /// The schema of the value; an empty object where there is none.
    pub schema: Value,
    /// The schema's place in the document, as a JSON pointer.
    pub pointer: String,
    /// The example beside the schema.
    pub example: Option<Value>,
    /// How the properties of a form are written, for those that the document says it of.
    pub encodings: Vec<Encoding>,
}
