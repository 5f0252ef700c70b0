//! The fields of every kind of object, in the order of the specification.

use super::Shape::{Anything, Choice, Count, Flag, List, Map, Number, Object, Patterned, SchemaOrFlag, Text, Type};
use super::{Field, Kind, Shape};

impl Kind {
    /// All fields that the specification gives to such an object.
    pub(in super::super) fn fields(self) -> &'static [Field] {
        match self {
            Self::Document => DOCUMENT,
            Self::Info => INFO,
            Self::Contact => CONTACT,
            Self::License => LICENSE,
            Self::ExternalDocs => EXTERNAL_DOCS,
            Self::Server => SERVER,
            Self::ServerVariable => SERVER_VARIABLE,
            Self::Tag => TAG,
            Self::PathItem => PATH_ITEM,
            Self::Operation => OPERATION,
            Self::Parameter => PARAMETER,
            Self::Header => HEADER,
            Self::RequestBody => REQUEST_BODY,
            Self::Response => RESPONSE,
            Self::MediaType => MEDIA_TYPE,
            Self::Encoding => ENCODING,
            Self::Schema => SCHEMA,
            Self::Discriminator => DISCRIMINATOR,
            Self::Example => EXAMPLE,
            Self::Link => LINK,
            Self::Callback => &[],
            Self::Components => COMPONENTS,
            Self::SecurityScheme => SECURITY_SCHEME,
            Self::OAuthFlows => OAUTH_FLOWS,
            Self::ImplicitFlow => IMPLICIT_FLOW,
            Self::TokenFlow => TOKEN_FLOW,
            Self::CodeFlow => CODE_FLOW,
        }
    }
}

const fn must(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, is_required: true }
}

const fn may(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, is_required: false }
}

const TEXTS: Shape = List(&Text);
const SERVERS: Shape = List(&Object(Kind::Server));
const SECURITY: Shape = List(&Map(&TEXTS));
const PARAMETERS: Shape = List(&Object(Kind::Parameter));
const SCHEMAS: Shape = List(&Object(Kind::Schema));
const CONTENT: Shape = Map(&Object(Kind::MediaType));
const EXAMPLES: Shape = Map(&Object(Kind::Example));
const HEADERS: Shape = Map(&Object(Kind::Header));

const DOCUMENT: &[Field] = &[
    must("openapi", Text),
    must("info", Object(Kind::Info)),
    may("servers", SERVERS),
    must("paths", Patterned(&Object(Kind::PathItem))),
    may("components", Object(Kind::Components)),
    may("security", SECURITY),
    may("tags", List(&Object(Kind::Tag))),
    may("externalDocs", Object(Kind::ExternalDocs)),
];

const INFO: &[Field] = &[
    must("title", Text),
    may("description", Text),
    may("termsOfService", Text),
    may("contact", Object(Kind::Contact)),
    may("license", Object(Kind::License)),
    must("version", Text),
];

const CONTACT: &[Field] = &[may("name", Text), may("url", Text), may("email", Text)];

const LICENSE: &[Field] = &[must("name", Text), may("url", Text)];

const EXTERNAL_DOCS: &[Field] = &[may("description", Text), must("url", Text)];

const SERVER: &[Field] =
    &[must("url", Text), may("description", Text), may("variables", Map(&Object(Kind::ServerVariable)))];

const SERVER_VARIABLE: &[Field] = &[may("enum", TEXTS), must("default", Text), may("description", Text)];

const TAG: &[Field] = &[must("name", Text), may("description", Text), may("externalDocs", Object(Kind::ExternalDocs))];

const PATH_ITEM: &[Field] = &[
    may("summary", Text),
    may("description", Text),
    may("get", Object(Kind::Operation)),
    may("put", Object(Kind::Operation)),
    may("post", Object(Kind::Operation)),
    may("delete", Object(Kind::Operation)),
    may("options", Object(Kind::Operation)),
    may("head", Object(Kind::Operation)),
    may("patch", Object(Kind::Operation)),
    may("trace", Object(Kind::Operation)),
    may("servers", SERVERS),
    may("parameters", PARAMETERS),
];

const OPERATION: &[Field] = &[
    may("tags", TEXTS),
    may("summary", Text),
    may("description", Text),
    may("externalDocs", Object(Kind::ExternalDocs)),
    may("operationId", Text),
    may("parameters", PARAMETERS),
    may("requestBody", Object(Kind::RequestBody)),
    must("responses", Patterned(&Object(Kind::Response))),
    may("callbacks", Map(&Object(Kind::Callback))),
    may("deprecated", Flag),
    may("security", SECURITY),
    may("servers", SERVERS),
];

const PARAMETER: &[Field] = &[
    must("name", Text),
    must("in", Choice(&["query", "header", "path", "cookie"])),
    may("description", Text),
    may("required", Flag),
    may("deprecated", Flag),
    may("allowEmptyValue", Flag),
    // Which of the styles are right depends on `in`, and is checked apart.
    may("style", Text),
    may("explode", Flag),
    may("allowReserved", Flag),
    may("schema", Object(Kind::Schema)),
    may("example", Anything),
    may("examples", EXAMPLES),
    may("content", CONTENT),
];

