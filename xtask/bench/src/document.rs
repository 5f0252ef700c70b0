//! The document that all are run on, and the edits without which some of them cannot use it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

/// The document that is measured when none is named: the vendor's own if it lies beside the checkout, else this project's.
pub fn by_default(root: &Path) -> PathBuf {
    let vendors = root.join("../shared/upstream/management-openapi.json");
    if vendors.is_file() { vendors } else { root.join("specs/management.yaml") }
}

/// Writes a copy without the `default` of properties that refer to an object and say `default: false`, and returns its path;
/// `None` when there is none of them, or the document is YAML, which is not edited here.
///
/// Such a default does not fit its schema. Some generators refuse it; others emit Rust that does not compile.
///
/// # Errors
///
/// The document cannot be read, or the copy cannot be written.
pub fn without_wrong_defaults(document: &Path, folder: &Path) -> Result<Option<PathBuf>> {
    let text = fs::read_to_string(document).with_context(|| format!("cannot read {}", document.display()))?;
    let Ok(mut value) = serde_json::from_str::<Value>(&text) else { return Ok(None) };
    if remove_wrong_defaults(&mut value) == 0 {
        return Ok(None);
    }
    let copy = folder.join("without-wrong-defaults.json");
    fs::create_dir_all(folder)?;
    fs::write(&copy, serde_json::to_string_pretty(&value)?)?;
    Ok(Some(copy))
}

/// Writes a document with `copies` of each operation and each schema of another, under other names, and returns its path;
/// `None` when the other is YAML, which is not edited here.
///
/// # Errors
///
/// The document cannot be read, or the copy cannot be written.
pub fn multiplied(document: &Path, copies: usize, folder: &Path) -> Result<Option<PathBuf>> {
    let text = fs::read_to_string(document).with_context(|| format!("cannot read {}", document.display()))?;
    let Ok(value) = serde_json::from_str::<Value>(&text) else { return Ok(None) };
    let file = folder.join(format!("{copies}-copies.json"));
    fs::create_dir_all(folder)?;
    fs::write(&file, serde_json::to_string_pretty(&multiply(&value, copies))?)?;
    Ok(Some(file))
}

fn multiply(document: &Value, copies: usize) -> Value {
    let mut all = document.clone();
    for copy in 1..copies {
        let mut one = document.clone();
        rename(&mut one, copy);
        for (pointer, name) in [("/paths", in_path as fn(&str, usize) -> String), ("/components/schemas", in_name)] {
            let Some(Value::Object(from)) = one.pointer_mut(pointer).map(Value::take) else { continue };
            let Some(Value::Object(to)) = all.pointer_mut(pointer) else { continue };
            to.extend(from.into_iter().map(|(key, value)| (name(&key, copy), value)));
        }
    }
    all
}

/// Gives the operation ids and the references of a copy its number.
fn rename(value: &mut Value, copy: usize) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                match value {
                    Value::String(text) if key == "operationId" || (key == "$ref" && text.contains("/schemas/")) => {
                        *text = in_name(text, copy);
                    }
                    value => rename(value, copy),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| rename(value, copy)),
        _ => {}
    }
}

fn in_name(name: &str, copy: usize) -> String {
    format!("{name}Copy{copy}")
}

fn in_path(path: &str, copy: usize) -> String {
    format!("/copy-{copy}{path}")
}

/// How many were removed.
fn remove_wrong_defaults(value: &mut Value) -> usize {
    match value {
        Value::Object(object) => {
            let is_wrong = object.contains_key("allOf") && object.get("default") == Some(&Value::Bool(false));
            let removed = if is_wrong { object.remove("default") } else { None };
            removed.iter().count() + object.values_mut().map(remove_wrong_defaults).sum::<usize>()
        }
        Value::Array(values) => values.iter_mut().map(remove_wrong_defaults).sum(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_copy_has_names_of_its_own_and_leads_to_itself() {
        let document = json!({
            "paths": {"/pets": {"get": {"operationId": "listPets", "schema": {"$ref": "#/components/schemas/Pet"}}}},
            "components": {"schemas": {"Pet": {"type": "object"}}},
        });
        let expected = json!({
            "paths": {
                "/pets": {"get": {"operationId": "listPets", "schema": {"$ref": "#/components/schemas/Pet"}}},
                "/copy-1/pets": {
                    "get": {"operationId": "listPetsCopy1", "schema": {"$ref": "#/components/schemas/PetCopy1"}},
                },
            },
            "components": {"schemas": {"Pet": {"type": "object"}, "PetCopy1": {"type": "object"}}},
        });
        assert_eq!(multiply(&document, 2), expected);
    }

    #[test]
    fn only_a_default_that_cannot_fit_is_dropped() {
        let mut document = json!({
            "wrong": {"allOf": [{"$ref": "#/components/schemas/Strategy"}], "default": false},
            "right": {"type": "boolean", "default": false},
        });
        assert_eq!(remove_wrong_defaults(&mut document), 1);
        let expected = json!({
            "wrong": {"allOf": [{"$ref": "#/components/schemas/Strategy"}]},
            "right": {"type": "boolean", "default": false},
        });
        assert_eq!(document, expected);
    }
}
