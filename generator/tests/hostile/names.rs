//! Names that are no names.

use std::collections::BTreeSet;

use generator::diagnostic::Rule;
use generator::file_tree::FileTree;
use serde_json::{Value, json};

use super::run::{files, run};

const NAMES: &[&str] = &[
    "../../x",
    "..",
    "/etc/passwd",
    "C:\\x",
    "CON",
    "con.txt",
    "NUL",
    "aux",
    "COM1",
    "LPT9",
    "mod",
    "lib",
    "main",
    "self",
    "r#type",
    "a\0b",
    "\0",
    "a\nb",
    "\r",
    "\u{202e}gpj.exe",
    "\u{200b}",
    "x\u{b2}",
    "\u{bd}",
    "\u{93e}a",
    "e\u{301}",
    "\u{130}",
    "\u{149}",
    "\u{1f468}\u{200d}\u{1f469}",
    "\"; evil(); \"",
    "{{ x }}",
    "*/",
    "#[cfg(a)]",
    "</script>",
    "`",
    " ",
    "$crate",
    "%2e%2e",
];

#[test]
fn names_of_anything_become_legal_names_and_paths() {
    for name in NAMES {
        check(&files(document(name).to_string()), name);
    }
}

#[test]
fn names_of_ten_thousand_characters_are_cut_or_refused() {
    for name in ["long_".repeat(2000), "用".repeat(10_000), "-".repeat(10_000)] {
        let values = json!({
            "openapi": "3.0.3",
            "info": {"title": name, "version": name},
            "tags": [{"name": name, "description": name}],
            "paths": {"/a": {"get": operation(&name), "put": operation(&format!("{name} other"))}},
            "components": {"schemas": {"A": {"type": "string", "title": name, "enum": [name, format!("{name}2"), "a"]}}},
        });
        check(&files(values.to_string()), &name);
        let ran = run(document(&name).to_string());
        assert!(ran.errors.iter().all(|rule| *rule == Rule::TooLarge) && !ran.errors.is_empty(), "{:?}", ran.errors);
    }
    let text = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n    ? ".to_owned();
    insta::assert_snapshot!(run(format!("{text}{}\n    : {{type: object}}\n", "long".repeat(2500))).said);
}

/// A document that has a name wherever it may choose one.
fn document(name: &str) -> Value {
    json!({
        "openapi": "3.0.3",
        "info": {"title": name, "version": name},
        "tags": [{"name": name}],
        "security": [{name: []}],
        "paths": {format!("/{name}/{{{name}}}"): {"get": operation(name)}},
        "components": {
            "securitySchemes": {name: {"type": "apiKey", "in": "header", "name": name}},
            "schemas": {
                name: {"type": "object", "properties": {name: {"type": "string", "enum": [name]}}},
                "Choice": {
                    "oneOf": [{"$ref": format!("#/components/schemas/{}", escaped(name))}, {"title": name, "type": "object", "properties": {"a": {}}}],
                    "discriminator": {"propertyName": name, "mapping": {name: format!("#/components/schemas/{}", escaped(name))}},
                },
            },
        },
    })
}

/// A name as it stands in a reference.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1").replace('%', "%25")
}

fn operation(name: &str) -> Value {
    json!({
        "operationId": name,
        "tags": [name],
        "parameters": [
            {"name": name, "in": "query", "schema": {"type": "string", "enum": [name]}},
            {"name": name, "in": "header", "schema": {"type": "object", "properties": {"a": {"type": "string"}}}},
        ],
        "responses": {"200": {"description": name, "headers": {"X": {"description": name, "schema": {}}}, "content": {"application/json": {
            "schema": {"type": "object", "properties": {"a": {"type": "string", "enum": [name]}}},
        }}}},
    })
}

fn check(files: &FileTree, name: &str) {
    let mut folded = BTreeSet::new();
    for (path, text) in files.iter() {
        assert!(path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/._-".contains(&byte)), "{name:?}: {path:?}");
        for part in path.split('/') {
            let stem = part.split('.').next().unwrap_or_default().to_ascii_uppercase();
            let is_numbered = stem.len() == 4 && (stem.starts_with("COM") || stem.starts_with("LPT"));
            let is_device = ["CON", "PRN", "AUX", "NUL"].contains(&stem.as_str()) || is_numbered;
            assert!(!is_device && !stem.is_empty() && part.len() <= 255, "{name:?}: {path:?}");
        }
        assert!(folded.insert(path.to_ascii_lowercase()), "{name:?}: {path}");
        if path.ends_with(".rs") {
            let fault = syn::parse_file(text).err();
            assert!(fault.is_none(), "{name:?}: {path}: {fault:?}");
        }
    }
}

/// `é` is one character or two, and the compiler takes both for the same name.
#[test]
fn names_that_are_one_when_composed_collide() {
    let (one, two) = ("Caf\u{e9}", "Cafe\u{301}");
    for schemas in [
        json!({one: {"type": "object"}, two: {"type": "object"}}),
        json!({"A": {"type": "object", "properties": {one: {}, two: {}}}}),
    ] {
        let ran = run(json!({"openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": {},
            "components": {"schemas": schemas}})
        .to_string());
        assert_eq!(ran.errors, [Rule::NameCollision], "{}", ran.said);
    }
    let mut paths = json!({});
    for (path, id) in [("/a", one), ("/b", two)] {
        paths[path] = json!({"get": {"operationId": id, "responses": {"200": {"description": "d"}}}});
    }
    let ran = run(json!({"openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": paths}).to_string());
    assert_eq!(ran.errors, [Rule::NameCollision], "{}", ran.said);
}

/// Values of an enum, tags and types that differ in nothing that a file system keeps apart.
#[test]
fn names_that_differ_by_case_or_composition_get_files_of_their_own() {
    let names = ["caf\u{e9}", "cafe\u{301}", "CAF\u{c9}"];
    let tags = ["tag", "TAG", "tA", "t_a"].into_iter().chain(names);
    let operation = |(index, tag)| {
        let operation =
            json!({"operationId": format!("get{index}"), "tags": [tag], "responses": {"200": {"description": "d"}}});
        (format!("/{index}"), json!({"get": operation}))
    };
    let paths: serde_json::Map<String, Value> = tags.enumerate().map(operation).collect();
    let document = json!({"openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": paths, "components": {"schemas": {
        "FooBar": {"type": "object"}, "FOOBAR": {"type": "object"}, "Foobar": {"type": "object"}, "FooBAR": {"type": "object"},
        "E": {"type": "string", "enum": names},
    }}});
    check(&files(document.to_string()), "names by case");
}
