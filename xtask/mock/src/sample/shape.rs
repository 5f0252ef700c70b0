//! What several schemas that apply to one value say together (`allOf`, references, a chosen branch).

use std::collections::BTreeSet;

use indexmap::IndexMap;
use serde_json::{Map, Number, Value};

use crate::document;

/// Schemas read as one. Only the branches of `oneOf` and `anyOf` are left open.
#[derive(Clone, Debug, Default)]
pub(super) struct Shape<'a> {
    /// The schemas that it was read from.
    pub(super) schemas: Vec<&'a Value>,
    /// The references that led here.
    pub(super) references: Vec<&'a str>,
    /// The type, where one is stated.
    pub(super) kind: Option<&'a str>,
    /// The values of `enum`.
    pub(super) values: Option<Vec<&'a Value>>,
    /// Values that the document shows: examples first, then defaults.
    pub(super) examples: Vec<&'a Value>,
    pub(super) read_only: bool,
    pub(super) write_only: bool,
    pub(super) format: Option<&'a str>,
    pub(super) patterns: Vec<&'a str>,
    /// The number of characters of a text.
    pub(super) length: Limits,
    /// The smallest number, and whether it is left out itself.
    pub(super) minimum: Option<(&'a Number, bool)>,
    /// The largest number, and whether it is left out itself.
    pub(super) maximum: Option<(&'a Number, bool)>,
    /// What a number is a multiple of.
    pub(super) steps: Vec<&'a Number>,
    /// The number of elements of a list.
    pub(super) count: Limits,
    pub(super) is_unique: bool,
    /// What every element of a list is.
    pub(super) items: Vec<&'a Value>,
    /// The number of properties of an object.
    pub(super) size: Limits,
    pub(super) properties: IndexMap<&'a str, Vec<&'a Value>>,
    pub(super) required: BTreeSet<&'a str>,
    pub(super) additional: Additional<'a>,
    /// The branches of each `oneOf` and `anyOf`.
    pub(super) choices: Vec<&'a Vec<Value>>,
    /// Whether only a look at the whole value tells if it fits: branches may overlap, and `not` forbids.
    pub(super) needs_proof: bool,
}

/// A number between two others, both allowed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Limits {
    pub(super) least: usize,
    pub(super) most: Option<usize>,
}

/// What other properties an object may have.
#[derive(Clone, Debug, Default)]
pub(super) enum Additional<'a> {
    /// Nothing is stated, so any.
    #[default]
    Unstated,
    /// Any, as the document says itself.
    Free,
    /// Such that fit all of these.
    Typed(Vec<&'a Value>),
    /// None.
    Forbidden,
}

/// How deep `allOf` and references may lead before they count as a circle.
const DEEPEST: usize = 64;

