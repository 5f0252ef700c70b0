//! Path templates: `/users/{id}`.

use super::escape::escape;

/// Puts a value into its place in a path, as one segment.
pub(crate) fn substitute(path: &str, name: &str, value: &str) -> Result<String, String> {
    // Each of these would lead to another path: an empty segment vanishes, and dots go up even when they are escaped.
    if matches!(value, "" | "." | "..") {
        return Err(format!("the path parameter `{name}` must not be empty or consist of dots"));
    }
    let place = format!("{{{name}}}");
    if !path.contains(&place) {
        return Err(format!("the path has no parameter `{name}`"));
    }
    Ok(path.replace(&place, &escape(value).to_string()))
}

/// Makes sure that no place is left open.
pub(crate) fn check_complete(path: &str) -> Result<(), String> {
    if path.contains(['{', '}']) { Err("a path parameter is missing".to_owned()) } else { Ok(()) }
}
