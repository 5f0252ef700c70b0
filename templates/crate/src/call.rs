//! A call: an operation with its arguments, ready to be refined and awaited.

mod custom;
mod raw_response;
mod response;

use std::fmt;
use std::future::{Future, IntoFuture};
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

pub use self::custom::CustomRequest;
pub use self::raw_response::RawResponse;
pub use self::response::Response;
use crate::error::Error;
use crate::http::{Params, Request};
use crate::json::Mode;
use crate::retry::Retry;

/// An operation that is sent when it is awaited.
///
/// `T` is what it answers. `P` are its parameters when none of them has to be set, for [`params`](Self::params).
#[must_use = "a call is only sent when it is awaited"]
pub struct Call<T, P = ()> {
    request: Request,
    operation: &'static str,
    decode: Decode<T>,
    params: PhantomData<fn(P)>,
}

/// Makes an operation's result from an answer.
pub(crate) type Decode<T> = Box<dyn FnOnce(&RawResponse, Mode) -> Result<T, Error> + Send>;

impl<T, P> Call<T, P> {
    pub(crate) fn new(request: Request, operation: &'static str, decode: Decode<T>) -> Self {
        Call { request, operation, decode, params: PhantomData }
    }

    /// Gives the call this much time instead of the client's timeout, with all of its attempts and waits.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.request.plan_mut().timeout = timeout;
        self
    }

    /// Gives each attempt this much time, from connecting to the last byte.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.request.plan_mut().attempt_timeout = timeout;
        self
    }

    /// Sends this call again by other rules than the client's.
    pub fn retry(mut self, retry: Retry) -> Self {
        self.request.plan_mut().retry = retry;
        self
    }

    /// Sends this call once.
    pub fn no_retry(self) -> Self {
        self.retry(Retry::off())
    }

    /// Says that sending this call twice does no harm, so that it may be sent again after any passing failure.
    pub fn repeatable(mut self) -> Self {
        self.request = self.request.repeatable();
        self
    }

    /// Sends this token (RFC 6750) in the place of the client's own credentials.
    pub fn access_token(mut self, token: impl AsRef<str>) -> Self {
        self.request.set_bearer(token.as_ref());
        self
    }

    /// Sends a header, in the place of any that the client would send under this name.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.request.set_header(name, value);
        self
    }

    /// Makes an answer that departs from its description an error, whatever the client's own setting.
    pub fn strict(mut self) -> Self {
        self.request.plan_mut().mode = Mode::Strict;
        self
    }
}

impl<T, P: Params> Call<T, P> {
    /// Sets the parameters; the last ones that were set count.
    pub fn params(mut self, params: P) -> Self {
        self.request = self.request.params(params);
        self
    }
}

impl<T: 'static, P> Call<T, P> {
    /// Answers with HTTP status, headers and body beside the decoded value.
    pub fn raw(self) -> Call<Response<T>, P> {
        let decode = self.decode;
        let decode = |response: &RawResponse, mode| Ok(Response::new(decode(response, mode)?, response.clone()));
        Call::new(self.request, self.operation, Box::new(decode))
    }
}

impl<T, P> IntoFuture for Call<T, P> {
    type Output = Result<T, Error>;
    type IntoFuture = CallFuture<T>;

    fn into_future(self) -> CallFuture<T> {
        let mode = self.request.plan().mode;
        let exchange = Box::pin(self.request.send(self.operation));
        CallFuture { exchange, decode: Some((self.decode, mode)) }
    }
}

impl<T, P> fmt::Debug for Call<T, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").field("operation", &self.operation).finish_non_exhaustive()
    }
}

/// A call under way.
///
/// The exchange is one future for all operations; only the last step knows `T`. So an operation adds next to nothing to
/// the time that it takes to compile this crate.
#[must_use = "futures do nothing unless polled"]
pub struct CallFuture<T> {
    exchange: Pin<Box<dyn Future<Output = Result<RawResponse, Error>> + Send>>,
    decode: Option<(Decode<T>, Mode)>,
}

impl<T> Future for CallFuture<T> {
    type Output = Result<T, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        // Polled again after it was ready, which the contract of `Future` leaves open. The exchange itself would panic.
        if self.decode.is_none() {
            return Poll::Pending;
        }
        let result = ready!(self.exchange.as_mut().poll(context));
        match self.decode.take() {
            Some((decode, mode)) => Poll::Ready(result.and_then(|response| decode(&response, mode))),
            None => Poll::Pending,
        }
    }
}

impl<T> fmt::Debug for CallFuture<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallFuture").finish_non_exhaustive()
    }
}
