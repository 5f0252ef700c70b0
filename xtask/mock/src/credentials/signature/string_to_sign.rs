//! The string to sign, made anew from a request as it came, as a JavaScript server would.

use http::{HeaderMap, Method};
use indexmap::IndexMap;

use super::json::Json;
use crate::credentials::Presented;

/// What a signature covers: method, headers, path, parameters.
pub(super) struct StringToSign {
    /// The method and the headers, each with its line end, and the path.
    head: String,
    /// The parameters by name, sorted by UTF-16 code units.
    parameters: Vec<(String, Json)>,
}

impl StringToSign {
    /// The string of a request whose own headers begin with `prefix`.
    pub(super) fn of(presented: Presented<'_>, prefix: &str) -> Self {
        let mut head = format!("{}\n", presented.method);
        for (name, value) in headers(presented.headers, prefix) {
            head.push_str(&format!("{name}:{value}\n"));
        }
        head.push_str(presented.path);
        // The parameters are the query of a GET, and the body of everything else.
        let parameters = if presented.method == Method::GET {
            query(presented.query.unwrap_or_default())
        } else {
            body(presented.body)
        };
        let mut parameters: Vec<(String, Json)> = parameters.into_iter().collect();
        parameters.sort_by(|(one, _), (other, _)| one.encode_utf16().cmp(other.encode_utf16()));
        StringToSign { head, parameters }
    }

    /// The whole string.
    pub(super) fn text(&self) -> String {
        self.with(|value| value.parameter())
    }

    /// The string with the parameters' names alone.
    pub(super) fn without_values(&self) -> String {
        self.with(|_| "..".to_owned())
    }

    fn with(&self, show: impl Fn(&Json) -> String) -> String {
        if self.parameters.is_empty() {
            return self.head.clone();
        }
        let pairs: Vec<String> =
            self.parameters.iter().map(|(name, value)| format!("{name}={}", show(value))).collect();
        format!("{}?{}", self.head, pairs.join("&"))
    }
}

/// The headers that are signed: `date` and the service's own, sorted by name.
fn headers(headers: &HeaderMap, prefix: &str) -> Vec<(String, String)> {
    let names = headers.keys().map(http::HeaderName::as_str);
    let mut names: Vec<&str> = names.filter(|name| *name == "date" || name.starts_with(prefix)).collect();
    names.sort_unstable();
    let value = |name: &str| {
        let values: Vec<String> = headers.get_all(name).iter().map(|value| filtered(value.as_bytes())).collect();
        values.join(", ")
    };
    names.into_iter().map(|name| (name.to_owned(), value(name))).collect()
}

/// Tabs and line ends become spaces. A JavaScript server reads each byte as a character.
fn filtered(value: &[u8]) -> String {
    let text: String = value.iter().map(|byte| char::from(*byte)).collect();
    text.replace(['\t', '\n', '\r', '\u{c}'], " ").trim().to_owned()
}

/// A query, decoded. `name[]` or a name that comes again makes a list.
fn query(text: &str) -> IndexMap<String, Json> {
    let mut parameters: IndexMap<String, Json> = IndexMap::new();
    for (name, value) in form_urlencoded::parse(text.as_bytes()) {
        let value = Json::Text(value.into_owned());
        let (name, is_list) = name.strip_suffix("[]").map_or((&*name, false), |name| (name, true));
        match parameters.get_mut(name) {
            Some(Json::List(list)) => list.push(value),
            Some(first) => *first = Json::List(vec![first.clone(), value]),
            None => {
                let value = if is_list { Json::List(vec![value]) } else { value };
                parameters.insert(name.to_owned(), value);
            }
        }
    }
    parameters
}

/// The properties of a body. One that is no JSON, or has no properties, is not signed.
fn body(bytes: &[u8]) -> IndexMap<String, Json> {
    match serde_json::from_slice(bytes) {
        Ok(Json::Object(properties)) => properties,
        // To JavaScript a list is an object whose keys are its indexes.
        Ok(Json::List(items)) => items.into_iter().enumerate().map(|(index, item)| (index.to_string(), item)).collect(),
        _ => IndexMap::new(),
    }
}
