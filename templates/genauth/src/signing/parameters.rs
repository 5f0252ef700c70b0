//! What a server reads from a request: the parameters of its query, or the members of its body.

use ::http::header::CONTENT_TYPE;
use ::http::{HeaderMap, Method, Request};
use bytes::Bytes;
use indexmap::IndexMap;
use indexmap::map::Entry;
use percent_encoding::percent_decode_str;

use super::SigningError;
use super::value::Value;

/// The query of a GET, the members of a JSON object of any other request, and nothing for every other body.
pub(super) fn parameters(request: &Request<Bytes>) -> Result<Vec<(String, Option<Value>)>, SigningError> {
    let found = if request.method() == Method::GET {
        of_query(request.uri().query().unwrap_or_default())?
    } else if is_json(request.headers()) && !request.body().is_empty() {
        of_body(request.body())?
    } else {
        IndexMap::new()
    };
    Ok(found.into_iter().map(|(name, value)| (name, Some(value))).collect())
}

/// `name=a` is a text; `name[]=a` is a list, and so is a name that comes twice.
fn of_query(query: &str) -> Result<IndexMap<String, Value>, SigningError> {
    let mut found = IndexMap::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, value) = (decoded(name)?, Value::Text(decoded(value)?));
        let list = name.strip_suffix("[]");
        match found.entry(list.unwrap_or(&name).to_owned()) {
            Entry::Vacant(place) => {
                place.insert(if list.is_some() { Value::List(vec![value]) } else { value });
            }
            Entry::Occupied(mut place) => place.get_mut().push(value),
        }
    }
    Ok(found)
}

fn of_body(body: &[u8]) -> Result<IndexMap<String, Value>, SigningError> {
    match serde_json::from_slice(body)? {
        Value::Object(members) => Ok(members),
        _ => Ok(IndexMap::new()),
    }
}

/// A server looks into a body only when its media type says JSON.
fn is_json(headers: &HeaderMap) -> bool {
    headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|media_type| media_type.trim().eq_ignore_ascii_case("application/json"))
}

/// Percent-encoding undone (RFC 3986, 2.1). A plus sign is a space, as in forms.
fn decoded(text: &str) -> Result<String, SigningError> {
    let spaced = text.replace('+', " ");
    let decoded = percent_decode_str(&spaced).decode_utf8().map_err(|_| SigningError::Query)?;
    Ok(decoded.into_owned())
}
