//! One operation called with one sample, and whatever is wrong about it.

use mock::document::Document;
use mock::sample::{RequestSample, Sampler, Variant};
use mock::{Mock, Recorded};
use serde_json::Value;

use crate::input::{Body, Input, difference};
use crate::operation::{Answer, Operation};

/// What one call is made of.
#[derive(Clone, Copy)]
pub(crate) struct Trial<'a> {
    pub(crate) mock: &'a Mock,
    pub(crate) document: &'a Document,
    /// The request to send.
    pub(crate) sent: (Variant, u64),
    /// The answer to get.
    pub(crate) answered: (Variant, u64),
    /// Whether an answer that departs from its description is an error.
    pub(crate) is_strict: bool,
}

impl Trial<'_> {
    /// Calls an operation. What was sent has been compared with what was received.
    ///
    /// # Errors
    ///
    /// In words: which value was changed, which rule was broken, or what the answer could not be read for.
    pub(crate) async fn call<C>(&self, client: &C, operation: &Operation<C>) -> Result<Answer, String> {
        let described = self.document.operation(operation.id).ok_or("the document has no such operation")?;
        let (variant, seed) = self.sent;
        let sample = Sampler::new(self.document, variant, seed).request(described);
        let pending = operation.start(client, input(&sample, self.is_strict)).map_err(|error| error.to_string())?;
        self.mock.answer_with_samples(Some(self.answered));
        let outcome = pending.await;
        let mut requests = self.mock.take_requests();
        let received = requests.pop();
        if !requests.is_empty() {
            return Err(format!("{} requests more than one", requests.len()));
        }
        let answer = outcome.map_err(|error| match &received {
            Some(received) if !received.violations.is_empty() => violations(received),
            _ => format!("{error}: {error:?}"),
        })?;
        let received = received.ok_or("the mock has seen no request")?;
        if !received.violations.is_empty() {
            return Err(violations(&received));
        }
        if received.operation.as_deref() != Some(operation.id)
            || received.document.as_ref() != Some(&self.document.name)
        {
            return Err(format!("it arrived as {:?} of {:?}", received.operation, received.document));
        }
        arrived(&sample, &received)?;
        Ok(answer)
    }
}

fn violations(received: &Recorded) -> String {
    let lines: Vec<String> = received.violations.iter().map(ToString::to_string).collect();
    format!(
        "{} {}?{}: {}",
        received.method,
        received.path,
        received.raw_query.as_deref().unwrap_or(""),
        lines.join("; ")
    )
}

/// Whether every value that went in was seen by the server as it was given.
fn arrived(sample: &RequestSample, received: &Recorded) -> Result<(), String> {
    let is_multipart = sample.media_type.as_deref().is_some_and(|it| it.starts_with("multipart/"));
    // The parts of a multipart body are bytes to the crate, and are not its to write.
    let body = sample.body.clone().filter(|_| !is_multipart);
    let pairs = [
        ("path", Value::Object(sample.path.clone()), Value::Object(received.path_parameters.clone())),
        ("query", Value::Object(sample.query.clone()), Value::Object(received.query.clone())),
        ("body", body.clone().unwrap_or_default(), body.map(|_| received.body.clone()).unwrap_or_default()),
    ];
    for (place, given, seen) in pairs {
        if let Some(difference) = difference::between(&given, &seen) {
            return Err(format!("{place}: {difference}"));
        }
    }
    Ok(())
}

fn input(sample: &RequestSample, strict: bool) -> Input {
    let body = sample.body.as_ref().map(|value| match sample.media_type.as_deref() {
        Some(kind) if kind.starts_with("multipart/") => multipart(value),
        _ => Body::Value(value.clone()),
    });
    Input {
        path: sample.path.clone(),
        query: sample.query.clone(),
        headers: sample.headers.clone(),
        cookies: sample.cookies.clone(),
        body,
        strict,
    }
}

/// The fields as a body of parts (RFC 7578).
fn multipart(fields: &Value) -> Body {
    const BOUNDARY: &str = "a-boundary-that-no-value-has";
    let mut text = String::new();
    for (name, value) in fields.as_object().into_iter().flatten() {
        let (file, shown) = match value {
            Value::String(value) => ("; filename=\"file\"", value.clone()),
            other => ("", other.to_string()),
        };
        text.push_str(&format!(
            "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n{shown}\r\n"
        ));
    }
    text.push_str(&format!("--{BOUNDARY}--\r\n"));
    Body::Bytes { content_type: format!("multipart/form-data; boundary={BOUNDARY}"), bytes: text.into_bytes() }
}
