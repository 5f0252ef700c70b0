//! Compares requests and answers with the document, and says what is wrong with them.

mod answer;
mod body;
mod dialect;
mod fields;
mod form;
mod media_type;
mod multipart;
mod nested;
mod pairs;
mod parameters;
mod report;
mod segment;
mod sentence;
mod shape;
mod typed;
mod unknown;
mod validators;
mod violation;
mod wording;

pub use violation::{Place, Violation};

use std::sync::Arc;

use bytes::Bytes;
use http::HeaderMap;
use serde_json::{Map, Value};

use crate::document::{Document, Operation};

use dialect::Purpose;
use report::Fault;
use shape::Shape;
use validators::Validators;

/// How many violations are reported of one message.
const MOST: usize = 50;

/// The judge of one document. Validators are compiled when they are first needed, and kept.
#[derive(Debug)]
pub struct Judge {
    document: Arc<Document>,
    validators: Validators,
}

/// A request as it came, after its operation was found.
#[derive(Clone, Copy, Debug)]
pub struct Received<'a> {
    /// The path's variables, decoded.
    pub path: &'a Map<String, Value>,
    /// What stands after the question mark, as sent.
    pub query: Option<&'a str>,
    /// The headers.
    pub headers: &'a HeaderMap,
    /// The body.
    pub body: &'a Bytes,
}

/// What a request says, read by the document, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Judgement {
    /// The path's variables, each of its described type.
    pub path: Map<String, Value>,
    /// The query parameters, each of its described type.
    pub query: Map<String, Value>,
    /// The described headers, each of its described type.
    pub headers: Map<String, Value>,
    /// The described cookies, each of its described type.
    pub cookies: Map<String, Value>,
    /// The JSON body, or the fields of a form as an object; null when there is none.
    pub body: Value,
    /// Everything that departs from the document.
    pub violations: Vec<Violation>,
}

impl Judge {
    /// A judge of `document`.
    pub fn new(document: Arc<Document>) -> Self {
        Judge { document, validators: Validators::default() }
    }

    /// The document that it judges by.
    pub fn document(&self) -> &Arc<Document> {
        &self.document
    }

    /// Reads a request of `operation`, and finds what departs from the document.
    pub fn request(&self, operation: &Operation, received: Received<'_>) -> Judgement {
        let mut judgement = Judgement { path: received.path.clone(), ..Judgement::default() };
        parameters::judge(self, operation, received, &mut judgement);
        body::judge(self, operation, received.headers, received.body, &mut judgement);
        judgement
    }

    /// What departs from the document in an answer of `operation`.
    pub fn answer(&self, operation: &Operation, status: u16, media_type: &str, body: &[u8]) -> Vec<Violation> {
        let mut judgement = Judgement::default();
        judgement.add(Place::Answer, answer::faults(self, operation, status, media_type, body));
        judgement.violations
    }

    /// What is wrong with `value`, which stands at `base` and is described by the schema at `pointer`.
    fn faults(&self, value: &Value, pointer: &str, purpose: Purpose, base: &str) -> Vec<Fault> {
        let compiled = match self.validators.get(&self.document, pointer, purpose) {
            Ok(compiled) => compiled,
            Err(problem) => {
                let message = format!("the document's schema cannot be used: {problem}");
                let (rule, stated_at) = ("schema".to_owned(), pointer.to_owned());
                return vec![Fault { pointer: base.to_owned(), rule, stated_at, message }];
            }
        };
        let mut faults = report::faults(&self.document, &compiled, value, base);
        // One branch of `allOf` may require what only another says to be the service's alone.
        let shape = Shape::at(&self.document, pointer);
        let is_unsent = |fault: &Fault| {
            let path = fault.pointer.strip_prefix(base).unwrap_or_default();
            fault.rule == "required" && shape.follow(path).flag(purpose.unsent()).is_some()
        };
        faults.retain(|fault| !is_unsent(fault));
        unknown::properties(value, &shape, base, purpose, &mut faults);
        faults.sort_by(|one, other| one.pointer.cmp(&other.pointer));
        faults
    }

    /// The names of query parameters that carry credentials. They are no parameters of any operation.
    fn query_keys(&self) -> Vec<String> {
        let schemes = self.document.at("/components/securitySchemes").and_then(Value::as_object);
        let in_query = schemes.into_iter().flatten().filter(|(_, scheme)| scheme["in"] == "query");
        in_query.filter_map(|(_, scheme)| scheme["name"].as_str().map(str::to_owned)).collect()
    }
}

impl Judgement {
    /// Adds violations, none twice and not more than anybody reads.
    fn add(&mut self, place: Place, faults: impl IntoIterator<Item = Fault>) {
        for Fault { pointer, rule, stated_at, message } in faults {
            let is_known = |it: &Violation| it.place == place && it.pointer == pointer && it.rule == rule;
            if self.violations.len() < MOST && !self.violations.iter().any(is_known) {
                self.violations.push(Violation { place, pointer, rule, stated_at, message, api_code: None });
            }
        }
    }
}
