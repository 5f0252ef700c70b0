use serde_json::json;

use super::judge;

#[test]
fn answers_are_held_to_status_media_type_and_schema() {
    let schema = json!({"type": "object", "required": ["id", "kind", "secret"], "properties": {
        "id": {"type": "string", "readOnly": true}, "kind": {"type": "string", "enum": ["a"]}, "secret": {"type": "string", "writeOnly": true}}});
    let judge = judge(
        json!({"responses": {
            "200": {"description": "", "content": {"application/json": {"schema": schema}}},
            "204": {"description": ""},
            "4XX": {"description": "", "content": {"text/plain": {"schema": {"type": "string", "minLength": 2}}}}}}),
        json!({}),
    );
    let operation = &judge.document().operations[0];
    let cases = [
        (200, "application/json", r#"{"id": "1", "kind": "a", "more": 1}"#, vec![]),
        (200, "application/json", r#"{"id": "1", "kind": "b"}"#, vec!["/kind enum"]),
        (200, "application/json", r#"{"kind": "a", "secret": "x"}"#, vec!["/id required", "/secret write-only"]),
        (200, "application/json", "", vec![" required"]),
        (200, "application/json", "{", vec![" syntax"]),
        (200, "text/html", "x", vec![" content-type"]),
        (204, "application/json", "", vec![]),
        (204, "application/json", "{}", vec![" unexpected-body"]),
        (404, "text/plain; charset=utf-8", "x", vec![" minLength"]),
        (500, "application/json", "{}", vec![" status"]),
    ];
    for (status, media_type, body, expected) in cases {
        let violations = judge.answer(operation, status, media_type, body.as_bytes());
        let told: Vec<String> = violations.iter().map(|it| format!("{} {}", it.pointer, it.rule)).collect();
        assert_eq!(told, expected, "{status} {body}");
    }
}
