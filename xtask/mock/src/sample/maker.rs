//! The walk from a schema to a value.

use std::cell::Cell;

use rand::RngExt;
use rand::seq::SliceRandom;
use serde_json::{Value, json};

use super::dice::Dice;
use super::fits::fits;
use super::shape::Shape;
use super::{Variant, free, list, number, object, text};

/// Which way a value travels.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Side {
    /// To the server: without what is only read.
    Request,
    /// From the server: without what is only written.
    Answer,
    /// Unknown: with everything.
    Either,
}

/// What the place of a value can carry.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Place {
    /// JSON: everything.
    Body,
    /// A query or a form: any text, but neither null nor an empty list.
    Query,
    /// A path's variable: as in a query, but not empty, and no step of its own (`.`, `..`).
    Path,
    /// A header: visible ASCII.
    Header,
    /// An element between commas or the like, or a cookie: letters, digits and little else.
    Word,
}

/// Makes the parts of one value.
#[derive(Debug)]
pub(super) struct Maker<'a> {
    pub(super) root: &'a Value,
    pub(super) variant: Variant,
    pub(super) seed: u64,
    pub(super) side: Side,
    /// How many parts may still be made before only what is required is.
    left: Cell<u32>,
}

/// Where in a value a part stands.
#[derive(Clone, Debug)]
pub(super) struct Spot<'a> {
    pub(super) dice: Dice,
    /// The nearest property's name; a list's elements have the list's.
    pub(super) name: &'a str,
    pub(super) place: Place,
    pub(super) depth: usize,
    /// The references on the way from the top.
    entered: Vec<&'a str>,
}

/// How often a reference may stand on the way to a part.
const MOST_ENTRIES: usize = 2;
/// How many parts a value has at most, unless more are required.
const MOST_PARTS: u32 = 50_000;
/// Where a value ends that can have no end, because what it requires requires it.
const DEEPEST: usize = 48;

impl<'a> Maker<'a> {
    pub(super) fn new(root: &'a Value, variant: Variant, seed: u64, side: Side) -> Self {
        // A request must fit, so what is meant for answers has no meaning there.
        let is_for_answers = side == Side::Request && !matches!(variant, Variant::Example | Variant::Required);
        let variant = if is_for_answers && variant != Variant::Random { Variant::Full } else { variant };
        Maker { root, variant, seed, side, left: Cell::new(MOST_PARTS) }
    }

