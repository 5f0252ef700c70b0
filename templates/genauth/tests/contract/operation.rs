//! An operation that can be called by its id, whatever the types of its method are.

use std::future::{Future, IntoFuture};
use std::pin::Pin;

use genauth::{Call, Error, RawResponse};
use serde::Serialize;
use serde_json::Value;

use crate::input::{Fault, Input, InputError};

/// An entry of the emitted tables.
pub(crate) struct Operation<C: 'static> {
    /// The operation id, as the document has it.
    pub(crate) id: &'static str,
    /// Makes the call of the operation's method.
    pub(crate) call: fn(&C, &mut Input) -> Result<Pending, Fault>,
}

/// A call that is ready to be awaited. It is the same type for all operations.
pub(crate) type Pending = Pin<Box<dyn Future<Output = Result<Answer, Error>> + Send>>;

/// What an operation answered.
#[derive(Debug)]
pub(crate) struct Answer {
    /// What the method returned, as the crate's own types write it: null for nothing, a list of numbers for bytes.
    pub(crate) value: Value,
    /// What was received.
    pub(crate) raw: RawResponse,
}

impl<C> Operation<C> {
    /// Makes the call with this input, and sends nothing yet.
    ///
    /// # Errors
    ///
    /// When the input does not fit the method: something is missing, left over, or changed by its type.
    pub(crate) fn start(&self, client: &C, mut input: Input) -> Result<Pending, InputError> {
        (self.call)(client, &mut input).map_err(|fault| InputError { operation: self.id, fault })
    }
}

/// Makes a call that answers with JSON, once the method has taken all of the input.
///
/// `T` ends here, so that an operation adds next to nothing to the time that it takes to compile the tables.
pub(crate) fn run<T: Serialize + 'static, P>(call: Call<T, P>, input: &Input) -> Result<Pending, Fault> {
    input.is_used_up()?;
    let call = if input.strict { call.strict() } else { call };
    let answer = call.raw().into_future();
    Ok(Box::pin(async move {
        let response = answer.await?;
        let value = serde_json::to_value(response.value()).expect("what was read from JSON can be written as JSON");
        Ok(Answer { value, raw: response.as_raw().clone() })
    }))
}
