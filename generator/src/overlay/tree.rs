//! The document's tree, and beside it the same in JSON, which is what JSONPath looks at.
//!
//! JSON cannot hold all that YAML can (`.nan`, `.inf`), so the document is never made from the copy. Each change is made to both.

use serde_json::Value as Json;
use serde_yaml::Value as Yaml;

use crate::source::Token;

/// A node in both trees.
pub(super) struct Node<'a> {
    pub(super) yaml: &'a mut Yaml,
    pub(super) json: &'a mut Json,
}

impl<'a> Node<'a> {
    /// The node at the end of a path; none when a change before has removed it.
    pub(super) fn at(self, path: &[Token]) -> Option<Self> {
        path.iter().try_fold(self, Self::child)
    }

    /// The node under a key or at an index.
    pub(super) fn child(self, token: &Token) -> Option<Self> {
        match token {
            Token::Key(key) => {
                Some(Self { yaml: self.yaml.get_mut(&**key)?, json: self.json.as_object_mut()?.get_mut(&**key)? })
            }
            Token::Index(index) => Some(Self { yaml: self.yaml.get_mut(*index)?, json: self.json.get_mut(*index)? }),
        }
    }

    /// Takes what is under a key or at an index away; the others stay in their order.
    pub(super) fn remove(self, token: &Token) {
        match (self.yaml, self.json, token) {
            (Yaml::Mapping(yaml), Json::Object(json), Token::Key(key)) => {
                yaml.shift_remove(&**key);
                json.remove(&**key);
            }
            (Yaml::Sequence(yaml), Json::Array(json), Token::Index(index))
                if *index < yaml.len() && *index < json.len() =>
            {
                yaml.remove(*index);
                json.remove(*index);
            }
            _ => {}
        }
    }

    /// Puts another value in its place.
    pub(super) fn replace(self, value: &Yaml) {
        *self.json = to_json(value);
        *self.yaml = value.clone();
    }
}

/// The value in JSON. A number that JSON has no way to write becomes null.
pub(crate) fn to_json(value: &Yaml) -> Json {
    match value {
        Yaml::Null => Json::Null,
        Yaml::Bool(flag) => Json::Bool(*flag),
        Yaml::Number(number) => {
            let whole = number.as_u64().map(Json::from).or_else(|| number.as_i64().map(Json::from));
            whole.unwrap_or_else(|| number.as_f64().map_or(Json::Null, Json::from))
        }
        Yaml::String(text) => Json::String(text.clone()),
        Yaml::Sequence(elements) => Json::Array(elements.iter().map(to_json).collect()),
        Yaml::Mapping(mapping) => {
            let entries = mapping.iter().filter_map(|(key, value)| Some((key.as_str()?.to_owned(), to_json(value))));
            Json::Object(entries.collect())
        }
        Yaml::Tagged(tagged) => to_json(&tagged.value),
    }
}

/// How many levels a value has below it.
pub(super) fn depth(value: &Yaml) -> usize {
    match value {
        Yaml::Sequence(elements) => 1 + elements.iter().map(depth).max().unwrap_or(0),
        Yaml::Mapping(mapping) => 1 + mapping.values().map(depth).max().unwrap_or(0),
        Yaml::Tagged(tagged) => depth(&tagged.value),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{Json, Yaml, to_json};

    #[test]
    fn the_copy_has_what_json_can_hold() {
        let yaml: Yaml =
            serde_yaml::from_str("{a: [1, -2, 1.5, 18446744073709551615, .nan], b: {c: ~, d: true}, e: x}")
                .expect("it is YAML");
        let json: Json = serde_json::from_str(
            r#"{"a": [1, -2, 1.5, 18446744073709551615, null], "b": {"c": null, "d": true}, "e": "x"}"#,
        )
        .expect("it is JSON");
        assert_eq!(to_json(&yaml), json);
    }
}
