//! Each keyword by itself: whatever the variant and the seed, the value fits.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use serde_json::{Value, json};

use super::fits::fits;
use super::{Sampler, Variant};
use crate::document::Document;

const FITTING: [Variant; 5] =
    [Variant::Example, Variant::Required, Variant::Full, Variant::Random, Variant::UnknownProperties];

fn document(schemas: &Value) -> Document {
    let root = json!({"openapi": "3.0.3", "paths": {}, "components": {"schemas": schemas}});
    Document::parse("test", &root.to_string()).unwrap()
}

fn values(schema: &Value, variant: Variant) -> Vec<Value> {
    let document = document(&json!({}));
    (0..60).map(|seed| Sampler::new(&document, variant, seed).value(schema)).collect()
}

/// A schema, of which every value fits.
#[track_caller]
fn assert_fits(schema: Value) {
    let is_closed = schema.get("additionalProperties") == Some(&json!(false));
    for variant in FITTING.into_iter().filter(|variant| !is_closed || *variant != Variant::UnknownProperties) {
        for value in values(&schema, variant) {
            assert!(fits(&Value::Null, &[&schema], &value), "{variant:?}: {value} of {schema}");
        }
    }
}

#[test]
fn texts_fit_their_lengths_and_reach_them() {
    assert_fits(json!({"type": "string", "minLength": 3, "maxLength": 5}));
    assert_fits(json!({"type": "string", "maxLength": 0}));
    assert_fits(json!({"type": "string", "minLength": 300}));
    let random = values(&json!({"type": "string", "minLength": 3, "maxLength": 5}), Variant::Random);
    let length = |value: &Value| value.as_str().unwrap().chars().count();
    assert!([3, 5].iter().all(|wanted| random.iter().any(|value| length(value) == *wanted)));
}

#[test]
fn texts_fit_their_patterns() {
    for pattern in ["^[a-z]{2,4}-\\d+$", "foo|bar", "^\\w+@\\w+\\.com$", "^(?=.*\\d)(?=.*[A-Z]).{8,}$", "^$", "[^\"]"] {
        assert_fits(json!({"type": "string", "pattern": pattern}));
    }
    assert_fits(json!({"type": "string", "pattern": "^[a-z]+$", "minLength": 3, "maxLength": 4}));
}

#[test]
fn texts_fit_their_formats() {
    for format in
        ["date-time", "date", "email", "hostname", "ipv4", "ipv6", "uri", "uuid", "byte", "binary", "password"]
    {
        assert_fits(json!({"type": "string", "format": format}));
    }
    assert_fits(json!({"type": "string", "format": "byte", "minLength": 20, "maxLength": 30}));
}

#[test]
fn numbers_fit_their_limits_and_reach_them() {
    let page = json!({"type": "integer", "format": "int64", "minimum": 1, "maximum": 50});
    let random = values(&page, Variant::Random);
    assert!(random.contains(&json!(1)) && random.contains(&json!(50)));
    assert_fits(page);
    assert_fits(json!({"type": "integer", "format": "int32"}));
    assert_fits(
        json!({"type": "integer", "minimum": -5, "exclusiveMinimum": true, "maximum": -3, "exclusiveMaximum": true}),
    );
    assert_fits(json!({"type": "integer", "multipleOf": 7, "minimum": 50, "maximum": 60}));
    assert_fits(json!({"type": "integer", "multipleOf": 2.5, "minimum": 1}));
    assert_fits(json!({"type": "number", "minimum": 0.1, "exclusiveMinimum": true, "maximum": 0.2}));
    assert_fits(json!({"type": "number", "minimum": 0.00001, "maximum": 0.00002}));
    assert_fits(json!({"type": "number", "multipleOf": 0.01, "minimum": -1, "maximum": 1}));
    let large = values(&json!({"type": "integer", "format": "int64"}), Variant::Full);
    assert!(large.iter().any(|number| number.as_i64() > Some(1 << 53)));
    assert!(large.iter().any(|number| number.as_i64() < Some(0)) && large.contains(&json!(0)));
}

