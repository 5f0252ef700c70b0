//! Parameters of an operation (OpenAPI 3.0.4, section 4.7.12).

use serde_json::Value;

/// One parameter.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// The name in the request.
    pub name: String,
    /// Where it goes.
    pub location: Location,
    /// Whether it must be sent.
    pub required: bool,
    /// How a list or an object becomes text.
    pub style: Style,
    /// Whether each element has a pair of its own.
    pub explode: bool,
    /// Whether the document states style or explode itself, instead of leaving them at their defaults.
    pub states_style: bool,
    /// The schema of its value; an empty object where there is none.
    pub schema: Value,
    /// Whether its value is JSON text (`content` in the place of `schema`).
    pub is_json: bool,
    /// The schema's place in the document, as a JSON pointer.
    pub pointer: String,
    /// The example beside the schema.
    pub example: Option<Value>,
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(missing_docs, reason = "the words of OpenAPI")]
pub enum Location {
    Path,
    Query,
    Header,
    Cookie,
}

/// Its style (OpenAPI 3.0.4, section 4.7.12.2.2.1).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(missing_docs, reason = "the words of OpenAPI")]
pub enum Style {
    Simple,
    Label,
    Matrix,
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
}
