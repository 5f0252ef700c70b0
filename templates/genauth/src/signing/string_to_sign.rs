//! The text that is signed.

use ::http::HeaderMap;
use ::http::header::DATE;

use super::value::Value;

/// What is signed of a request:
///
/// ```text
/// POST
/// date:Fri, 01 Dec 2023 08:00:00 GMT
/// x-genauth-lang:en-US
/// /api/v3/list-users?keywords=zhang san&options={"pagination":{"page":1}}
/// ```
///
/// A parameter without a value is left out, as JavaScript leaves out `undefined`; the question mark stays.
pub(super) fn string_to_sign(
    method: &str,
    path: &str,
    mut headers: Vec<(String, String)>,
    mut parameters: Vec<(String, Option<Value>)>,
) -> String {
    headers.sort();
    // JavaScript sorts by UTF-16 code unit. That is another order than Rust's for characters beyond U+FFFF.
    parameters.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));

    let headers: String = headers.iter().map(|(name, value)| format!("{name}:{}\n", one_line(value))).collect();
    let question_mark = if parameters.is_empty() { "" } else { "?" };
    let parameters: Vec<String> = parameters
        .iter()
        .filter_map(|(name, value)| value.as_ref().map(|value| format!("{name}={}", value.text())))
        .collect();
    format!("{method}\n{headers}{path}{question_mark}{}", parameters.join("&"))
}

/// The headers that are signed: the custom ones and `date`.
pub(super) fn signed_headers(headers: &HeaderMap, prefix: &str) -> Vec<(String, String)> {
    headers
        .keys()
        .filter(|name| name.as_str().starts_with(prefix) || **name == DATE)
        .map(|name| {
            let values: Vec<String> = headers.get_all(name).iter().map(|value| latin1(value.as_bytes())).collect();
            (name.to_string(), values.join(", "))
        })
        .collect()
}

fn one_line(value: &str) -> String {
    value.replace(['\t', '\n', '\r', '\u{c}'], " ").trim().to_owned()
}

/// Node.js takes each byte of a header for a character.
fn latin1(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}