#[test]
fn lists_fit_their_limits_and_have_no_twins() {
    assert_fits(json!({"type": "array", "items": {"type": "boolean"}, "minItems": 2, "maxItems": 50}));
    assert_fits(json!({"type": "array", "items": {"type": "string"}, "uniqueItems": true, "minItems": 5}));
    assert_fits(json!({"type": "array", "items": {"enum": ["a", "b", "c"]}, "uniqueItems": true, "minItems": 3}));
    let random = values(&json!({"type": "array", "items": {"type": "integer"}, "maxItems": 50}), Variant::Random);
    assert!([0, 1, 50].iter().all(|wanted| random.iter().any(|list| list.as_array().unwrap().len() == *wanted)));
}

#[test]
fn objects_fit_their_limits() {
    assert_fits(json!({"type": "object", "minProperties": 3}));
    assert_fits(
        json!({"properties": {"a": {"type": "string"}, "b": {}}, "minProperties": 1, "additionalProperties": false}),
    );
    assert_fits(json!({"type": "object", "required": ["unnamed"], "additionalProperties": {"type": "integer"}}));
    assert_fits(json!({"type": "object", "additionalProperties": {"type": "string"}, "maxProperties": 1}));
    assert_fits(json!({}));
}

#[test]
fn parts_are_merged_and_branches_chosen() {
    assert_fits(json!({"allOf": [
        {"type": "object", "required": ["a"], "properties": {"a": {"type": "string", "minLength": 4}}},
        {"properties": {"a": {"maxLength": 4}, "b": {"type": "integer"}}},
    ]}));
    assert_fits(json!({"oneOf": [
        {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}},
        {"type": "object", "required": ["id", "name"], "properties": {"id": {"type": "string"}, "name": {"type": "string"}}},
    ]}));
    assert_fits(json!({"oneOf": [{"type": "string"}, {"type": "integer"}, {"type": "array", "items": {}}]}));
    assert_fits(json!({"anyOf": [{"type": "string", "maxLength": 2}, {"type": "integer"}]}));
    assert_fits(json!({"type": "integer", "minimum": 0, "maximum": 3, "not": {"enum": [1]}}));
    assert_fits(json!({"type": "string", "nullable": true, "enum": ["a", null]}));
    let nullable = values(&json!({"type": "string", "nullable": true}), Variant::Random);
    assert!(nullable.contains(&Value::Null));
}

#[test]
fn schemas_that_lead_to_themselves_end() {
    let schemas = json!({
        "Tree": {"type": "object", "required": ["children"], "properties": {
            "children": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}},
            "parent": {"$ref": "#/components/schemas/Tree"},
        }},
        "Endless": {"type": "object", "required": ["next"], "properties": {
            "next": {"$ref": "#/components/schemas/Endless"},
        }},
        "Circle": {"allOf": [{"$ref": "#/components/schemas/Circle"}, {"$ref": "#/components/schemas/Circle"}]},
        "Nowhere": {"$ref": "#/components/schemas/None"},
    });
    let document = document(&schemas);
    for variant in FITTING {
        let made = |name: &str| {
            let schema = json!({"$ref": format!("#/components/schemas/{name}")});
            let value = Sampler::new(&document, variant, 1).value(&schema);
            (fits(&document.root, &[&schema], &value), value)
        };
        assert!(made("Tree").0, "{variant:?}: {}", made("Tree").1);
        assert!(made("Circle").0 && made("Nowhere").0);
        assert!(made("Endless").1.is_object());
    }
}

#[test]
fn examples_that_do_not_fit_are_passed_over() {
    let schema = json!({"type": "object", "properties": {
        "good": {"type": "string", "example": "as shown"},
        "bad": {"type": "integer", "example": "no number", "default": 12},
        "email": {"type": "string"},
    }});
    let value = values(&schema, Variant::Example).remove(0);
    assert_eq!(value, json!({"good": "as shown", "bad": 12, "email": "zhangsan@example.com"}));
}

#[test]
fn an_example_of_a_whole_object_gets_what_it_lacks() {
    let schema = json!({"properties": {"a": {"type": "string"}, "b": {"type": "boolean", "example": true}}, "example": {"a": "x"}});
    assert_eq!(values(&schema, Variant::Example)[0], json!({"a": "x", "b": true}));
}