    /// A whole value; `shown` is the example beside its schema.
    pub(super) fn whole<'v>(&self, schema: &'v Value, shown: Option<&'v Value>, spot: Spot<'v>) -> Value
    where
        'a: 'v,
    {
        let maker: &Maker<'v> = self;
        maker.left.set(MOST_PARTS);
        let mut shape = Shape::read(maker.root, &[schema]);
        shape.examples.splice(0..0, shown);
        maker.made(&shape, spot)
    }

    /// A value of a shape.
    pub(super) fn made(&self, shape: &Shape<'a>, spot: Spot<'a>) -> Value {
        let spot = spot.enter(shape);
        self.left.set(self.left.get().saturating_sub(1));
        if spot.depth > DEEPEST {
            return Value::Null;
        }
        if self.variant == Variant::Example {
            let is_usable = |example: &&&Value| spot.place.carries(example) && fits(self.root, &shape.schemas, example);
            if let Some(example) = shape.examples.iter().find(is_usable) {
                return self.described(shape, spot, (*example).clone());
            }
        }
        if self.variant == Variant::Random && spot.place == Place::Body {
            let is_null = spot.dice.child("null").throw().random_bool(0.2);
            if is_null && fits(self.root, &shape.schemas, &Value::Null) {
                return Value::Null;
            }
        }
        if shape.needs_proof { self.proven(shape, &spot) } else { self.built(shape, &spot) }
    }

    /// A maker whose values differ from one place to the next.
    pub(super) fn varied(&self) -> Self {
        let variant = match self.variant {
            Variant::Example | Variant::Required => Variant::Full,
            variant => variant,
        };
        self.with(variant)
    }

    fn with(&self, variant: Variant) -> Self {
        Maker { variant, left: self.left.clone(), ..*self }
    }

    /// Whether an optional part must be left out, because the value would have no end or be too large.
    pub(super) fn is_cut(&self, shape: &Shape<'a>, spot: &Spot<'a>) -> bool {
        let entries = |reference: &&str| spot.entered.iter().filter(|entered| *entered == reference).count();
        self.left.get() == 0 || shape.references.iter().any(|reference| entries(reference) >= MOST_ENTRIES)
    }

    /// Tries the branches until the value fits as a whole. What fits no better is made of the first ones.
    fn proven(&self, shape: &Shape<'a>, spot: &Spot<'a>) -> Value {
        // What is wrong on purpose fits nothing, so the branches are tried with values that are not.
        let variant = match self.variant {
            Variant::UnknownProperties | Variant::UnknownEnumValues | Variant::Nulls => Variant::Full,
            variant => variant,
        };
        let trial = self.with(variant);
        let attempts = shape.choices.iter().map(|branches| branches.len()).product::<usize>().clamp(8, 64);
        let late = trial.varied();
        let mut first = None;
        for attempt in 0..attempts {
            let shape_of_branch = self.decided(shape, spot, attempt);
            let spot = Spot { dice: spot.dice.child(&format!("attempt {attempt}")), ..spot.clone() };
            // Plain values do not differ from one attempt to the next.
            let is_late = attempt * 2 >= attempts;
            let value = if is_late { &late } else { &trial }.built(&shape_of_branch, &spot);
            if fits(self.root, &shape.schemas, &value) {
                return if variant == self.variant { value } else { self.built(&shape_of_branch, &spot) };
            }
            first.get_or_insert(value);
        }
        first.unwrap_or_default()
    }

    /// The shape with one branch of each choice, other branches with each attempt.
    fn decided(&self, shape: &Shape<'a>, spot: &Spot<'a>, attempt: usize) -> Shape<'a> {
        let mut shape = shape.clone();
        let mut rest = attempt;
        // A branch may bring choices of its own.
        for level in 0..DEEPEST {
            if shape.choices.is_empty() {
                break;
            }
            let mut branches = Vec::new();
            for (index, choice) in shape.choices.iter().enumerate() {
                let mut open: Vec<&Value> = choice.iter().collect();
                let is_endless = |branch: &&Value| self.is_cut(&Shape::read(self.root, &[branch]), spot);
                if !open.iter().all(is_endless) {
                    open.retain(|branch| !is_endless(branch));
                }
                // The order is the same in each attempt, so that each branch has its turn.
                if self.variant != Variant::Required {
                    open.shuffle(&mut spot.dice.child(&format!("choice {level} {index}")).throw());
                }
                branches.extend(open.get(rest % open.len().max(1)));
                rest /= open.len().max(1);
            }
            shape = shape.with(self.root, &branches);
        }
        shape
    }

    /// A value of a shape whose choices are made.
    fn built(&self, shape: &Shape<'a>, spot: &Spot<'a>) -> Value {
        if let Some(values) = &shape.values {
            return self.one_of(shape, spot, values);
        }
        match shape.likely_kind() {
            Some("object") => object::make(self, shape, spot),
            Some("array") => list::make(self, shape, spot),
            Some("string") => Value::String(text::make(self, shape, spot)),
            Some("integer") => number::integer(self, shape, spot),
            Some("number") => number::number(self, shape, spot),
            Some("boolean") => Value::Bool(self.variant == Variant::Required || spot.dice.throw().random_bool(0.5)),
            _ if spot.place != Place::Body => Value::String(text::make(self, shape, spot)),
            _ => free::make(self, spot),
        }
    }

    fn one_of(&self, shape: &Shape<'a>, spot: &Spot<'a>, values: &[&'a Value]) -> Value {
        if self.variant == Variant::UnknownEnumValues {
            if values.iter().all(|value| value.is_string() || value.is_null()) {
                return json!(format!("unknown-{:04x}", spot.dice.throw().random::<u16>()));
            }
            if let Some(largest) = values.iter().filter_map(|value| value.as_i64()).max() {
                return json!(largest.saturating_add(1));
            }
        }
        let is_usable =
            |value: &&&Value| spot.place.carries(value) && !value.is_null() && fits(self.root, &shape.schemas, value);
        let usable: Vec<&&Value> = values.iter().filter(is_usable).collect();
        let index = match self.variant {
            Variant::Example | Variant::Required => 0,
            _ => spot.dice.throw().random_range(0..usable.len().max(1)),
        };
        usable.get(index).or(values.first().as_ref()).map(|value| (**value).clone()).unwrap_or_default()
    }
}

impl<'a> Spot<'a> {
    pub(super) fn top(dice: Dice, name: &'a str, place: Place) -> Self {
        Spot { dice, name, place, depth: 0, entered: Vec::new() }
    }

    /// The spot of a property.
    pub(super) fn property(&self, name: &'a str) -> Self {
        Spot { dice: self.dice.child(name), name, depth: self.depth + 1, ..self.clone() }
    }

    /// The spot of a list's element.
    pub(super) fn element(&self, index: usize) -> Self {
        Spot { dice: self.dice.child(&index.to_string()), depth: self.depth + 1, ..self.clone() }
    }

    fn enter(mut self, shape: &Shape<'a>) -> Self {
        self.entered.extend(&shape.references);
        self
    }
}

impl Place {
    /// Whether a value that the document shows can stand here.
    pub(super) fn carries(self, value: &Value) -> bool {
        match (self, value) {
            (Place::Body, _) => true,
            (_, Value::Null) => false,
            (_, Value::Array(elements)) => !elements.is_empty() && elements.iter().all(|element| self.carries(element)),
            (_, Value::Object(members)) => members.values().all(|member| self.carries(member)),
            (_, Value::String(text)) => text::is_sendable(self, text),
            (_, Value::Bool(_) | Value::Number(_)) => true,
        }
    }
}
