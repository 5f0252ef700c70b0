//! A call by hand: the request of an operation for `curl`, with a placeholder for each credential.

use super::super::json;
use crate::model::{
    Argument, Client, Credential, Encoding, Json, Location, MediaKind, Method, Operation, Parameter, Segment,
};

/// The command, over as many lines as it has parts.
///
/// ```text
/// curl --request POST 'https://example.genauth.ai/api/v3/delete-account' \
///   --header 'authorization: Bearer ACCESS_TOKEN' \
///   --header 'content-type: application/json' \
///   --data '{"deleteAccountToken": "eyJhbGciOi..."}'
/// ```
pub(super) fn command(client: &Client, operation: &Operation) -> String {
    let base = client.base_url.as_deref().unwrap_or("https://api.example.com");
    let mut query = query(operation);
    let mut headers = Vec::new();
    for credential in credentials(client, operation) {
        match credential {
            Credential::Key { location: Location::Query, wire_name } => {
                query.push(format!("{}={}", escaped(wire_name), placeholder(wire_name)));
            }
            Credential::Key { location: Location::Cookie, wire_name } => {
                headers.push(format!("cookie: {wire_name}={}", placeholder(wire_name)));
            }
            Credential::Key { wire_name, .. } => headers.push(format!("{wire_name}: {}", placeholder(wire_name))),
            Credential::Basic => headers.push("authorization: Basic CREDENTIALS".to_owned()),
            Credential::Http(scheme) => headers.push(format!("authorization: {scheme} CREDENTIALS")),
            Credential::Bearer | Credential::OAuth2 | Credential::OpenIdConnect(_) => {
                headers.push("authorization: Bearer ACCESS_TOKEN".to_owned());
            }
        }
    }
    headers.extend(sent_headers(operation));
    let query = if query.is_empty() { String::new() } else { format!("?{}", query.join("&")) };
    let address = format!("{base}{}{query}", path(operation));
    // With `--request HEAD` curl would wait for a body.
    let method = match operation.method {
        Method::Head => "--head".to_owned(),
        method => format!("--request {}", method.as_str()),
    };
    let mut parts = vec![format!("curl {method} {}", quoted(&address))];
    let body = body(operation, &mut headers);
    parts.extend(headers.iter().map(|header| format!("--header {}", quoted(header))));
    parts.extend(body);
    parts.join(" \\\n  ")
}

/// The credentials of the first alternative that the operation takes, in the document's order.
fn credentials<'a>(client: &'a Client, operation: &'a Operation) -> impl Iterator<Item = &'a Credential> {
    let needed = operation.security.first().into_iter().flatten();
    needed
        .filter_map(|needed| client.security.iter().find(|scheme| scheme.wire_name == needed.scheme))
        .map(|it| &it.credential)
}

/// `x-authing-app-id` becomes `AUTHING_APP_ID`.
fn placeholder(wire_name: &str) -> String {
    let name = wire_name.strip_prefix("x-").unwrap_or(wire_name);
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '_' }).collect()
}

fn path(operation: &Operation) -> String {
    let value = |name: &str| {
        let given =
            operation.page.example.parameters.iter().find(|it| it.location == Location::Path && it.wire_name == name);
        given.map_or_else(|| name.to_owned(), |argument| escaped(&plain(&argument.value)))
    };
    let segments = operation.path.segments.iter().map(|segment| match segment {
        Segment::Literal(text) => text.clone(),
        Segment::Variable(name) => value(name),
    });
    segments.collect()
}

fn query(operation: &Operation) -> Vec<String> {
    let mut pairs = Vec::new();
    for (argument, parameter) in given(operation, Location::Query) {
        let name = escaped(&argument.wire_name);
        match (&argument.value, parameter.encoding) {
            (Json::List(elements), Encoding::Brackets) => {
                pairs.extend(elements.iter().map(|element| format!("{name}%5B%5D={}", escaped(&plain(element)))));
            }
            (Json::List(elements), Encoding::FormExplode) => {
                pairs.extend(elements.iter().map(|element| format!("{name}={}", escaped(&plain(element)))));
            }
            (Json::List(elements), encoding) => {
                let separator = match encoding {
                    Encoding::Space => "%20",
                    Encoding::Pipe => "%7C",
                    _ => ",",
                };
                let values: Vec<String> = elements.iter().map(|element| escaped(&plain(element))).collect();
                pairs.push(format!("{name}={}", values.join(separator)));
            }
            (Json::Object(properties), Encoding::DeepObject) => {
                let pair =
                    |(key, value): &(String, Json)| format!("{name}%5B{}%5D={}", escaped(key), escaped(&plain(value)));
                pairs.extend(properties.iter().map(pair));
            }
            (Json::Object(properties), Encoding::FormExplode) => {
                pairs.extend(
                    properties.iter().map(|(key, value)| format!("{}={}", escaped(key), escaped(&plain(value)))),
                );
            }
            (value, _) => pairs.push(format!("{name}={}", escaped(&plain(value)))),
        }
    }
    pairs
}

fn sent_headers(operation: &Operation) -> Vec<String> {
    let headers = given(operation, Location::Header);
    let cookies = given(operation, Location::Cookie);
    let header = headers.map(|(argument, _)| format!("{}: {}", argument.wire_name, plain(&argument.value)));
    header
        .chain(cookies.map(|(argument, _)| format!("cookie: {}={}", argument.wire_name, plain(&argument.value))))
        .collect()
}

fn given(operation: &Operation, location: Location) -> impl Iterator<Item = (&Argument, &Parameter)> {
    let arguments = operation.page.example.parameters.iter().filter(move |argument| argument.location == location);
    arguments.filter_map(move |argument| {
        let mut parameters = operation.parameters.iter().flat_map(|set| &set.parameters);
        let parameter = parameters.find(|it| it.location == location && it.wire_name == argument.wire_name)?;
        Some((argument, parameter))
    })
}

fn body(operation: &Operation, headers: &mut Vec<String>) -> Vec<String> {
    let Some(body) = &operation.body else { return Vec::new() };
    let media_type = &body.content.media_type;
    let Some(value) = &operation.page.example.body else { return Vec::new() };
    let fields = |option: &str, properties: &[(String, Json)]| -> Vec<String> {
        properties
            .iter()
            .map(|(name, value)| format!("{option} {}", quoted(&format!("{name}={}", plain(value)))))
            .collect()
    };
    match (body.content.kind, value) {
        (MediaKind::Form, Json::Object(properties)) => fields("--data-urlencode", properties),
        (MediaKind::Multipart, Json::Object(properties)) => {
            let part = |(name, value): &(String, Json)| match name.as_str() {
                "file" => format!("--form {}", quoted("file=@file.txt")),
                name => format!("--form {}", quoted(&format!("{name}={}", plain(value)))),
            };
            properties.iter().map(part).collect()
        }
        (MediaKind::Text | MediaKind::Bytes, _) => {
            headers.push(format!("content-type: {media_type}"));
            vec![format!("--data-binary {}", quoted("@file.txt"))]
        }
        _ => {
            headers.push("content-type: application/json".to_owned());
            vec![format!("--data {}", quoted(&json::compact(value)))]
        }
    }
}

/// A value as it stands in an address.
fn plain(json: &Json) -> String {
    match json {
        Json::Text(text) | Json::Number(text) => text.clone(),
        other => json::compact(other),
    }
}

/// Percent-encoding (RFC 3986) of all but the unreserved characters.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => escaped.push(char::from(byte)),
            byte => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    escaped
}

/// A word of a shell, within single quotes.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}
