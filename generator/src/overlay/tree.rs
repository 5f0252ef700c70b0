//! Ways through a document's tree, and its nodes in JSON, which is what JSONPath looks at.
//!
//! JSON cannot hold all that YAML can (`.nan`, `.inf`), so the document is never made from it.

use serde_json::Value as Json;
use serde_yaml::Value as Yaml;

use crate::source::Token;

/// The node at the end of a path; none when a change before has removed it.
pub(super) fn at<'a>(root: &'a mut Yaml, path: &[Token]) -> Option<&'a mut Yaml> {
    path.iter().try_fold(root, |node, token| match token {
        Token::Key(key) => node.as_mapping_mut()?.get_mut(&**key),
        Token::Index(index) => node.as_sequence_mut()?.get_mut(*index),
    })
}

/// Takes what is under a key or at an index away; the others stay in their order.
pub(super) fn remove(node: &mut Yaml, token: &Token) {
    match (node, token) {
        (Yaml::Mapping(mapping), Token::Key(key)) => drop(mapping.shift_remove(&**key)),
        (Yaml::Sequence(elements), Token::Index(index)) if *index < elements.len() => drop(elements.remove(*index)),
        _ => {}
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
    fn json_has_what_it_can_hold() {
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
