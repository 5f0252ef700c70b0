//! The objects of an OpenAPI document: their fields in the order in which ours have them, and which are prose.

use serde_yaml::Value;

/// An object of OpenAPI 3.0.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    Document,
    Info,
    Server,
    PathItem,
    Operation,
    Parameter,
    Body,
    Response,
    MediaType,
    Schema,
    Components,
    Scheme,
}

/// A field, and what stands in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    pub(super) key: &'static str,
    pub(super) child: Child,
}

/// What stands in a field.
#[derive(Clone, Copy, Debug)]
pub(super) enum Child {
    /// A fact that is taken as it is.
    Plain,
    /// A list whose order means nothing.
    Set,
    One(Kind),
    /// Objects by names that the document chooses.
    Each(Kind),
    List(Kind),
}

impl Field {
    /// Whether a value says no more than none would. `security: []` does, and so does the default of a value.
    pub(super) fn says_nothing(&self, value: &Value) -> bool {
        match value {
            Value::Sequence(list) => {
                list.is_empty() && ["parameters", "required", "servers", "tags"].contains(&self.key)
            }
            Value::Bool(false) => self.key == "deprecated",
            _ => false,
        }
    }
}

impl Kind {
    pub(super) fn fields(self) -> &'static [Field] {
        match self {
            Self::Document => DOCUMENT,
            Self::Info => INFO,
            Self::Server => SERVER,
            Self::PathItem => PATH_ITEM,
            Self::Operation => OPERATION,
            Self::Parameter => PARAMETER,
            Self::Body => BODY,
            Self::Response => RESPONSE,
            Self::MediaType => MEDIA_TYPE,
            Self::Schema => SCHEMA,
            Self::Components => COMPONENTS,
            Self::Scheme => SCHEME,
        }
    }

    /// Whether a field that is not among these is for people alone.
    pub(super) fn is_prose(self, key: &str) -> bool {
        let always = ["summary", "description", "title", "example", "examples", "externalDocs"];
        let of_the_document = ["tags", "contact", "license", "termsOfService"];
        always.contains(&key) || matches!(self, Self::Document | Self::Info) && of_the_document.contains(&key)
    }
}

const fn plain(key: &'static str) -> Field {
    Field { key, child: Child::Plain }
}

const fn one(key: &'static str, kind: Kind) -> Field {
    Field { key, child: Child::One(kind) }
}

const fn each(key: &'static str, kind: Kind) -> Field {
    Field { key, child: Child::Each(kind) }
}

const fn list(key: &'static str, kind: Kind) -> Field {
    Field { key, child: Child::List(kind) }
}

const DOCUMENT: &[Field] = &[
    plain("openapi"),
    one("info", Kind::Info),
    list("servers", Kind::Server),
    plain("security"),
    each("paths", Kind::PathItem),
    one("components", Kind::Components),
];

const PATH_ITEM: &[Field] = &[
    list("parameters", Kind::Parameter),
    one("get", Kind::Operation),
    one("put", Kind::Operation),
    one("post", Kind::Operation),
    one("delete", Kind::Operation),
    one("options", Kind::Operation),
    one("head", Kind::Operation),
    one("patch", Kind::Operation),
    one("trace", Kind::Operation),
];

const OPERATION: &[Field] = &[
    plain("tags"),
    plain("operationId"),
    plain("deprecated"),
    plain("security"),
    list("parameters", Kind::Parameter),
    one("requestBody", Kind::Body),
    each("responses", Kind::Response),
];

const PARAMETER: &[Field] = &[
    plain("name"),
    plain("in"),
    plain("required"),
    plain("deprecated"),
    plain("style"),
    plain("explode"),
    one("schema", Kind::Schema),
    each("content", Kind::MediaType),
];

const SCHEMA: &[Field] = &[
    plain("type"),
    plain("format"),
    plain("nullable"),
    one("additionalProperties", Kind::Schema),
    plain("enum"),
    plain("default"),
    plain("minLength"),
    plain("maxLength"),
    plain("minItems"),
    plain("maxItems"),
    plain("uniqueItems"),
    plain("minimum"),
    plain("maximum"),
    list("allOf", Kind::Schema),
    list("oneOf", Kind::Schema),
    list("anyOf", Kind::Schema),
    one("not", Kind::Schema),
    plain("deprecated"),
    one("items", Kind::Schema),
    Field { key: "required", child: Child::Set },
    each("properties", Kind::Schema),
];

const COMPONENTS: &[Field] = &[
    each("securitySchemes", Kind::Scheme),
    each("parameters", Kind::Parameter),
    each("headers", Kind::Parameter),
    each("requestBodies", Kind::Body),
    each("responses", Kind::Response),
    each("schemas", Kind::Schema),
];

const INFO: &[Field] = &[plain("title"), plain("version")];
const SERVER: &[Field] = &[plain("url")];
const BODY: &[Field] = &[plain("required"), each("content", Kind::MediaType)];
const RESPONSE: &[Field] = &[each("headers", Kind::Parameter), each("content", Kind::MediaType)];
const MEDIA_TYPE: &[Field] = &[one("schema", Kind::Schema)];
const SCHEME: &[Field] = &[plain("type"), plain("scheme"), plain("bearerFormat"), plain("in"), plain("name")];
