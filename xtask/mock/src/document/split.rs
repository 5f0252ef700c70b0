//! Documents that are split over files: each file is put into the root under `x-files`, and references lead there.
//!
//! It needs no names for what it finds, so no mistake in a name can be made here. What cannot be read stays a reference that leads
//! nowhere.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use super::LoadError;
use super::load::parse;

/// Where the files are.
const FILES: &str = "x-files";

/// Reads the files of a document by their path from its folder, and lets all references lead to them. `file` is the name of the
/// root's own.
pub(super) fn join(
    root: &mut Value,
    file: &str,
    read: &mut dyn FnMut(&str) -> Option<String>,
) -> Result<(), LoadError> {
    let mut join = Join { root: file, files: BTreeMap::new(), waiting: Vec::new() };
    join.value(root, file);
    let mut files = Map::new();
    while let Some(path) = join.waiting.pop() {
        let Some(text) = read(&path) else { continue };
        let mut value = parse(&path, &text)?;
        join.value(&mut value, &path);
        files.insert(path, value);
    }
    if let (Some(root), false) = (root.as_object_mut(), files.is_empty()) {
        root.insert(FILES.to_owned(), Value::Object(files));
    }
    Ok(())
}

struct Join<'a> {
    root: &'a str,
    /// The files that were met, with the references that lead to each.
    files: BTreeMap<String, String>,
    waiting: Vec<String>,
}

impl Join<'_> {
    /// Changes all references in a value of the file `from`.
    fn value(&mut self, value: &mut Value, from: &str) {
        match value {
            Value::Array(elements) => elements.iter_mut().for_each(|value| self.value(value, from)),
            Value::Object(object) => {
                for (key, value) in object {
                    match (key.as_str(), value) {
                        ("$ref", Value::String(reference)) => self.reference(reference, from),
                        ("discriminator", value) => self.mapping(value, from),
                        (_, value) => self.value(value, from),
                    }
                }
            }
            _ => {}
        }
    }

    /// A mapping holds references and bare names.
    fn mapping(&mut self, discriminator: &mut Value, from: &str) {
        let mapping = discriminator.get_mut("mapping").and_then(Value::as_object_mut);
        for reference in mapping.into_iter().flat_map(Map::values_mut) {
            if let Value::String(reference) = reference
                && (reference.contains('#') || reference.contains('.'))
            {
                self.reference(reference, from);
            }
        }
        self.value(discriminator, from);
    }

    fn reference(&mut self, reference: &mut String, from: &str) {
        let (address, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let Some(path) = path(address, from) else { return };
        if path == self.root {
            *reference = format!("#{fragment}");
            return;
        }
        let waiting = &mut self.waiting;
        let start = self.files.entry(path).or_insert_with_key(|path| {
            waiting.push(path.clone());
            let step = path.replace('~', "~0").replace('/', "~1").replace('%', "%25");
            format!("#/{FILES}/{step}")
        });
        *reference = format!("{start}{fragment}");
    }
}

/// The path from the folder of the root, if an address leads to a file in there.
fn path(address: &str, from: &str) -> Option<String> {
    if address.is_empty() {
        return Some(from.to_owned());
    }
    let address = percent_decode_str(address).decode_utf8().ok()?;
    if address.starts_with('/') || address.contains([':', '\\', '\0']) {
        return None;
    }
    let mut steps: Vec<&str> = from.split('/').collect();
    steps.pop();
    for step in address.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()?),
            step => steps.push(step),
        }
    }
    Some(steps.join("/"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::Document;

    #[test]
    fn references_lead_from_file_to_file_and_back() {
        let root = json!({
            "openapi": "3.0.3",
            "info": {"title": "t", "version": "1"},
            "paths": {"/pets": {"$ref": "paths/pets.yaml"}, "/out": {"get": {"responses": {}, "x": {"$ref": "../out.yaml"}}}},
            "components": {"schemas": {"Name": {"type": "string"}}}
        });
        let mut asked = Vec::new();
        let mut read = |path: &str| {
            asked.push(path.to_owned());
            Some(match path {
                "paths/pets.yaml" => "get:\n  operationId: listPets\n  responses:\n    '200':\n      description: Pets.\n      content: {application/json: {schema: {$ref: '../my%20types.json#/a%20pet'}}}\n".to_owned(),
                "my types.json" => "{\"a pet\": {\"properties\": {\"next\": {\"$ref\": \"#/a pet\"}, \"name\": {\"$ref\": \"api.yaml#/components/schemas/Name\"}}}}".to_owned(),
                _ => return None,
            })
        };
        let document = Document::split("pets", &root.to_string(), "api.yaml", &mut read).expect("it is right");
        assert_eq!(asked, ["paths/pets.yaml", "my types.json"], "and nothing above the folder");
        let operation = document.operation("listPets").expect("it is there");
        let schema = &operation.responses[0].content[0].schema;
        let (pet, at) = super::super::resolve(&document.root, schema, "").expect("it leads to a schema");
        assert_eq!(at, "/x-files/my types.json/a pet");
        let (name, at) = super::super::resolve(&document.root, &pet["properties"]["name"], "").expect("the root's");
        assert_eq!((name["type"].as_str(), at.as_str()), (Some("string"), "/components/schemas/Name"));
        assert!(super::super::resolve(&document.root, &pet["properties"]["next"], "").is_some());
    }
}