const HEADER: &[Field] = &[
    may("description", Text),
    may("required", Flag),
    may("deprecated", Flag),
    may("style", Choice(&["simple"])),
    may("explode", Flag),
    may("schema", Object(Kind::Schema)),
    may("example", Anything),
    may("examples", EXAMPLES),
    may("content", CONTENT),
];

const REQUEST_BODY: &[Field] = &[may("description", Text), may("content", CONTENT), may("required", Flag)];

const RESPONSE: &[Field] = &[
    must("description", Text),
    may("headers", HEADERS),
    may("content", CONTENT),
    may("links", Map(&Object(Kind::Link))),
];

const MEDIA_TYPE: &[Field] = &[
    may("schema", Object(Kind::Schema)),
    may("example", Anything),
    may("examples", EXAMPLES),
    may("encoding", Map(&Object(Kind::Encoding))),
];

const ENCODING: &[Field] = &[
    may("contentType", Text),
    may("headers", HEADERS),
    may("style", Choice(&["form", "spaceDelimited", "pipeDelimited", "deepObject"])),
    may("explode", Flag),
    may("allowReserved", Flag),
];

const SCHEMA: &[Field] = &[
    may("title", Text),
    may("multipleOf", Number),
    may("maximum", Number),
    may("exclusiveMaximum", Flag),
    may("minimum", Number),
    may("exclusiveMinimum", Flag),
    may("maxLength", Count),
    may("minLength", Count),
    may("pattern", Text),
    may("maxItems", Count),
    may("minItems", Count),
    may("uniqueItems", Flag),
    may("maxProperties", Count),
    may("minProperties", Count),
    may("required", TEXTS),
    may("enum", List(&Anything)),
    may("type", Type),
    may("allOf", SCHEMAS),
    may("oneOf", SCHEMAS),
    may("anyOf", SCHEMAS),
    may("not", Object(Kind::Schema)),
    may("items", Object(Kind::Schema)),
    may("properties", Map(&Object(Kind::Schema))),
    may("additionalProperties", SchemaOrFlag),
    may("description", Text),
    may("format", Text),
    may("default", Anything),
    may("nullable", Flag),
    may("discriminator", Object(Kind::Discriminator)),
    may("readOnly", Flag),
    may("writeOnly", Flag),
    may("xml", Anything),
    may("externalDocs", Object(Kind::ExternalDocs)),
    may("example", Anything),
    may("deprecated", Flag),
];

const DISCRIMINATOR: &[Field] = &[must("propertyName", Text), may("mapping", Map(&Text))];

const EXAMPLE: &[Field] =
    &[may("summary", Text), may("description", Text), may("value", Anything), may("externalValue", Text)];

const LINK: &[Field] = &[
    may("operationRef", Text),
    may("operationId", Text),
    may("parameters", Map(&Anything)),
    may("requestBody", Anything),
    may("description", Text),
    may("server", Object(Kind::Server)),
];

const COMPONENTS: &[Field] = &[
    may("schemas", Map(&Object(Kind::Schema))),
    may("responses", Map(&Object(Kind::Response))),
    may("parameters", Map(&Object(Kind::Parameter))),
    may("examples", EXAMPLES),
    may("requestBodies", Map(&Object(Kind::RequestBody))),
    may("headers", HEADERS),
    may("securitySchemes", Map(&Object(Kind::SecurityScheme))),
    may("links", Map(&Object(Kind::Link))),
    may("callbacks", Map(&Object(Kind::Callback))),
];

const SECURITY_SCHEME: &[Field] = &[
    must("type", Choice(&["apiKey", "http", "oauth2", "openIdConnect"])),
    may("description", Text),
    may("name", Text),
    may("in", Choice(&["query", "header", "cookie"])),
    may("scheme", Text),
    may("bearerFormat", Text),
    may("flows", Object(Kind::OAuthFlows)),
    may("openIdConnectUrl", Text),
];

const OAUTH_FLOWS: &[Field] = &[
    may("implicit", Object(Kind::ImplicitFlow)),
    may("password", Object(Kind::TokenFlow)),
    may("clientCredentials", Object(Kind::TokenFlow)),
    may("authorizationCode", Object(Kind::CodeFlow)),
];

const IMPLICIT_FLOW: &[Field] = &[must("authorizationUrl", Text), may("refreshUrl", Text), must("scopes", Map(&Text))];

const TOKEN_FLOW: &[Field] = &[must("tokenUrl", Text), may("refreshUrl", Text), must("scopes", Map(&Text))];

const CODE_FLOW: &[Field] =
    &[must("authorizationUrl", Text), must("tokenUrl", Text), may("refreshUrl", Text), must("scopes", Map(&Text))];
