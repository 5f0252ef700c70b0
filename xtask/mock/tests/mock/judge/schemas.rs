use serde_json::{Value, json};

use super::{ask, brief, judge};

const JSON: &[(&str, &str)] = &[("content-type", "application/json")];

fn body(schema: &Value, schemas: Value, value: &Value) -> super::Judgement {
    let operation = json!({"requestBody": {"required": true, "content": {"application/json": {"schema": schema}}}});
    ask(&judge(operation, schemas), "/things", JSON, value.to_string().as_bytes())
}

#[test]
fn every_keyword_is_held() {
    let object =
        json!({"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}, "b": {"type": "integer"}}});
    let cases = [
        (object.clone(), json!({"a": "x", "b": 1}), vec![]),
        (object.clone(), json!({}), vec!["body/a required"]),
        (object.clone(), json!({"a": 1, "b": "x"}), vec!["body/a type", "body/b type"]),
        (object.clone(), json!([]), vec!["body type"]),
        (object.clone(), json!({"a": null}), vec!["body/a type"]),
        (object, json!({"a": "x", "c": 1}), vec!["body/c unknown-property"]),
        (json!({"type": "integer", "format": "int32"}), json!(3_000_000_000_i64), vec!["body format"]),
        (json!({"type": "integer", "format": "int64"}), json!(10_000_000_000_000_000_000_u64), vec!["body format"]),
        (json!({"type": "integer", "format": "int64"}), json!(i64::MAX), vec![]),
        (json!({"type": "integer"}), json!(1.5), vec!["body type"]),
        (json!({"type": "number", "minimum": 1, "exclusiveMinimum": true}), json!(1), vec!["body exclusiveminimum"]),
        (json!({"type": "number", "minimum": 1, "exclusiveMinimum": false}), json!(1), vec![]),
        (json!({"type": "number", "multipleOf": 2}), json!(3), vec!["body multipleof"]),
        (json!({"type": "string", "format": "date-time"}), json!("2020-01-01"), vec!["body format"]),
        (json!({"type": "string", "format": "date-time"}), json!("2020-01-01T00:00:00.000Z"), vec![]),
        (json!({"type": "string", "format": "date"}), json!("2020-13-01"), vec!["body format"]),
        (json!({"type": "string", "format": "email"}), json!("nobody"), vec!["body format"]),
        (json!({"type": "string", "format": "uri"}), json!("not a uri"), vec!["body format"]),
        (json!({"type": "string", "format": "uuid"}), json!("1234"), vec!["body format"]),
        (json!({"type": "string", "format": "uuid"}), json!("934108e5-9fbf-4d24-8da1-c330328abd6c"), vec![]),
        (json!({"type": "string", "format": "byte"}), json!("%%"), vec!["body format"]),
        (json!({"type": "string", "format": "byte"}), json!("aGk="), vec![]),
        (json!({"type": "string", "format": "made-up"}), json!("x"), vec![]),
        (json!({"type": "string", "pattern": "^a+$"}), json!("b"), vec!["body pattern"]),
        (json!({"type": "string", "maxLength": 1}), json!("北京"), vec!["body maxlength"]),
        (
            json!({"type": "array", "items": {"type": "string"}, "uniqueItems": true}),
            json!(["a", "a"]),
            vec!["body uniqueitems"],
        ),
        (json!({"type": "array", "items": {"type": "string"}, "minItems": 1}), json!([]), vec!["body minitems"]),
        (
            json!({"type": "object", "additionalProperties": {"type": "integer"}}),
            json!({"x": "y"}),
            vec!["body/x type"],
        ),
        (
            json!({"type": "object", "properties": {"a": {}}, "additionalProperties": false}),
            json!({"b": 1}),
            vec!["body/b additionalproperties"],
        ),
        (json!({"type": "string", "nullable": true, "enum": ["a"]}), Value::Null, vec![]),
        (json!({"type": "string", "nullable": true, "enum": ["a"]}), json!("b"), vec!["body enum"]),
        (json!({"oneOf": [{"type": "string"}, {"type": "integer"}]}), json!(true), vec!["body oneof"]),
        (json!({"anyOf": [{"type": "string"}, {"type": "integer"}]}), json!(true), vec!["body anyof"]),
        (json!({"oneOf": [{"type": "number"}, {"type": "integer"}]}), json!(1), vec!["body oneof"]),
        (json!({"not": {"type": "string"}}), json!("x"), vec!["body not"]),
        (json!({}), json!({"anything": [1]}), vec![]),
    ];
    for (schema, value, expected) in cases {
        assert_eq!(brief(&body(&schema, json!({}), &value)), expected, "{schema} {value}");
    }
}

#[test]
fn a_reference_is_followed_and_may_lead_back() {
    let schemas = json!({
        "Node": {"type": "object", "required": ["name"], "properties": {
            "name": {"type": "string"}, "next": {"$ref": "#/components/schemas/Node"}, "tags": {"$ref": "#/components/schemas/Tags"}}},
        "Tags": {"type": "array", "items": {"$ref": "#/components/schemas/Tag~1%20Name"}},
        "Tag/ Name": {"type": "string", "enum": ["x"]}
    });
    let value = json!({"name": "a", "next": {"name": "b", "tags": ["x", "y"], "next": {"nam": 1}}});
    let judgement = body(&json!({"$ref": "#/components/schemas/Node"}), schemas, &value);
    let told: Vec<_> = judgement
        .violations
        .iter()
        .map(|it| (it.pointer.as_str(), it.stated_at.as_str(), it.message.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (
                "/next/next/nam",
                "/components/schemas/Node/properties",
                "`next` has no property `nam`; did you mean `name`?"
            ),
            ("/next/next/name", "/components/schemas/Node/required", "`name` is required and missing"),
            (
                "/next/tags/1",
                "/components/schemas/Tag~1 Name/enum",
                "element 1 of `tags` must be one of \"x\", and is \"y\""
            ),
        ]
    );
}

#[test]
fn all_of_one_of_and_any_of_know_their_properties_together() {
    let part = |name: &str| json!({"type": "object", "properties": {name: {"type": "integer"}}});
    for (keyword, value) in
        [("allOf", json!({"a": 1, "b": 2})), ("anyOf", json!({"a": 1, "b": 2})), ("oneOf", json!({"a": 1, "b": "x"}))]
    {
        let schema = json!({"type": "object", "properties": {"own": {}}, keyword: [part("a"), part("b")]});
        assert_eq!(brief(&body(&schema, json!({}), &value)), Vec::<String>::new(), "{keyword}");
        let unknown = json!({"c": 1, "a": 1, "b": if keyword == "oneOf" { json!("x") } else { json!(1) }});
        assert_eq!(brief(&body(&schema, json!({}), &unknown)), ["body/c unknown-property"], "{keyword}");
    }
    let free = json!({"anyOf": [part("a"), {"type": "object"}]});
    assert_eq!(brief(&body(&free, json!({}), &json!({"whatever": 1}))), Vec::<String>::new());
    let inside = json!({"type": "object", "additionalProperties": part("a")});
    assert_eq!(brief(&body(&inside, json!({}), &json!({"k": {"b": 1}}))), Vec::<String>::new());
}

#[test]
fn nullable_beside_all_of_takes_null_and_is_no_excuse_for_anything_else() {
    let schemas = json!({"A": {"type": "object", "required": ["x"], "properties": {"x": {"type": "integer"}}}});
    let schema = json!({"type": "object", "properties": {"a": {"nullable": true, "allOf": [{"$ref": "#/components/schemas/A"}]}}});
    assert_eq!(brief(&body(&schema, schemas.clone(), &json!({"a": null}))), Vec::<String>::new());
    let judgement = body(&schema, schemas, &json!({"a": {"x": "y"}}));
    assert_eq!(brief(&judgement), ["body/a/x type"]);
    assert_eq!(judgement.violations[0].stated_at, "/components/schemas/A/properties/x/type");
}

#[test]
fn read_only_properties_are_not_required_and_not_taken() {
    let schema = json!({"type": "object", "required": ["id", "name"], "properties": {
        "id": {"type": "string", "readOnly": true}, "name": {"type": "string", "writeOnly": true}}});
    assert_eq!(brief(&body(&schema, json!({}), &json!({"name": "x"}))), Vec::<String>::new());
    assert_eq!(brief(&body(&schema, json!({}), &json!({"name": "x", "id": "1"}))), ["body/id read-only"]);
}

#[test]
fn messages_name_the_limit_and_keep_secrets() {
    let schema = json!({"type": "object", "properties": {
        "page": {"type": "integer", "maximum": 50}, "password": {"type": "string", "maxLength": 3, "pattern": "^a$"},
        "kind": {"type": "string", "enum": ["Activated", "Suspended"]}, "text": {"type": "integer"}}});
    let long = "y".repeat(500);
    let judgement =
        body(&schema, json!({}), &json!({"page": 51, "password": "hunter2", "kind": "activated", "text": long}));
    let messages: Vec<_> = judgement.violations.iter().map(|it| it.message.as_str()).collect();
    assert_eq!(
        messages[..2],
        [
            "`kind` must be one of \"Activated\", \"Suspended\", and is \"activated\"; did you mean `Activated`?",
            "`page` must be at most 50, and is 51",
        ]
    );
    assert!(messages.iter().all(|message| !message.contains("hunter2") && message.len() < 200), "{messages:?}");
    assert!(messages.contains(&"`password` must have at most 3 characters, and has 7"), "{messages:?}");
}

#[test]
fn a_schema_that_is_none_is_told_and_not_passed_over() {
    let bad = json!({"type": "string", "pattern": "("});
    assert_eq!(brief(&body(&bad, json!({}), &json!("x"))), ["body schema"]);
    let nowhere = json!({"$ref": "#/components/schemas/Nobody"});
    assert_eq!(brief(&body(&nowhere, json!({}), &json!("x"))), ["body schema"]);
}
