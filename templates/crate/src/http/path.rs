//! Path templates: `/users/{id}`.

use super::escape::escape;

/// Puts a value into its place in a path, as one segment.
pub(crate) fn substitute(path: &str, name: &str, value: &str) -> Result<String, String> {
    substitute_escaped(path, name, &escape(value).to_string())
}

/// Puts a value into its place that is escaped already.
pub(crate) fn substitute_escaped(path: &str, name: &str, value: &str) -> Result<String, String> {
    // Each of these would lead to another path: an empty segment vanishes, and dots go up even when they are escaped.
    if matches!(value, "" | "." | "..") {
        return Err(format!("the path parameter `{name}` must not be empty or consist of dots"));
    }
    let place = format!("{{{name}}}");
    if !path.contains(&place) {
        return Err(format!("the path has no parameter `{name}`"));
    }
    Ok(path.replace(&place, value))
}

/// Makes sure that a path stays on its host and that no place is left open. A brace without its partner is text, and values
/// have theirs escaped.
pub(crate) fn check(path: &str) -> Result<(), String> {
    // Behind the base URL, anything else would make another host: `https://api.example.com` and `.evil.example/`, or
    // `@evil.example/`. The client's credentials would go there.
    if !path.starts_with('/') {
        return Err("the path does not begin with a slash".to_owned());
    }
    let is_open = path.split_once('{').is_some_and(|(_, rest)| rest.contains('}'));
    if is_open { Err("a path parameter is missing".to_owned()) } else { Ok(()) }
}
