//! JSON values with the order of their properties, which examples keep.

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it is written.
    Number(String),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object, with its properties in the order in which they are shown.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The value of a property of an object.
    pub fn get(&self, name: &str) -> Option<&Json> {
        match self {
            Self::Object(properties) => properties.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }
}
