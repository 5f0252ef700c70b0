//! Credentials that are made for each attempt, such as a signature or a token with a lifetime.

use std::future::Future;
use std::pin::Pin;

use ::http::{HeaderMap, Request};
use bytes::Bytes;

use super::Http;
use crate::call::RawResponse;
use crate::error::Error;

/// The future of [`Authorizer::authorize`].
pub(crate) type AuthorizeFuture<'a> = Pin<Box<dyn Future<Output = Result<(), Error>> + Send + 'a>>;

/// Gives requests their credentials. It is not asked for a request whose call brought its own, or wants none.
pub(crate) trait Authorizer: Send + Sync + 'static {
    /// Adds credentials to one attempt. `http` is the client that sends it.
    fn authorize<'a>(&'a self, http: &'a Http, request: &'a mut Request<Bytes>) -> AuthorizeFuture<'a>;

    /// Whether an answer, which is no success, says that other credentials would do, so that the request is to be sent once
    /// more. `sent` are the headers of the attempt.
    fn should_replay(&self, _sent: &HeaderMap, _response: &RawResponse) -> bool {
        false
    }
}
