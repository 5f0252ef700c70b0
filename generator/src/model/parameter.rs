//! Parameters (OpenAPI 3.0.4, section 4.7.12).

use super::{Constraints, Deprecation, Docs, Ident, Literal, Presence, TypeRef};

/// One parameter of an operation.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// The name in the request.
    pub wire_name: String,
    /// The name of the argument or field.
    pub name: Ident,
    /// The name of the method that sets it.
    pub setter: Ident,
    /// Where the document lists it among its neighbours, from 0.
    pub position: usize,
    /// Where it goes.
    pub location: Location,
    /// How its value becomes text.
    pub encoding: Encoding,
    /// Whether it must be given.
    pub presence: Presence,
    /// Its type.
    pub ty: TypeRef,
    /// Whether its value must never be shown.
    pub secret: bool,
    /// What the document says about it.
    pub docs: Docs,
    /// What the service takes when it is not sent.
    pub default: Option<Literal>,
    /// A value to show.
    pub example: Option<Literal>,
    /// The limits on it.
    pub constraints: Constraints,
    /// That it should no longer be used, if so.
    pub deprecation: Option<Deprecation>,
}

/// The query, header and cookie parameters of one operation.
#[derive(Clone, Debug)]
pub struct ParameterSet {
    /// The struct's name, such as `ListUsersParams`.
    pub name: Ident,
    /// Whether any of them must be given.
    pub presence: Presence,
    /// The parameters: those that must be given first, each group by wire name.
    pub parameters: Vec<Parameter>,
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Location {
    /// In the path.
    Path,
    /// After the question mark.
    Query,
    /// In a header.
    Header,
    /// In the `cookie` header.
    Cookie,
}

/// How a value becomes text: `style` and `explode` of the document, or the settings' convention.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Encoding {
    /// `a,b`; the plain form of paths and headers.
    Simple,
    /// `name=a,b`.
    Form,
    /// `name=a&name=b`.
    FormExplode,
    /// `name[]=a&name[]=b`.
    Brackets,
    /// `name=a%20b`.
    Space,
    /// `name=a|b`.
    Pipe,
    /// `name[key]=value`.
    DeepObject,
    /// The value's JSON text.
    Json,
}
