//! Any answer to any operation: what must hold of what is read, in both modes.

use std::hash::{DefaultHasher, Hash, Hasher};

use genauth::{AuthenticationClient, Error, ManagementClient, Retry};
use http::StatusCode;
use serde_json::Value;
use tokio::runtime::Runtime;

use crate::fixed_answer::FixedAnswer;
use crate::guess::guess;
use crate::input::Input;
use crate::input::difference::{self, Difference};
use crate::nulls::drop_nulls;
use crate::operation::{Answer, Operation};
use crate::operations::{authentication, management};

/// What stands in the place of every text of an answer when nothing of it may show.
const HIDDEN: &str = "HIDDEN-7f3a91";

/// Operations to call, and the service that answers.
pub(crate) struct Reading {
    operations: Vec<Callable>,
    service: FixedAnswer,
    runtime: Runtime,
}

/// An operation with arguments that it takes.
struct Callable {
    id: &'static str,
    call: Box<dyn Fn(bool) -> crate::operation::Pending>,
}

impl Default for Reading {
    fn default() -> Self {
        let service = FixedAnswer::default();
        let user = AuthenticationClient::builder().app_id("APP").app_secret("SECRET").app_host("https://example.com");
        let user = user.retry(Retry::off()).transport(service.clone()).build().expect("a client");
        let owner = ManagementClient::builder().access_token("TOKEN").retry(Retry::off());
        let owner = owner.transport(service.clone()).build().expect("a client");
        let mut operations = callable(&user, authentication::AREAS);
        operations.extend(callable(&owner, management::AREAS));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        Reading { operations, service, runtime }
    }
}

/// The operations that can be called without knowing the documents.
fn callable<C: Clone + 'static>(client: &C, areas: &[&'static [Operation<C>]]) -> Vec<Callable> {
    let operations = areas.iter().copied().flatten();
    let callable = operations.filter_map(|operation| {
        let input = guess(client, operation)?;
        let client = client.clone();
        let call = move |strict| {
            let input = Input { strict, ..input.clone() };
            operation.start(&client, input).unwrap_or_else(|error| panic!("{error}"))
        };
        Some(Callable { id: operation.id, call: Box::new(call) })
    });
    callable.collect()
}

impl Reading {
    /// The ids of the operations.
    pub(crate) fn ids(&self) -> Vec<&'static str> {
        self.operations.iter().map(|operation| operation.id).collect()
    }

    /// Reads a text whose first line is the id of an operation and, if it is not 200, an HTTP status. The rest is the body.
    ///
    /// # Panics
    ///
    /// When what is read breaks a rule.
    pub(crate) fn check(&self, text: &[u8]) {
        let mut parts = text.splitn(2, |byte| *byte == b'\n');
        let [head, body] = std::array::from_fn(|_| parts.next().unwrap_or_default());
        let head = String::from_utf8_lossy(head);
        let (id, status) = head.split_once(' ').unwrap_or((&head, "200"));
        let status = status.parse().ok().and_then(|status| StatusCode::from_u16(status).ok()).unwrap_or(StatusCode::OK);
        let operation = self.operation(id);
        let tolerant = self.ask(operation, false, status, body);
        let strict = self.ask(operation, true, status, body);
        if let Ok(strict) = &strict {
            let tolerant = tolerant.as_ref().expect("only the strict mode takes it");
            assert!(keeps(&strict.value, &tolerant.value), "{}: the tolerant mode loses something", operation.id);
            nothing_is_lost(operation.id, strict);
        }
        if let Ok(tolerant) = &tolerant {
            self.check_written(operation, tolerant);
        }
        for error in [tolerant.err(), strict.err()].into_iter().flatten() {
            let _ = format!("{error} {error:?}");
        }
        self.check_hidden(operation, status, body);
    }

    /// The operation of this name, or any one when there is none.
    fn operation(&self, id: &str) -> &Callable {
        self.operations.iter().find(|operation| operation.id == id).unwrap_or_else(|| {
            let mut hasher = DefaultHasher::new();
            id.hash(&mut hasher);
            &self.operations[hasher.finish() as usize % self.operations.len()]
        })
    }

    fn ask(&self, operation: &Callable, strict: bool, status: StatusCode, body: &[u8]) -> Result<Answer, Error> {
        self.service.set(status, "application/json", body);
        self.runtime.block_on((operation.call)(strict))
    }

    /// What was read, written down, is read as the same.
    fn check_written(&self, operation: &Callable, answer: &Answer) {
        let written = answer.value.to_string();
        let again = self.ask(operation, false, StatusCode::OK, written.as_bytes());
        // A status that is missing is read as 0. Where it is written, it states a refusal.
        if matches!(again, Err(Error::Api(_))) && answer.value["statusCode"] == 0 {
            return;
        }
        let again = again.unwrap_or_else(|error| panic!("{}: what was written cannot be read: {error}", operation.id));
        assert_eq!(again.value, answer.value, "{}: what was written is read as something else", operation.id);
    }

    /// With a mark in the place of every text, no message about an answer that cannot be read shows the mark.
    fn check_hidden(&self, operation: &Callable, status: StatusCode, body: &[u8]) {
        let Ok(mut marked) = serde_json::from_slice::<Value>(body) else { return };
        mark(&mut marked);
        let marked = marked.to_string();
        for strict in [false, true] {
            // What a service says about its refusal is meant to be read.
            if let Err(error @ (Error::Decode(_) | Error::Status(_))) =
                self.ask(operation, strict, status, marked.as_bytes())
            {
                let told = format!("{error} {error:?} {error:#?}");
                assert!(!told.contains(HIDDEN), "{}: the answer shows: {told}", operation.id);
            }
        }
    }
}

/// Compares what was sent with what the strict mode has read of it. The envelope is taken away or put around as the type has it.
fn nothing_is_lost(id: &str, answer: &Answer) {
    let Ok(sent) = answer.raw.body_as::<Value>() else { return };
    let read = &answer.value;
    let Some(difference) = lost(&sent, read) else { return };
    let is_unwrapped = sent.get("data").is_some_and(|sent| lost(sent, read).is_none());
    // A null is left out of the envelope.
    let is_wrapped = lost(&sent, &read["data"]).is_none();
    assert!(is_unwrapped || is_wrapped, "{id}: something is lost: {difference}");
}

/// Whether one value has all that is in the other. Texts and numbers may differ: what fits no alternative of a union is kept as
/// it came by the strict mode, and corrected into one by the tolerant mode.
fn keeps(strict: &Value, tolerant: &Value) -> bool {
    match (strict, tolerant) {
        (Value::Object(strict), Value::Object(tolerant)) => {
            strict.iter().all(|(name, value)| tolerant.get(name).is_some_and(|it| keeps(value, it)))
        }
        (Value::Array(strict), Value::Array(tolerant)) => {
            strict.len() == tolerant.len() && strict.iter().zip(tolerant).all(|(strict, it)| keeps(strict, it))
        }
        (Value::Object(_) | Value::Array(_), _) => false,
        _ => true,
    }
}

/// The first difference, apart from nulls that are read as nothing.
fn lost(sent: &Value, read: &Value) -> Option<Difference> {
    let (mut sent, mut read) = (sent.clone(), read.clone());
    drop_nulls(&mut sent, &mut read);
    difference::between(&sent, &read)
}

fn mark(value: &mut Value) {
    match value {
        Value::String(text) => HIDDEN.clone_into(text),
        Value::Array(list) => list.iter_mut().for_each(mark),
        Value::Object(members) => members.values_mut().for_each(mark),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
