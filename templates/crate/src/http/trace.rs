//! What a call tells the `tracing` subscribers: one span with the names of OpenTelemetry's HTTP conventions.
//!
//! It holds names, numbers and the path's template. Queries, bodies and header values never get here, because they hold
//! secrets.

use std::future::Future;
use std::time::Duration;

use ::http::Request;
use bytes::Bytes;
use tracing::field::Empty;
use tracing::{Instrument, Span};

use super::exchange::Exchange;
use crate::call::RawResponse;
use crate::error::{Error, TransportError};

/// The span of a call with all of its attempts.
pub(super) fn call(exchange: &Exchange<'_>, request: &Request<Bytes>) -> Span {
    // What nobody listens to is not worked out: the expressions below are only reached when somebody does.
    let method = request.method();
    tracing::info_span!(
        "call",
        otel.name = %format_args!("{method} {}", path_template(exchange)),
        otel.kind = "client",
        operation = exchange.operation,
        http.request.method = %method,
        url.template = path_template(exchange),
        server.address = request.uri().host(),
        server.port = exchange.request.http().settings().port,
        http.request.resend_count = Empty,
        http.response.status_code = Empty,
        status_code = Empty,
        request_id = Empty,
        "error.type" = Empty,
        elapsed_ms = Empty,
    )
}

/// The path's template. A request to any path can bring its query in there, which is left out.
fn path_template<'a>(exchange: &Exchange<'a>) -> &'a str {
    exchange.request.template().split(['?', '#']).next().unwrap_or_default()
}

pub(super) fn within<F: Future>(span: &Span, future: F) -> tracing::instrument::Instrumented<F> {
    future.instrument(span.clone())
}

/// One attempt. Those that are followed by another show only here.
pub(super) fn attempted(span: &Span, number: u32, result: &Result<RawResponse, TransportError>) {
    if number > 1 {
        span.record("http.request.resend_count", number - 1);
    }
    match result {
        Ok(response) => tracing::debug!(attempt = number, status = response.status().as_u16(), "answered"),
        Err(error) => tracing::debug!(attempt = number, "error.type" = error.kind().as_str(), "not answered"),
    }
}

/// How it ended.
pub(super) fn ended(span: &Span, result: &Result<RawResponse, Error>, elapsed: Duration) {
    if span.is_disabled() {
        return;
    }
    span.record("elapsed_ms", u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX));
    match result {
        Ok(response) => {
            span.record("http.response.status_code", response.status().as_u16());
            if let Some(status) = response.stated_status() {
                span.record("status_code", status);
            }
            let stated = response.outcome().and_then(|outcome| outcome.request_id.as_deref());
            if let Some(id) = stated.or(response.request_id()) {
                span.record("request_id", id);
            }
            if !response.is_success() {
                span.record("error.type", tracing::field::display(response.effective_status()));
            }
        }
        Err(Error::Transport(error)) => {
            span.record("error.type", error.kind().as_str());
        }
        Err(_) => {
            span.record("error.type", "not_sent");
        }
    }
}
