//! References inside of a document (OpenAPI 3.0.4, section 4.7.23).

use percent_encoding::percent_decode_str;
use serde_json::Value;

/// How many references lead to one another before they count as a circle.
const LONGEST_CHAIN: usize = 32;

/// What a value stands for, with its place: itself, or what its `$ref` leads to. `None` when it leads nowhere.
pub(crate) fn resolve<'a>(root: &'a Value, value: &'a Value, pointer: &str) -> Option<(&'a Value, String)> {
    let (mut value, mut pointer) = (value, pointer.to_owned());
    for _ in 0..LONGEST_CHAIN {
        let Some(reference) = value.get("$ref").and_then(Value::as_str) else { return Some((value, pointer)) };
        (value, pointer) = target(root, reference)?;
    }
    None
}

/// What a reference leads to. Its fragment may be percent-encoded (RFC 6901, section 6).
fn target<'a>(root: &'a Value, reference: &str) -> Option<(&'a Value, String)> {
    let written = reference.strip_prefix('#')?;
    if let Some(value) = root.pointer(written) {
        return Some((value, written.to_owned()));
    }
    let decoded = percent_decode_str(written).decode_utf8().ok()?;
    Some((root.pointer(&decoded)?, decoded.into_owned()))
}

/// A JSON pointer (RFC 6901) one step deeper.
pub(crate) fn child(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}
