//! The service's habits: envelope, numbers, query, paging, what may be sent again, names of schemas.

use std::collections::BTreeMap;

use serde::Deserialize;

/// How the service wraps its answers, by property names.
#[derive(Clone, Debug, Deserialize, Hash)]
#[serde(deny_unknown_fields)]
pub struct EnvelopeSettings {
    /// The property with the outcome.
    pub status: String,
    /// The outcomes that mean success.
    pub success: Vec<i64>,
    /// The property with a text for people.
    pub message: String,
    /// The property with a finer code.
    pub code: String,
    /// The property that names the request in the service's logs.
    pub request_id: String,
    /// The property with the answer itself.
    pub payload: String,
}

/// How the document's `number` is to be read.
#[derive(Clone, Debug, Default, Deserialize, Hash)]
#[serde(deny_unknown_fields)]
pub struct NumberRules {
    /// Whether `number` without a format means a whole number.
    #[serde(default)]
    pub whole: bool,
    /// Names of properties and parameters that are fractions all the same; `Schema.name` for one schema's property.
    #[serde(default)]
    pub fractions: Vec<String>,
}

/// How query parameters are written.
#[derive(Clone, Debug, Default, Deserialize, Hash)]
#[serde(deny_unknown_fields)]
pub struct QueryRules {
    /// How a list is written whose document leaves `style` and `explode` at their defaults.
    #[serde(default)]
    pub arrays: ArrayStyle,
}

/// The ways to write a list into a query.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq)]
#[serde(rename_all = "lowercase")]
pub enum ArrayStyle {
    /// `name=a&name=b`, OpenAPI's own default.
    #[default]
    Repeat,
    /// `name[]=a&name[]=b`.
    Brackets,
    /// `name=a,b`.
    Comma,
}

/// How lists are paged.
#[derive(Clone, Debug, Default, Deserialize, Hash)]
#[serde(deny_unknown_fields)]
pub struct PagingSettings {
    /// Names of the parameter with the number of the page.
    #[serde(default)]
    pub page: Vec<String>,
    /// Names of the parameter with the most elements of a page.
    #[serde(default)]
    pub limit: Vec<String>,
    /// Where a body keeps both, as property names joined by dots.
    #[serde(default)]
    pub body: Vec<String>,
    /// Names of the property that a request takes from the last answer, where pages have no numbers.
    #[serde(default)]
    pub cursor: Vec<String>,
    /// Names of an answer's property with the elements of a page.
    #[serde(default)]
    pub list: Vec<String>,
    /// Names of an answer's property with the number of elements of all pages.
    #[serde(default)]
    pub total: Vec<String>,
}

/// What may be sent again when no answer came.
#[derive(Clone, Debug, Default, Deserialize, Hash)]
#[serde(deny_unknown_fields)]
pub struct RetryRules {
    /// Operations that only read, beside those whose HTTP method says so.
    #[serde(default)]
    pub reads: ReadRules,
}

/// Which operations only read. `except` wins over the others, and over the HTTP method as well.
#[derive(Clone, Debug, Default, Deserialize, Hash)]
#[serde(deny_unknown_fields)]
pub struct ReadRules {
    /// First words of the names of methods, for operations whose HTTP method does not say that they only read.
    #[serde(default)]
    pub prefixes: Vec<String>,
    /// More of these operations, by operation id.
    #[serde(default)]
    pub also: Vec<String>,
    /// Operations that must not be sent twice, by operation id.
    #[serde(default)]
    pub except: Vec<String>,
}

/// Names of schemas.
#[derive(Clone, Debug, Default, Deserialize, Hash)]
#[serde(deny_unknown_fields)]
pub struct SchemaSettings {
    /// Names for single schemas, by the name that the document has.
    #[serde(default)]
    pub names: BTreeMap<String, String>,
    /// Names for single properties, by schema and property: `UserDto.userName`.
    #[serde(default)]
    pub properties: BTreeMap<String, String>,
}
