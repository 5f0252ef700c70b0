//! Texts that would be code, Markdown, HTML, commands or escape sequences of what they are put into.

use generator::file_tree::FileTree;
use proc_macro2::{TokenStream, TokenTree};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};
use serde_json::{Value, json};

use super::run::{files, run, run_under};

const TEXTS: &[&str] = &[
    "*/ */ /*",
    "\"# \"## r#\"",
    "{{ 7 * 7 }}{% raw %}{# x #}",
    "</script><script>alert(1)</script>",
    "--> <!-- <img src=x onerror=alert(1)>",
    "]]> <?x ?> <!DOCTYPE x>",
    "&lt;b&gt; &#60;b&#62;",
    "a\u{202e}b\u{2066}c\u{2069}",
    "a\0b",
    "a\u{1b}[31mb\u{9b}31m",
    "a\rb",
    "a\u{2028}pub fn evil() {}\u{2029}\u{85}",
    "a\npub fn evil() {}\n#![cfg(a)]",
    "```\nlet x\n```\n```rust\nfn evil() {}\n```",
    "```rust\nfn evil() {}",
    "~~~rust\nfn evil() {}\n```\n<img src=x onerror=alert(1)>\n~~~\n<img src=x>\n```",
    "````\n```rust\nfn evil() {}\n````\n<b>",
    "- a\n  ```rust\n  fn evil() {}\n  ```\n> ~~~rust\n> fn evil() {}",
    "    fn evil() {}\n\tfn evil() {}",
    "[a](javascript:alert(1)) <javascript:alert(1)> [b]: javascript:alert(1)",
    "[a](https://a.example \"x\" onclick=alert(1)) ![a](https://a.example/\"onerror=alert(1))",
    "# a {onclick=alert(1)}\na {onclick=alert(1)}\n===\n# b {onclick=alert(1)} #",
    "{{#include /etc/passwd}} \\{{#include /etc/passwd}} {{#rustdoc_include x}}",
    "`",
    "``` ` `` <b>`",
    "\\` <b> \\\\",
    "|a|b|\n|---|---|\n|<b>|`|`|",
    "'; rm -rf / #' $(rm -rf /) `rm -rf /`",
    "@generated",
    "\\",
    "\"; nasty(); \"",
];

#[test]
fn texts_stay_texts() {
    for text in TEXTS {
        check(&files(document(text).to_string()), text);
        let long = format!("{}{text} {}", "long ".repeat(21), "and on ".repeat(30));
        check(&files(document(&long).to_string()), &long);
        let flat = text.replace('\n', " ");
        let long = format!("{}{flat} {}", "long ".repeat(20), "and on ".repeat(30));
        check(&files(document(&long).to_string()), &long);
    }
}

/// Backticks that a long line might begin with when it is broken.
#[test]
fn no_broken_line_begins_a_block_of_code() {
    for ticks in ["```", "````", "~~~", "~~~~~"] {
        for indent in 0..120 {
            let text =
                format!("{} {ticks} rust fn evil() {{}} {} {ticks} end", "a".repeat(indent), "let b = 1; ".repeat(20));
            let code = format!("```text\n{text}\n```\n{text}");
            for text in [text, code] {
                let described = json!({"openapi": "3.0.3", "info": {"title": "t", "version": "1", "description": text}, "paths": {},
                    "components": {"schemas": {"A": {"description": text, "type": "object"}}}});
                check(&files(described.to_string()), &text);
            }
        }
    }
}

/// A text of an overlay goes the same way as one of the document.
#[test]
fn texts_of_overlays_stay_texts() {
    for text in TEXTS {
        let overlay = json!({"overlay": "1.0.0", "info": {"title": text, "version": text}, "actions": [
            {"target": "$.info", "description": text, "update": {"title": text, "version": text, "description": text}},
            {"target": "$.paths['/a'].get", "update": {"summary": text, "description": text}},
        ]});
        let ran = run_under(document("plain").to_string(), Some(&overlay.to_string()));
        check(ran.files.as_ref().expect(&ran.said), text);
    }
}

