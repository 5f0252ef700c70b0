//! The model: what the documents say, as plain data with every decision made.
//!
//! Names in it are legal, unique Rust beside the `wire_name` they stand for. Types refer to each other by
//! handle. Nothing here knows OpenAPI's types, tokens or templates: only `std` may be imported.

mod area;
mod constraint;
mod content;
mod deprecation;
mod docs;
mod enums;
mod fit;
mod json;
mod literal;
mod name;
mod object;
mod operation;
mod page;
mod pagination;
mod parameter;
mod place;
mod release;
mod response;
mod security;
mod types;
mod unions;

pub use area::{Area, Client, FULL};
pub use constraint::Constraints;
pub use content::{Content, MediaKind, RequestBody};
pub use deprecation::Deprecation;
pub use docs::Docs;
pub use enums::{Enum, EnumRepr, Variant};
pub use json::Json;
pub use literal::Literal;
pub use name::Ident;
pub use object::{Access, Field, Object, Presence, Rest};
pub use operation::{Method, Operation, PathTemplate, Segment, Visibility};
pub use page::{Argument, CodeSample, Example, Failure, Page, Related};
pub use pagination::{Elements, Member, Pagination, RequestPart, Step, Streams};
pub use parameter::{Encoding, Location, Parameter, ParameterSet};
pub use place::Place;
pub use release::{Moved, Release};
pub use response::{Envelope, Header, Response, Responses, Shape, Status, Success};
pub use security::{Credential, Requirement, SecurityScheme};
pub use types::{Item, Origin, TypeDef, TypeId, TypeKind, TypeRef, TypeTable, Uses};
pub use unions::{Tagging, Union, UnionVariant};

/// Everything that one crate is made from.
#[derive(Clone, Debug)]
pub struct Api {
    /// The crate's name, version and texts.
    pub package: Package,
    /// The clients, each over one or more documents, sorted by name.
    pub clients: Vec<Client>,
    /// Every type, named and inline, sorted by name.
    pub types: TypeTable,
    /// How answers are wrapped, when the service wraps them.
    pub envelope: Option<Envelope>,
    /// The releases of the crate, the newest first.
    pub releases: Vec<Release>,
}

/// What the crate's manifest and front page say.
#[derive(Clone, Debug)]
pub struct Package {
    /// The crate's name as Cargo spells it.
    pub name: String,
    /// The crate's version.
    pub version: String,
    /// One line on what the crate is.
    pub description: String,
    /// The description's own version, as its documents state it.
    pub api_version: String,
    /// The SHA-256 of what the documents say with their overlays, in hexadecimal.
    pub api_digest: String,
    /// The first server of the documents, with its variables at their defaults.
    pub base_url: Option<String>,
    /// The names of the documents it was made from, sorted.
    pub sources: Vec<String>,
}
