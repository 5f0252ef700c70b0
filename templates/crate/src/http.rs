//! HTTP: from an operation's arguments to a request, and from an answer to a result or an error.
//!
//! Nothing here knows a particular API; what an API does its own way is in the settings of [`Http`] and in
//! [`Envelope`].

#![allow(
    dead_code,
    unused_imports,
    unused_macros,
    reason = "which verbs, bodies and styles a crate needs depends on its document"
)]

mod client;
mod escape;
mod options;
mod plan;
mod transport;

mod body;
mod params;
mod path;
mod request;
mod style;

mod authorize;
mod exchange;
mod trace;

mod decode;
mod envelope;

pub(crate) use authorize::{AuthorizeFuture, Authorizer};
pub(crate) use client::Http;
pub(crate) use envelope::{Envelope, Outcome};
pub(crate) use escape::escape;
pub(crate) use options::{HttpOptions, basic, client_settings};
#[cfg(feature = "testing")]
pub(crate) use params::KeptParams;
pub(crate) use params::{Parameter, debug_params, parameter, params};
pub(crate) use params::{Params, ParamsParts};
pub(crate) use request::Request;
pub(crate) use transport::transport_error;
pub use transport::{ReqwestTransport, ReqwestTransportBuilder, Transport, TransportFuture};