#[test]
fn full_texts_differ_from_one_property_to_the_next() {
    let schema =
        json!({"properties": {"a": {"type": "string", "maxLength": 6}, "b": {"type": "string", "maxLength": 6}}});
    assert!(values(&schema, Variant::Full).iter().all(|value| value["a"] != value["b"]));
}

#[test]
fn wrong_values_are_where_they_should_be() {
    let schema = json!({"type": "object", "required": ["code", "data"], "properties": {
        "code": {"type": "integer"},
        "data": {"type": "object", "properties": {"a": {"enum": ["x"]}, "b": {"enum": [1, 2]}, "c": {"type": "string"}}},
    }});
    let unknown = values(&schema, Variant::UnknownEnumValues).remove(0);
    assert!(unknown["data"]["a"].as_str().unwrap().starts_with("unknown") && unknown["data"]["b"] == 3);
    let nulls: Vec<Value> = values(&schema, Variant::Nulls);
    assert!(nulls.iter().all(|value| value["code"].is_i64()));
    assert!(nulls[0]["data"].is_null() && !nulls[1]["data"]["a"].is_null() && nulls[1]["data"]["b"].is_null());
    let more = values(&schema, Variant::UnknownProperties).remove(0);
    assert_eq!((more.as_object().unwrap().len(), more["data"].as_object().unwrap().len()), (4, 5));
}

#[test]
fn what_is_known_is_kept_and_what_is_required_is_added() {
    let document = document(&json!({"Item": {"required": ["id"], "properties": {"id": {"type": "integer"}}}}));
    let schema = json!({"type": "object", "required": ["list", "text"], "properties": {
        "list": {"type": "array", "items": {"allOf": [{"$ref": "#/components/schemas/Item"}]}},
        "text": {"type": "string"},
        "none": {"type": "string"},
        "null": {"type": "string", "nullable": true},
        "one": {"oneOf": [{"type": "string"}, {"$ref": "#/components/schemas/Item"}]},
    }});
    let known =
        json!({"list": [{"id": 7}, {"mine": 1}], "text": null, "none": null, "null": null, "other": [], "one": {}});
    let whole = Sampler::new(&document, Variant::Required, 0).complete(&schema, known);
    let wanted =
        json!({"list": [{"id": 7}, {"mine": 1, "id": 1}], "text": "text", "null": null, "other": [], "one": {"id": 1}});
    assert_eq!(whole, wanted);
}

#[test]
fn requests_leave_out_what_is_read_only_and_answers_what_is_write_only() {
    let schema = json!({"type": "object", "required": ["id", "secret"], "properties": {
        "id": {"type": "string", "readOnly": true}, "secret": {"type": "string", "writeOnly": true},
    }});
    let content = json!({"text/plain": {"schema": {}}, "application/json": {"schema": schema}});
    let operation = json!({
        "operationId": "put",
        "parameters": [
            {"name": "x-token", "in": "header", "schema": {"type": "string"}},
            {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
            {"name": "ids", "in": "query", "explode": false, "schema": {"type": "array", "items": {"type": "string"}}},
        ],
        "requestBody": {"required": true, "content": content},
        "responses": {"200": {"description": "", "content": content}},
    });
    let root = json!({"openapi": "3.0.3", "paths": {"/{id}": {"put": operation}}});
    let document = Document::parse("test", &root.to_string()).unwrap();
    for (variant, seed) in FITTING.into_iter().flat_map(|variant| (0..30).map(move |seed| (variant, seed))) {
        let sampler = Sampler::new(&document, variant, seed);
        let (request, answer) = (sampler.request(&document.operations[0]), sampler.answer(&document.operations[0]));
        assert_eq!(request.media_type.as_deref(), Some("application/json"));
        assert!(request.body.unwrap().get("id").is_none() && answer.body.unwrap().get("secret").is_none());
        assert!(!matches!(request.path["id"].as_str().unwrap(), "" | "." | ".."));
        let header = request.headers.get("x-token").map(|value| value.as_str().unwrap());
        assert!(header.is_none_or(|text| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic())));
        let ids = request.query.get("ids").map(|value| value.as_array().unwrap());
        assert!(ids.is_none_or(|ids| !ids.is_empty() && ids.iter().all(|id| !id.as_str().unwrap().contains(','))));
    }
}
