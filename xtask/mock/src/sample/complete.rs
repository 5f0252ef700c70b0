//! Values that are known in part.

use serde_json::{Map, Value};

use super::dice::Dice;
use super::fits::fits;
use super::maker::{Maker, Place, Spot};
use super::object;
use super::shape::Shape;

/// Which properties are added to a known object.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Adds {
    Required,
    Described,
}

impl<'a> Maker<'a> {
    /// What is known, with what is required.
    pub(super) fn complete<'v>(&self, schema: &'v Value, known: Value) -> Value
    where
        'a: 'v,
    {
        let maker: &Maker<'v> = self;
        let spot = Spot::top(Dice::new(self.seed, "complete"), "", Place::Body);
        maker.completed(&Shape::read(maker.root, &[schema]), spot, known, Adds::Required)
    }

    /// An example with everything that is described, if it still fits then.
    pub(super) fn described(&self, shape: &Shape<'a>, spot: Spot<'a>, example: Value) -> Value {
        let whole = self.completed(shape, spot, example.clone(), Adds::Described);
        if fits(self.root, &shape.schemas, &whole) { whole } else { example }
    }

    fn completed(&self, shape: &Shape<'a>, spot: Spot<'a>, known: Value, adds: Adds) -> Value {
        let shape = &self.recognized(shape, &known);
        match known {
            Value::Null if !fits(self.root, &shape.schemas, &Value::Null) => self.made(shape, spot),
            Value::Array(elements) => {
                let inner = Shape::read(self.root, &shape.items);
                let complete = |(index, element)| self.completed(&inner, spot.element(index), element, adds);
                Value::Array(elements.into_iter().enumerate().map(complete).collect())
            }
            Value::Object(members) => self.completed_object(shape, &spot, members, adds),
            other => other,
        }
    }

    fn completed_object(&self, shape: &Shape<'a>, spot: &Spot<'a>, known: Map<String, Value>, adds: Adds) -> Value {
        let mut members = Map::new();
        for (name, value) in known {
            let described = shape.properties.get_key_value(name.as_str());
            let schemas = object::schemas(shape, &name);
            let inner = Shape::read(self.root, schemas);
            if value.is_null() && !fits(self.root, schemas, &Value::Null) {
                continue;
            }
            if adds == Adds::Described && !object::travels(self, &inner) {
                continue;
            }
            let spot = spot.property(described.map_or("", |(name, _)| *name));
            members.insert(name, self.completed(&inner, spot, value, adds));
        }
        for name in object::names(shape) {
            let is_wanted = adds == Adds::Described || shape.required.contains(name);
            if is_wanted && !members.contains_key(name) {
                members.extend(object::member(self, shape, spot, name).map(|value| (name.to_owned(), value)));
            }
        }
        Value::Object(members)
    }

    /// The shape with the branches that the known value looks most like.
    fn recognized(&self, shape: &Shape<'a>, known: &Value) -> Shape<'a> {
        let likeness = |branch: &Value| {
            let shape = Shape::read(self.root, &[branch]);
            let members = known.as_object();
            let lacks = shape.required.iter().filter(|name| members.is_some_and(|it| !it.contains_key(**name))).count();
            let has = members.into_iter().flatten().filter(|(name, _)| shape.properties.contains_key(name.as_str()));
            let is_kind = shape.likely_kind().is_none_or(|kind| kind == kind_of(known));
            (fits(self.root, &[branch], known), is_kind, has.count(), std::cmp::Reverse(lacks))
        };
        // The last of the largest is found, and the first should win.
        let most_like = |choice: &&'a Vec<Value>| choice.iter().rev().max_by_key(|branch| likeness(branch));
        let branches: Vec<&Value> = shape.choices.iter().filter_map(most_like).collect();
        if branches.is_empty() { shape.clone() } else { shape.with(self.root, &branches) }
    }
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
