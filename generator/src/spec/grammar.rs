//! What OpenAPI 3.0 says about the objects of a document: which fields they have, and of what shape.
//!
//! Lives here: one table. The walks, the checks and the normalisation read it; nothing else knows the fields.

mod fields;

use serde_yaml::{Mapping, Value};

/// The kinds of objects, by the names of the specification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Document,
    Info,
    Contact,
    License,
    ExternalDocs,
    Server,
    ServerVariable,
    Tag,
    PathItem,
    Operation,
    Parameter,
    Header,
    RequestBody,
    Response,
    MediaType,
    Encoding,
    Schema,
    Discriminator,
    Example,
    Link,
    Callback,
    Components,
    SecurityScheme,
    OAuthFlows,
    ImplicitFlow,
    TokenFlow,
    CodeFlow,
}

/// What may stand in a field.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shape {
    /// Any value: an example, a default.
    Anything,
    Text,
    Flag,
    /// A whole number of 0 or more.
    Count,
    Number,
    /// The `type` of a schema.
    Type,
    /// One of a few words.
    Choice(&'static [&'static str]),
    Object(Kind),
    /// A schema, or `true` or `false`.
    SchemaOrFlag,
    List(&'static Shape),
    /// Keys of the document's own choice.
    Map(&'static Shape),
    /// Keys of the document's own choice, beside extensions.
    Patterned(&'static Shape),
}

/// One field of an object.
pub(super) struct Field {
    pub(super) key: &'static str,
    pub(super) shape: Shape,
    pub(super) is_required: bool,
}

/// The types that a schema of OpenAPI 3.0 may have.
pub(super) const TYPES: [&str; 6] = ["string", "number", "integer", "boolean", "object", "array"];

/// The methods that a path item may have.
pub(super) const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

impl Kind {
    /// The field `key`, when the specification has it.
    pub(super) fn field(self, key: &str) -> Option<&'static Field> {
        self.fields().iter().find(|field| field.key == key)
    }

    /// What stands under the other keys; only a callback has such.
    pub(super) fn entries(self) -> Option<Shape> {
        (self == Self::Callback).then_some(Shape::Object(Self::PathItem))
    }

    /// With its article, for messages.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Document => "the document",
            Self::Info => "the info object",
            Self::Contact => "the contact",
            Self::License => "the licence",
            Self::ExternalDocs => "a link to documentation",
            Self::Server => "a server",
            Self::ServerVariable => "a server variable",
            Self::Tag => "a tag",
            Self::PathItem => "a path item",
            Self::Operation => "an operation",
            Self::Parameter => "a parameter",
            Self::Header => "a header",
            Self::RequestBody => "a request body",
            Self::Response => "a response",
            Self::MediaType => "a media type",
            Self::Encoding => "an encoding",
            Self::Schema => "a schema",
            Self::Discriminator => "a discriminator",
            Self::Example => "an example",
            Self::Link => "a link",
            Self::Callback => "a callback",
            Self::Components => "the components object",
            Self::SecurityScheme => "a security scheme",
            Self::OAuthFlows => "a set of OAuth flows",
            Self::ImplicitFlow | Self::TokenFlow | Self::CodeFlow => "an OAuth flow",
        }
    }

    /// The section of `components` that a reference in the place of such an object leads to.
    pub(super) fn section(self) -> Option<&'static str> {
        match self {
            Self::Schema => Some("schemas"),
            Self::Response => Some("responses"),
            Self::Parameter => Some("parameters"),
            Self::Example => Some("examples"),
            Self::RequestBody => Some("requestBodies"),
            Self::Header => Some("headers"),
            Self::SecurityScheme => Some("securitySchemes"),
            Self::Link => Some("links"),
            Self::Callback => Some("callbacks"),
            _ => None,
        }
    }

    /// The reference that stands in the place of such an object. What stands beside `$ref` means nothing in OpenAPI 3.0.
    pub(super) fn reference(self, object: &Mapping) -> Option<&str> {
        let may_refer = self.section().is_some() || self == Self::PathItem;
        object.get("$ref").filter(|_| may_refer).and_then(Value::as_str)
    }
}