#[test]
fn messages_have_no_escape_sequences() {
    let evil = "a\u{1b}[31m\u{9b}31m\u{202e}\u{7}\r\u{8}b";
    let documents = [
        json!({"openapi": evil}),
        json!({"swagger": evil}),
        json!({"openapi": "3.0.3", "info": evil, evil: 1, "paths": {evil: {"get": {"operationId": evil, "responses": {evil: evil}}}}}),
        json!({"openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": {"/a": {evil: {}, "get": {
            "operationId": evil, "x-related-operations": [evil],
            "parameters": [{"name": evil, "in": "path", "required": true, "schema": {"$ref": evil}}],
            "requestBody": {"content": {evil: {"schema": {"$ref": format!("#/components/schemas/{evil}")}}}},
            "responses": {"200": {"$ref": format!("#/{evil}")}},
        }, "put": {"operationId": evil, "responses": {}}}},
            "components": {"schemas": {"A": {"type": evil}, format!("{evil} a"): {"type": "object"}, format!("{evil}-a"): {}}}}),
    ];
    let bad = "a\": \u{1b}[31m\"\nb: [";
    for text in
        documents.iter().map(Value::to_string).chain([bad.to_owned(), format!("{{\"{evil}\": 1, \"{evil}\": 2")])
    {
        let said = run(text).said;
        let harmful = said.chars().find(|c| c.is_control() && *c != '\n' || ('\u{202a}'..='\u{202e}').contains(c));
        assert_eq!(harmful, None, "{said:?}");
    }
}

/// A document that has a text wherever one may stand.
fn document(text: &str) -> Value {
    let schema = json!({"title": text, "description": text, "type": "object", "properties": {
        "a": {"title": text, "description": text, "type": "string", "default": text, "example": text, "pattern": text},
        text: {"type": "string", "enum": [text, "b"], "x-enumDescriptions": {text: text, "b": text}, "description": text},
        "c": {"type": "object", "additionalProperties": {"type": "string", "description": text}, "example": {text: text}},
        "d": {"oneOf": [{"title": text, "type": "string"}, {"type": "boolean", "description": text}]},
    }});
    let tagged = json!({"oneOf": [{"$ref": "#/components/schemas/A"}],
        "discriminator": {"propertyName": text, "mapping": {text: "#/components/schemas/A"}}});
    let operation = |id: &str| {
        json!({
            "operationId": id, "tags": [text], "summary": text, "description": text, "deprecated": true,
            "x-search-terms": [text], "x-related-operations": ["GET /a"],
            "x-codeSamples": [{"lang": text, "label": text, "source": text}], "x-authing-code-samples": {text: text},
            "parameters": [
                {"name": "q", "in": "query", "description": text, "example": text, "schema": {"type": "string", "default": text}},
                {"name": text, "in": "header", "description": text, "example": text, "schema": {"type": "string"}},
                {"name": "c", "in": "cookie", "description": text, "example": text, "schema": {"type": "string"}},
            ],
            "requestBody": {"description": text, "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/A"}, "example": {"a": text, text: text}}}},
            "responses": {"200": {"description": text, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/T"}, "example": text}}},
                "400": {"description": text, "headers": {text: {"description": text, "schema": {}}}}},
            "security": [{text: []}],
        })
    };
    let bytes = json!({"operationId": "bytes", "responses": {"200": {"description": text, "content": {text: {}}}},
        "requestBody": {"content": {format!("a/b{text}"): {"schema": {"type": "string", "format": "binary"}}}}});
    json!({
        "openapi": "3.0.3",
        "info": {"title": text, "version": text, "description": text},
        "servers": [{"url": format!("https://{text}/{{v}}"), "description": text, "variables": {"v": {"default": text}}}],
        "tags": [{"name": text, "description": text}],
        "paths": {"/a": {"get": operation("a"), "put": operation(text), "post": bytes}, format!("/{text}/{{x}}"): {"get": {"responses": {}}}},
        "components": {
            "schemas": {"A": schema, "T": tagged, text: {"type": "string", "description": text}},
            "securitySchemes": {text: {"type": "http", "scheme": text, "description": text}},
        },
    })
}

