//! The names of the OpenAPI features that the generator does not support.
//!
//! A name is stable: reports count by it, and a baseline may list it.

/// A request body of `multipart/form-data`.
pub const MULTIPART_REQUEST_BODY: &str = "multipart-request-body";
/// A request or response body of an XML media type.
pub const XML_MEDIA_TYPE: &str = "xml-media-type";
/// A body of a media type that is none of the known ones.
pub const OTHER_MEDIA_TYPE: &str = "other-media-type";
/// A form whose properties have a `style` of their own, or elements that are not to be apart.
pub const FORM_ENCODING: &str = "form-encoding";
/// A parameter whose value is described by `content` of a media type that is not JSON.
pub const PARAMETER_CONTENT: &str = "parameter-content";
/// A `style` of a parameter that has no counterpart.
pub const PARAMETER_STYLE: &str = "parameter-style";
/// `allowReserved` of a parameter.
pub const ALLOW_RESERVED: &str = "allow-reserved";
/// `callbacks` of an operation.
pub const CALLBACK: &str = "callback";
/// `not` in a schema.
pub const NOT_SCHEMA: &str = "not-schema";
/// A reference to an address on the net, or to a file that only an overlay names.
pub const EXTERNAL_REFERENCE: &str = "external-reference";
/// A reference to a place of the document that is no component.
pub const DEEP_REFERENCE: &str = "deep-reference";
/// A path item that is a reference to another path item.
pub const PATH_ITEM_REFERENCE: &str = "path-item-reference";
/// `allOf` of parts that are not all objects.
pub const ALL_OF_NON_OBJECT: &str = "all-of-non-object";
/// `oneOf` or `anyOf` beside properties of the same object.
pub const UNION_BESIDE_PROPERTIES: &str = "union-beside-properties";
/// `enum` with values of several JSON types.
pub const MIXED_ENUM: &str = "mixed-enum";
/// A discriminator that maps to something which is no schema.
pub const DISCRIMINATOR_TARGET: &str = "discriminator-target";
/// A discriminator over inline schemas.
pub const DISCRIMINATOR_INLINE: &str = "discriminator-inline";
/// A discriminator of a schema that lists no alternatives: others say in `allOf` that they are one of it.
pub const DISCRIMINATOR_ALONE: &str = "discriminator-alone";
/// A named schema that is nothing but a list or map of itself.
pub const RECURSIVE_ALIAS: &str = "recursive-alias";
/// Several media types for one request body.
pub const SEVERAL_REQUEST_MEDIA_TYPES: &str = "several-request-media-types";
/// Several media types for one answer.
pub const SEVERAL_RESPONSE_MEDIA_TYPES: &str = "several-response-media-types";
/// Several successful answers of different types.
pub const SEVERAL_SUCCESS_TYPES: &str = "several-success-types";
/// A security scheme that the crate does not drive by itself.
pub const SECURITY_SCHEME: &str = "security-scheme";
/// Operations that need different credentials.
pub const OPERATION_SECURITY: &str = "operation-security";
/// Servers of a path item or an operation.
pub const OPERATION_SERVERS: &str = "operation-servers";

/// All of them.
pub const ALL: &[&str] = &[
    MULTIPART_REQUEST_BODY,
    XML_MEDIA_TYPE,
    OTHER_MEDIA_TYPE,
    FORM_ENCODING,
    PARAMETER_CONTENT,
    PARAMETER_STYLE,
    ALLOW_RESERVED,
    CALLBACK,
    NOT_SCHEMA,
    EXTERNAL_REFERENCE,
    DEEP_REFERENCE,
    PATH_ITEM_REFERENCE,
    ALL_OF_NON_OBJECT,
    UNION_BESIDE_PROPERTIES,
    MIXED_ENUM,
    DISCRIMINATOR_TARGET,
    DISCRIMINATOR_INLINE,
    DISCRIMINATOR_ALONE,
    RECURSIVE_ALIAS,
    SEVERAL_REQUEST_MEDIA_TYPES,
    SEVERAL_RESPONSE_MEDIA_TYPES,
    SEVERAL_SUCCESS_TYPES,
    SECURITY_SCHEME,
    OPERATION_SECURITY,
    OPERATION_SERVERS,
];
