//! From an answer to a result: success or failure first, then the value.

use ::http::header::CONTENT_TYPE;

use super::Envelope;
use crate::call::RawResponse;
use crate::error::{ApiError, DecodeError, Error, StatusError};
use crate::json::{
    Extra, Failure, Json, Mode, Path, Reader, Reading, Token, View, each_member, fill_property, read_body, read_value,
};
use crate::metadata::ENVELOPE;

/// JSON of the API's usual shape. When it comes without its envelope, the result is put into one.
pub(crate) fn enveloped<T: Json>(response: &RawResponse, mode: Mode) -> Result<T, Error> {
    let mut value = T::empty();
    fill(response, mode, &mut value, read_enveloped)?;
    Ok(value)
}

/// JSON without an envelope. When it comes in one, the result is taken out.
pub(crate) fn bare<T: Json>(response: &RawResponse, mode: Mode) -> Result<T, Error> {
    let mut value = T::empty();
    fill(response, mode, &mut value, read_bare)?;
    Ok(value)
}

/// Success alone; a redirect is one too.
pub(crate) fn empty(response: &RawResponse, _: Mode) -> Result<(), Error> {
    if response.status().is_redirection() {
        return Ok(());
    }
    judge(response)
}

/// Text, which has to be UTF-8.
pub(crate) fn text(response: &RawResponse, _: Mode) -> Result<String, Error> {
    judge_media(response)?;
    String::from_utf8(response.body().to_vec()).map_err(|error| {
        let failure = Failure { pointer: String::new(), message: error.utf8_error().to_string() };
        Box::new(DecodeError::new(failure, response.clone())).into()
    })
}

/// Bytes as they are.
pub(crate) fn bytes(response: &RawResponse, _: Mode) -> Result<Vec<u8>, Error> {
    judge_media(response)?;
    Ok(response.body().to_vec())
}

/// Tells success from failure. The envelope's own status counts before that of HTTP.
fn judge(response: &RawResponse) -> Result<(), Error> {
    if response.status().is_success() && response.states_success() {
        return Ok(());
    }
    Err(match response.outcome() {
        Some(outcome) => Box::new(ApiError::new(outcome.clone(), response.clone())).into(),
        None => Box::new(StatusError::new(response.clone())).into(),
    })
}

/// The same for an answer that is declared to be something else than JSON: an envelope counts only where it is JSON after all.
fn judge_media(response: &RawResponse) -> Result<(), Error> {
    let media_type = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    if media_type.is_some_and(|media_type| media_type.contains("json")) {
        return judge(response);
    }
    if response.status().is_success() { Ok(()) } else { Err(Box::new(StatusError::new(response.clone())).into()) }
}

/// How a body becomes a value, once it is known to be a success.
type Read = fn(&RawResponse, &mut dyn Json, Reader) -> Result<(), Failure>;

fn fill(response: &RawResponse, mode: Mode, target: &mut dyn Json, read: Read) -> Result<(), Error> {
    judge(response)?;
    // An answer that may be left out, as 204 does.
    if response.body().is_empty() && matches!(target.view(), View::Absent) {
        return Ok(());
    }
    let reader = Reader::of_operation(response.operation_name(), mode);
    read(response, target, reader).map_err(|failure| Box::new(DecodeError::new(failure, response.clone())))?;
    judge_last(response, target)
}

/// A body may state its status more than once. The last one counts, which is known when all has been read.
fn judge_last(response: &RawResponse, target: &dyn Json) -> Result<(), Error> {
    let (Some(envelope), Some(first), View::Object(object)) = (ENVELOPE, response.stated_status(), target.view())
    else {
        return Ok(());
    };
    let mut last = first;
    each_member(object, &mut |name, value| match value {
        View::Integer(value) if name == envelope.status => last = value,
        _ => {}
    });
    if last == first {
        return Ok(());
    }
    match response.outcome() {
        Some(outcome) if !envelope.success.contains(&outcome.status) => {
            Err(Box::new(ApiError::new(outcome.clone(), response.clone())).into())
        }
        _ => Ok(()),
    }
}

fn read_enveloped(response: &RawResponse, target: &mut dyn Json, reader: Reader) -> Result<(), Failure> {
    match ENVELOPE {
        Some(envelope) if response.stated_status().is_none() => {
            read_into_envelope(&envelope, response.body(), target, reader)
        }
        _ => read_body(response.body(), target, reader),
    }
}

fn read_bare(response: &RawResponse, target: &mut dyn Json, mut reader: Reader) -> Result<(), Failure> {
    let body = response.body();
    let is_wrapped = |envelope: &Envelope| {
        response.outcome().is_some_and(|outcome| outcome.has_payload) && !is_envelope(envelope, target)
    };
    let Some(envelope) = ENVELOPE.filter(is_wrapped) else {
        return read_body(body, target, reader);
    };
    let syntax = |error: serde_json::Error| Failure { pointer: String::new(), message: error.to_string() };
    let mut members: Extra = serde_json::from_slice(body).map_err(syntax)?;
    let payload = members.remove(envelope.payload).unwrap_or_default();
    read_value(&payload, target, &Path::Root.property(envelope.payload), &mut reader)
        .map_err(|error| reader.failure(error))
}

/// Reads a bare result into the payload of an envelope, which gets the status of a success.
fn read_into_envelope(envelope: &Envelope, body: &[u8], target: &mut dyn Json, reader: Reader) -> Result<(), Failure> {
    if !is_envelope(envelope, target) {
        return read_body(body, target, reader);
    }
    if !matches!(target.accept(Token::Object), Reading::Object) {
        return Ok(());
    }
    if let Some(success) = envelope.success.first() {
        fill_property(target, envelope.status, &mut |status| {
            status.accept(Token::Integer(*success));
        });
    }
    let mut reader = Some(reader);
    let mut outcome = Ok(());
    fill_property(target, envelope.payload, &mut |payload| {
        outcome = reader.take().map_or(Ok(()), |reader| read_body(body, payload, reader));
    });
    outcome
}

/// Whether a type is described as an envelope itself.
fn is_envelope(envelope: &Envelope, target: &dyn Json) -> bool {
    let View::Object(object) = target.view() else {
        return false;
    };
    object
        .schema()
        .is_some_and(|schema| schema.index(envelope.status).is_some() && schema.index(envelope.payload).is_some())
}