impl<'a> Shape<'a> {
    /// Reads schemas that all apply to one value.
    pub(super) fn read(root: &'a Value, schemas: &[&'a Value]) -> Self {
        let mut shape = Shape { schemas: schemas.to_vec(), ..Shape::default() };
        let mut closed = None;
        for schema in schemas {
            shape.add(root, schema, &mut closed, 0);
        }
        // `additionalProperties: false` also shuts out what the schemas beside it describe.
        if let Some(closed) = closed {
            shape.properties.retain(|name, _| closed.contains(name));
        }
        shape
    }

    /// The same with a branch of `oneOf` or `anyOf` decided for each choice.
    pub(super) fn with(&self, root: &'a Value, branches: &[&'a Value]) -> Self {
        let mut schemas = self.schemas.clone();
        schemas.extend(branches);
        let mut shape = Shape::read(root, &schemas);
        // These are decided; what stays open came with the branches.
        let decided = |choice: &&Vec<Value>| !self.choices.iter().any(|known| std::ptr::eq(*known, *choice));
        shape.choices.retain(decided);
        shape
    }

    /// The type that a value gets: the stated one, or the one that the other keywords are about.
    pub(super) fn likely_kind(&self) -> Option<&'a str> {
        self.kind.or_else(|| {
            let is_object = !self.properties.is_empty() || !self.required.is_empty() || self.size.is_stated();
            let is_object = is_object || !matches!(self.additional, Additional::Unstated);
            let is_list = !self.items.is_empty() || self.count.is_stated() || self.is_unique;
            let is_text = self.format.is_some() || !self.patterns.is_empty() || self.length.is_stated();
            let is_number = self.minimum.is_some() || self.maximum.is_some() || !self.steps.is_empty();
            let kinds = [(is_object, "object"), (is_list, "array"), (is_text, "string"), (is_number, "number")];
            kinds.into_iter().find_map(|(is, kind)| is.then_some(kind))
        })
    }

    fn add(&mut self, root: &'a Value, schema: &'a Value, closed: &mut Option<BTreeSet<&'a str>>, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            // Read once, a schema has said everything; that also ends a circle.
            if self.references.contains(&reference) {
                return;
            }
            self.references.push(reference);
            if let Some((target, _)) = document::resolve(root, schema, "") {
                self.add(root, target, closed, depth + 1);
            }
            return;
        }
        let Some(schema) = schema.as_object() else { return };
        self.add_words(schema);
        self.add_number(schema);
        self.add_object(schema, closed);
        self.items.extend(schema.get("items"));
        for branches in ["oneOf", "anyOf"].into_iter().filter_map(|key| schema.get(key)?.as_array()) {
            self.choices.push(branches);
            self.needs_proof = true;
        }
        self.needs_proof |= schema.contains_key("not");
        for part in schema.get("allOf").and_then(Value::as_array).into_iter().flatten() {
            self.add(root, part, closed, depth + 1);
        }
    }

    fn add_words(&mut self, schema: &'a Map<String, Value>) {
        let text = |key: &str| schema.get(key).and_then(Value::as_str);
        let is = |key: &str| schema.get(key) == Some(&Value::Bool(true));
        // Of `number` and `integer`, the narrower holds for both.
        self.kind = if text("type") == Some("integer") { text("type") } else { self.kind.or_else(|| text("type")) };
        self.format = self.format.or_else(|| text("format"));
        self.patterns.extend(text("pattern"));
        if let Some(values) = schema.get("enum").and_then(Value::as_array) {
            let known = self.values.take();
            let is_known = |value: &&Value| known.as_ref().is_none_or(|known| known.contains(value));
            self.values = Some(values.iter().filter(is_known).collect());
        }
        self.examples.extend(schema.get("example"));
        self.examples.extend(schema.get("default"));
        self.read_only |= is("readOnly");
        self.write_only |= is("writeOnly");
        self.is_unique |= is("uniqueItems");
        self.length.narrow(schema, "minLength", "maxLength");
        self.count.narrow(schema, "minItems", "maxItems");
        self.size.narrow(schema, "minProperties", "maxProperties");
    }

    fn add_number(&mut self, schema: &'a Map<String, Value>) {
        let bound = |key: &str, exclusive: &str| match schema.get(key) {
            Some(Value::Number(number)) => Some((number, schema.get(exclusive) == Some(&Value::Bool(true)))),
            _ => None,
        };
        let of = |bound: (&Number, bool)| bound.0.as_f64().unwrap_or_default();
        if let Some(new) = bound("minimum", "exclusiveMinimum") {
            let is_narrower = |old: (&Number, bool)| of(new) > of(old) || (of(new) >= of(old) && new.1);
            self.minimum = self.minimum.filter(|old| !is_narrower(*old)).or(Some(new));
        }
        if let Some(new) = bound("maximum", "exclusiveMaximum") {
            let is_narrower = |old: (&Number, bool)| of(new) < of(old) || (of(new) <= of(old) && new.1);
            self.maximum = self.maximum.filter(|old| !is_narrower(*old)).or(Some(new));
        }
        if let Some(Value::Number(step)) = schema.get("multipleOf") {
            self.steps.push(step);
        }
    }

    fn add_object(&mut self, schema: &'a Map<String, Value>, closed: &mut Option<BTreeSet<&'a str>>) {
        let properties = schema.get("properties").and_then(Value::as_object);
        for (name, property) in properties.into_iter().flatten() {
            self.properties.entry(name).or_default().push(property);
        }
        let required = schema.get("required").and_then(Value::as_array);
        self.required.extend(required.into_iter().flatten().filter_map(Value::as_str));
        match schema.get("additionalProperties") {
            Some(Value::Bool(false)) => {
                let own: BTreeSet<&str> = properties.into_iter().flatten().map(|(name, _)| name.as_str()).collect();
                let both = |closed: &BTreeSet<&'a str>| closed.intersection(&own).copied().collect();
                *closed = Some(closed.as_ref().map_or_else(|| own.clone(), both));
                self.additional = Additional::Forbidden;
            }
            Some(Value::Bool(true)) if matches!(self.additional, Additional::Unstated) => {
                self.additional = Additional::Free;
            }
            Some(typed @ Value::Object(_)) => match &mut self.additional {
                Additional::Forbidden => {}
                Additional::Typed(schemas) => schemas.push(typed),
                Additional::Unstated | Additional::Free => self.additional = Additional::Typed(vec![typed]),
            },
            _ => {}
        }
    }
}

impl Limits {
    /// The nearest number that is allowed.
    pub(super) fn clamp(self, number: usize) -> usize {
        number.max(self.least).min(self.most.unwrap_or(usize::MAX))
    }

    /// Whether a number is allowed.
    pub(super) fn contains(self, number: usize) -> bool {
        number >= self.least && self.most.is_none_or(|most| number <= most)
    }

    fn is_stated(self) -> bool {
        self.least > 0 || self.most.is_some()
    }

    fn narrow(&mut self, schema: &Map<String, Value>, least: &str, most: &str) {
        let stated = |key: &str| {
            let number = schema.get(key)?.as_f64()?;
            // A cast from a float never fails; what is too large becomes the largest.
            Some(number.max(0.0) as usize)
        };
        self.least = self.least.max(stated(least).unwrap_or_default());
        self.most = self.most.into_iter().chain(stated(most)).min();
    }
}
