use serde_json::{Value, json};

use super::{ask, brief, judge};

fn taking(media_type: &str, schema: Value) -> mock::judge::Judge {
    judge(json!({"requestBody": {"required": true, "content": {media_type: {"schema": schema}}}}), json!({}))
}

#[test]
fn presence_and_media_type_are_judged() {
    let object = taking("application/json", json!({"type": "object", "properties": {"a": {"type": "integer"}}}));
    let nothing = judge(json!({}), json!({}));
    let anything = taking("*/*", json!({}));
    let patch = taking("application/merge-patch+json", json!({"type": "object"}));
    let suffix = taking("application/*+json", json!({"type": "object"}));
    let json_type = ("content-type", "application/json");
    let cases = [
        (&object, vec![json_type], "{\"a\": 1}", vec![]),
        (&object, vec![("content-type", "Application/JSON; charset=utf-8")], "{}", vec![]),
        (&object, vec![json_type], "", vec!["body required"]),
        (&object, vec![], "{}", vec!["header/content-type content-type"]),
        (&object, vec![("content-type", "text/plain")], "{}", vec!["header/content-type content-type"]),
        (&object, vec![("content-type", "application/problem+json")], "{}", vec!["header/content-type content-type"]),
        (&object, vec![json_type], "{\"a\": }", vec!["body syntax"]),
        (&object, vec![json_type], "{} {}", vec!["body syntax"]),
        (&nothing, vec![json_type], "{}", vec!["body unexpected-body"]),
        (&nothing, vec![json_type], "", vec![]),
        (&anything, vec![("content-type", "image/png")], "x", vec![]),
        (&patch, vec![("content-type", "application/merge-patch+json")], "[]", vec!["body type"]),
        (&suffix, vec![("content-type", "application/vnd.x+json")], "[]", vec!["body type"]),
    ];
    for (judge, headers, body, expected) in cases {
        assert_eq!(brief(&ask(judge, "/things", &headers, body.as_bytes())), expected, "{headers:?} {body}");
    }
    let judgement = ask(&object, "/things", &[json_type], b"{\n  \"a\": }");
    assert_eq!(judgement.violations[0].message, "the body is not JSON: expected value at line 2 column 8");
}

#[test]
fn a_form_is_typed_as_a_query_is() {
    let schema = json!({"type": "object", "required": ["grant_type"], "properties": {
        "grant_type": {"type": "string", "enum": ["refresh_token"]}, "n": {"type": "integer"},
        "list": {"type": "array", "items": {"type": "integer"}}, "extra": {"type": "object", "properties": {"k": {"type": "boolean"}}}}});
    let media_type = "application/x-www-form-urlencoded";
    let judge = taking(media_type, schema);
    let headers = [("content-type", media_type)];
    let good = ask(&judge, "/things", &headers, b"grant_type=refresh_token&n=5&list=1&list=2&extra[k]=true");
    assert_eq!(brief(&good), Vec::<String>::new());
    assert_eq!(good.body, json!({"grant_type": "refresh_token", "n": 5, "list": [1, 2], "extra": {"k": true}}));
    let bad = ask(&judge, "/things", &headers, b"n=x&n=y&granttype=z");
    assert_eq!(
        brief(&bad),
        ["body/n repeated", "body/grant_type required", "body/granttype unknown-property", "body/n type"]
    );
}

#[test]
fn the_encoding_of_a_form_is_followed() {
    let media_type = "application/x-www-form-urlencoded";
    let content = json!({media_type: {
        "schema": {"type": "object", "properties": {"a": {"type": "array", "items": {"type": "integer"}}, "b": {"type": "object"}}},
        "encoding": {"a": {"style": "pipeDelimited", "explode": false}, "b": {"contentType": "application/json"}}}});
    let judge = judge(json!({"requestBody": {"content": content}}), json!({}));
    let judgement = ask(&judge, "/things", &[("content-type", media_type)], b"a=1|2&b=%7B%22x%22%3A1%7D");
    assert_eq!((judgement.body.clone(), brief(&judgement)), (json!({"a": [1, 2], "b": {"x": 1}}), vec![]));
}

fn multipart(parts: &[(&str, &str)]) -> String {
    let parts =
        parts.iter().map(|(head, body)| format!("--B\r\nContent-Disposition: form-data; {head}\r\n\r\n{body}\r\n"));
    parts.collect::<String>() + "--B--\r\n"
}

#[test]
fn the_parts_of_a_form_are_typed_and_files_are_counted() {
    let schema = json!({"type": "object", "required": ["file"], "properties": {
        "file": {"type": "string", "format": "binary"}, "n": {"type": "integer"}, "o": {"type": "object", "properties": {"x": {"type": "integer"}}},
        "files": {"type": "array", "items": {"type": "string", "format": "binary"}}}});
    let judge = taking("multipart/form-data", schema);
    let headers = [("content-type", "multipart/form-data; boundary=B")];
    let good = multipart(&[
        ("name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png", "\u{1}\u{2}\u{3}"),
        ("name=\"n\"", "5"),
        ("name=\"o\"", "{\"x\": 1}"),
        ("name=\"files\"; filename=\"b\"", "b"),
        ("name=\"files\"; filename=\"c\"", "cc"),
    ]);
    let judgement = ask(&judge, "/things", &headers, good.as_bytes());
    assert_eq!(brief(&judgement), Vec::<String>::new());
    assert_eq!(judgement.body["file"], json!({"length": 3, "mediaType": "image/png", "fileName": "a.png"}));
    assert_eq!((&judgement.body["n"], &judgement.body["o"]), (&json!(5), &json!({"x": 1})));
    assert_eq!(judgement.body["files"][1]["length"], 2);
    let bad = multipart(&[("name=\"n\"", "x"), ("name=\"o\"", "{"), ("name=\"fille\"", "y"), ("name=\"n\"", "1")]);
    let expected = [
        "body/o syntax",
        "body/n repeated",
        "body/file required",
        "body/fille unknown-property",
        "body/n type",
        "body/o type",
    ];
    assert_eq!(brief(&ask(&judge, "/things", &headers, bad.as_bytes())), expected);
    for broken in [&good[..good.len() - 60], "", "--B", "nothing", "--B\r\n\r\n\r\n"] {
        let judgement = ask(&judge, "/things", &headers, broken.as_bytes());
        assert!(!judgement.violations.is_empty(), "{broken}");
    }
    let without = ask(&judge, "/things", &[("content-type", "multipart/form-data")], good.as_bytes());
    assert_eq!(brief(&without), ["body syntax"]);
}

#[test]
fn texts_and_bytes_are_read() {
    let text = taking("text/plain", json!({"type": "string", "maxLength": 2}));
    let judgement = ask(&text, "/things", &[("content-type", "text/plain; charset=utf-8")], b"abc");
    assert_eq!((judgement.body.clone(), brief(&judgement)), (json!("abc"), vec!["body maxlength".to_owned()]));
    let bytes = taking("application/octet-stream", json!({"type": "string", "format": "binary", "maxLength": 1}));
    let judgement = ask(&bytes, "/things", &[("content-type", "application/octet-stream")], &[0, 255]);
    assert_eq!(brief(&judgement), Vec::<String>::new());
    assert_eq!(judgement.body, json!({"length": 2, "mediaType": "application/octet-stream"}));
}
