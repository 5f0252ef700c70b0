//! Bodies: from values to bytes and back, in the way of the service.

use super::sent::Sent;
use super::{Answer, form};
use crate::json::{Json, Mode, Reader, View, read_body};

/// What a request or an answer carries. Only this crate implements it.
pub trait Content: Sized {
    /// The body of a request.
    #[doc(hidden)]
    fn read(sent: &Sent, format: Format) -> Result<Self, String>;

    /// A successful answer.
    #[doc(hidden)]
    fn write(&self, format: Format) -> Answer;
}

/// How a value becomes a body. Bytes, and nothing at all, are always themselves.
#[derive(Clone, Copy)]
#[doc(hidden)]
pub enum Format {
    /// JSON.
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// Plain text.
    Text,
    /// Whatever came, as JSON.
    Any,
}

impl<T: Json> Content for T {
    fn read(sent: &Sent, format: Format) -> Result<Self, String> {
        let mut value = T::empty();
        fill(sent, format, &mut value)?;
        Ok(value)
    }

    fn write(&self, format: Format) -> Answer {
        written(self, format)
    }
}

impl Content for () {
    fn read(_: &Sent, _: Format) -> Result<Self, String> {
        Ok(())
    }

    fn write(&self, _: Format) -> Answer {
        Answer::new(200)
    }
}

impl Content for Vec<u8> {
    fn read(sent: &Sent, _: Format) -> Result<Self, String> {
        Ok(sent.body().to_vec())
    }

    fn write(&self, _: Format) -> Answer {
        Answer::new(200).header("content-type", "application/octet-stream").body(self.as_slice())
    }
}

/// Reads a body into a value of any type.
fn fill(sent: &Sent, format: Format, target: &mut dyn Json) -> Result<(), String> {
    let body = sent.body();
    match format {
        // An optional body that was not given.
        _ if body.is_empty() && matches!(target.view(), View::Absent | View::Null) => Ok(()),
        Format::Json => read_body(body, target, Reader::silent(Mode::Tolerant)).map_err(|failure| failure.to_string()),
        Format::Form => form::fill(body, target),
        Format::Text => form::set(target, String::from_utf8_lossy(body).into_owned().into()),
        Format::Any => form::set(target, form::free(sent)),
    }
}

fn written(value: &dyn Json, format: Format) -> Answer {
    match (value.view(), format) {
        (View::Absent, _) => Answer::new(204),
        (View::Text(text), Format::Text) => {
            Answer::new(200).header("content-type", "text/plain; charset=utf-8").body(text)
        }
        (view, _) => Answer::json(200, &view),
    }
}
