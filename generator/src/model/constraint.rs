//! Limits on values (OpenAPI 3.0.4, section 4.7.24, taken from JSON Schema validation).

/// The limits that a schema states; `None` where it states none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Constraints {
    /// The smallest number, as the document writes it.
    pub minimum: Option<String>,
    /// The largest number, as the document writes it.
    pub maximum: Option<String>,
    /// Whether the smallest number itself is excluded.
    pub exclusive_minimum: bool,
    /// Whether the largest number itself is excluded.
    pub exclusive_maximum: bool,
    /// The number that a value must be a multiple of.
    pub multiple_of: Option<String>,
    /// The fewest characters.
    pub min_length: Option<usize>,
    /// The most characters.
    pub max_length: Option<usize>,
    /// The regular expression that a string must match.
    pub pattern: Option<String>,
    /// The fewest elements.
    pub min_items: Option<usize>,
    /// The most elements.
    pub max_items: Option<usize>,
    /// Whether no two elements may be equal.
    pub unique_items: bool,
    /// The fewest properties.
    pub min_properties: Option<usize>,
    /// The most properties.
    pub max_properties: Option<usize>,
    /// The `format` as the document writes it.
    pub format: Option<String>,
}
