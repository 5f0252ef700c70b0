//! A vendor's document as facts: names, paths, types, limits. What people read is left out, and so is what only tools of the
//! vendor read.
//!
//! The maps of a document have no order, and lists such as `required` neither; so two documents that say the same have the same
//! normal form, but for the order of what has a name. That is kept until it is written: it says where something new belongs.

mod kind;
mod security;

use generator::settings::UpstreamSettings;
use serde_yaml::{Mapping, Value};

use kind::{Child, Kind};

/// The facts of a document that was checked, read as its vendor means them.
pub(crate) fn facts(document: Value, habits: &UpstreamSettings) -> Value {
    let mut facts = object(document, Kind::Document);
    if habits.joint_security {
        security::join(&mut facts);
    }
    facts
}

/// What is written of a vendor's document: everything that has a name stands in the order of names.
pub(crate) fn in_order(facts: Value) -> Value {
    ordered(facts, Kind::Document)
}

fn object(value: Value, kind: Kind) -> Value {
    let Value::Mapping(mut given) = value else { return value };
    if let Some(reference @ Value::String(_)) = given.get("$ref") {
        return Value::Mapping(Mapping::from_iter([("$ref".into(), reference.clone())]));
    }
    let mut facts = Mapping::new();
    for field in kind.fields() {
        let value = given.shift_remove(field.key);
        if let Some(value) = value.filter(|value| !field.says_nothing(value)) {
            facts.insert(field.key.into(), child(value, field.child));
        }
    }
    // What is not known here may still be a fact.
    for (key, value) in given {
        if is_fact(&key, &value, kind) {
            facts.insert(key, value);
        }
    }
    if kind == Kind::Response {
        // OpenAPI asks for a text.
        let text = if facts.contains_key("content") { "The answer." } else { "Done. No content is described." };
        let rest = std::mem::take(&mut facts);
        facts.insert("description".into(), text.into());
        facts.extend(rest);
    }
    Value::Mapping(facts)
}

fn child(value: Value, child: Child) -> Value {
    match (child, value) {
        (Child::One(kind), value) => object(value, kind),
        (Child::Each(kind), Value::Mapping(named)) => {
            Value::Mapping(named.into_iter().map(|(name, value)| (name_of(name), object(value, kind))).collect())
        }
        (Child::List(kind), Value::Sequence(list)) => {
            Value::Sequence(list.into_iter().map(|value| object(value, kind)).collect())
        }
        (Child::Set, Value::Sequence(mut list)) if list.iter().all(Value::is_string) => {
            list.sort_by(|one, other| one.as_str().cmp(&other.as_str()));
            Value::Sequence(list)
        }
        (_, value) => value,
    }
}

/// A name as a text: YAML takes `200:` for a number.
fn name_of(key: Value) -> Value {
    match key {
        Value::Number(number) => number.to_string().into(),
        Value::Bool(flag) => flag.to_string().into(),
        key => key,
    }
}

/// An extension is a fact when it is a flag or a number; texts, and what holds them, are for people or tools.
fn is_fact(key: &Value, value: &Value, kind: Kind) -> bool {
    match key.as_str() {
        Some(key) if key.starts_with("x-") => value.is_bool() || value.is_number(),
        Some(key) => !kind.is_prose(key),
        None => true,
    }
}

fn ordered(value: Value, kind: Kind) -> Value {
    let Value::Mapping(given) = value else { return value };
    let fields = kind.fields();
    let of = |key: &Value| fields.iter().find(|field| Some(field.key) == key.as_str()).map(|field| field.child);
    let order = |(key, value): (Value, Value)| {
        let value = match (of(&key), value) {
            (Some(Child::One(kind)), value) => ordered(value, kind),
            (Some(Child::Each(kind)), Value::Mapping(named)) => {
                let mut named: Vec<_> = named.into_iter().map(|(name, value)| (name, ordered(value, kind))).collect();
                named.sort_by(|one, other| one.0.as_str().cmp(&other.0.as_str()));
                Value::Mapping(named.into_iter().collect())
            }
            (Some(Child::List(kind)), Value::Sequence(list)) => {
                Value::Sequence(list.into_iter().map(|value| ordered(value, kind)).collect())
            }
            (_, value) => value,
        };
        (key, value)
    };
    Value::Mapping(given.into_iter().map(order).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn normal(text: &str) -> Result<String, serde_yaml::Error> {
        let habits = UpstreamSettings { joint_security: true, ..UpstreamSettings::default() };
        let facts = in_order(facts(serde_yaml::from_str(text)?, &habits));
        Ok(super::super::text::block(&facts))
    }

    #[test]
    fn a_status_is_a_name() -> Result<(), serde_yaml::Error> {
        let normal = normal("paths: {/a: {get: {responses: {200: {}}}}}")?;
        assert!(normal.contains("        '200':\n"), "{normal}");
        Ok(())
    }

    #[test]
    fn prose_is_left_out_and_properties_named_like_prose_stay() -> Result<(), serde_yaml::Error> {
        let document = r##"
            {"paths": {"/b": {"get": {"summary": "说明", "description": "x", "x-code": {"go": "x"}, "x-hidden": true,
              "responses": {"200": {"description": "好", "content": {"application/json": {"schema":
                {"$ref": "#/components/schemas/A", "description": "x"}, "example": {"a": 1}}}}, "204": {"description": ""}},
              "operationId": "b", "parameters": [], "deprecated": false, "security": [], "tags": ["甲"]}}, "/a": {"get": {"security": [{"key": []}, {"bearer": []}]}}},
             "components": {"schemas": {"A": {"required": ["title", "description"], "title": "x", "example": {"title": 1},
               "properties": {"title": {"description": "x", "type": "string", "enum": ["b", "a"]},
                 "description": {"type": "string", "default": {"description": "kept"}}}, "type": "object"}}},
             "tags": [{"name": "甲", "description": "x"}], "x-tagGroups": [],
             "info": {"version": "1", "title": "T", "description": "x"}, "openapi": "3.0.0"}"##;
        insta::assert_snapshot!(normal(document)?, @r"
        openapi: '3.0.0'
        info:
          title: T
          version: '1'
        paths:
          /a:
            get:
              security:
                - key: []
                  bearer: []
          /b:
            get:
              tags:
                - 甲
              operationId: b
              security: []
              responses:
                '200':
                  description: The answer.
                  content:
                    application/json:
                      schema:
                        $ref: '#/components/schemas/A'
                '204':
                  description: Done. No content is described.
              x-hidden: true
        components:
          schemas:
            A:
              type: object
              required:
                - description
                - title
              properties:
                description:
                  type: string
                  default:
                    description: kept
                title:
                  type: string
                  enum:
                    - b
                    - a
        ");
        Ok(())
    }
}
