//! One request and its answer.

use std::time::Duration;

use reqwest::header::{ETAG, HeaderMap, HeaderName, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED, RETRY_AFTER};
use reqwest::{Client, Response, StatusCode};

use crate::client::root_cause;
use crate::{Address, Error, Fetched, Known, Limits, Text};

pub(crate) async fn attempt(
    client: &Client,
    address: &Address,
    known: &Known,
    limits: &Limits,
) -> Result<Fetched, Error> {
    let mut request = client.get(address.url().clone());
    if let Some(etag) = &known.etag {
        request = request.header(IF_NONE_MATCH, etag);
    }
    if let Some(date) = &known.last_modified {
        request = request.header(IF_MODIFIED_SINCE, date);
    }
    let response = request.send().await.map_err(|error| failure(address, &error))?;
    match response.status() {
        StatusCode::OK => {}
        StatusCode::NOT_MODIFIED if known.is_some() => return Ok(Fetched::Unchanged),
        status => {
            let retry_after = retry_after(response.headers());
            return Err(Error::Status { address: address.clone(), status: status.as_u16(), retry_after });
        }
    }
    let known = Known { etag: text(response.headers(), ETAG), last_modified: text(response.headers(), LAST_MODIFIED) };
    let bytes = body(response, address, limits.bytes).await?;
    let text = String::from_utf8(bytes).map_err(|_| Error::NotText(address.clone()))?;
    Ok(Fetched::Text(Text { text, known }))
}

/// The body as it is unpacked, and no more of it than is taken: a small one may unpack to a large one.
async fn body(mut response: Response, address: &Address, limit: usize) -> Result<Vec<u8>, Error> {
    let too_large = || Error::TooLarge { address: address.clone(), limit };
    if response.content_length().is_some_and(|length| length > limit as u64) {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| failure(address, &error))? {
        if bytes.len() + chunk.len() > limit {
            return Err(too_large());
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

fn failure(address: &Address, error: &reqwest::Error) -> Error {
    let address = address.clone();
    let reason = root_cause(error);
    match () {
        () if error.is_timeout() => Error::Timeout(address),
        () if error.is_redirect() => Error::Redirect { address, reason },
        () if error.is_dns() => Error::UnknownHost(address),
        () if error.is_connect() => Error::NoConnection { address, reason },
        () if error.is_builder() => Error::Client(reason),
        () => Error::Broken { address, reason },
    }
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<String> {
    Some(headers.get(name)?.to_str().ok()?.to_owned())
}

/// In seconds; a date is as good as nothing, since clocks differ.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    text(headers, RETRY_AFTER)?.trim().parse().ok().map(Duration::from_secs)
}