fn check(files: &FileTree, of: &str) {
    for (path, text) in files.iter() {
        let is_harmful = |c: char| {
            c.is_control() && c != '\n' && c != '\t'
                || ('\u{202a}'..='\u{202e}').contains(&c)
                || ('\u{2066}'..='\u{2069}').contains(&c)
        };
        let harmful = text.chars().find(|c| is_harmful(*c));
        assert_eq!(harmful, None, "{of:?}: {path}:\n{text}");
        match path.rsplit('.').next() {
            Some("rs") => {
                let fault = syn::parse_file(text).err();
                assert!(fault.is_none(), "{of:?}: {path}: {fault:?}\n{text}");
                assert!(!has_evil(text.parse().expect("it is Rust")), "{of:?}: {path}:\n{text}");
                docs(text).iter().for_each(|docs| markdown(docs, path, of));
            }
            Some("toml") => {
                let manifest: Result<Value, _> = basic_toml::from_str(text);
                assert!(manifest.is_ok(), "{of:?}: {path}: {manifest:?}\n{text}");
            }
            Some("md") => markdown(text, path, of),
            _ => {}
        }
    }
}

/// The comments of documentation in a file, those of one thing together.
fn docs(text: &str) -> Vec<String> {
    let mut docs = vec![Vec::new()];
    for line in text.lines().map(str::trim_start) {
        match (line.strip_prefix("///").or(line.strip_prefix("//!")), docs.last_mut()) {
            (Some(line), Some(last)) => last.push(line.strip_prefix(' ').unwrap_or(line)),
            _ => docs.push(Vec::new()),
        }
    }
    docs.into_iter().filter(|lines| !lines.is_empty()).map(|lines| lines.join("\n")).collect()
}

/// Whether there is a function that only a text has named.
fn has_evil(tokens: TokenStream) -> bool {
    let mut after_fn = false;
    tokens.into_iter().any(|token| {
        let is_evil = after_fn && token.to_string() == "evil";
        after_fn = matches!(&token, TokenTree::Ident(name) if name == "fn");
        is_evil || matches!(token, TokenTree::Group(group) if has_evil(group.stream()))
    })
}

/// Nothing but what the generator itself writes is HTML, a command or a test.
fn markdown(text: &str, path: &str, of: &str) {
    let ours = ["<br>", "<div class=\"tabs\">", "</div>", "</span>"];
    let said = || format!("{of:?}: {path}:\n{text}");
    // Code holds what it likes, and the book's own manifest keeps mdBook from looking for commands in it.
    for event in Parser::new_ext(text, Options::all()) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => {
                let html = html.trim();
                let is_ours = ours.contains(&html)
                    || html.starts_with("<!-- @generated by") && html.matches("-->").count() == 1
                    || html
                        .strip_prefix("<span id=\"")
                        .and_then(|rest| rest.strip_suffix("\">"))
                        .is_some_and(|id| id.chars().all(char::is_alphanumeric));
                assert!(is_ours, "{html}\n{}", said());
            }
            Event::Start(Tag::Heading { id, attrs, classes, .. }) => {
                assert!(
                    attrs.is_empty() && classes.is_empty() && id.is_none_or(|id| id.chars().all(char::is_alphanumeric)),
                    "{}",
                    said()
                );
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                let language = match kind {
                    CodeBlockKind::Fenced(language) => language,
                    CodeBlockKind::Indented => "".into(),
                };
                // The book shows Rust, and `rustdoc` would run it in the crate.
                let is_test = path.ends_with(".rs") && ["", "rust"].contains(&&*language) || language.is_empty();
                assert!(!is_test, "{}", said());
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                assert!(!dest_url.to_ascii_lowercase().contains("javascript:"), "{}", said());
            }
            _ => {}
        }
    }
}
