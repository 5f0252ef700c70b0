//! From a document's JSON to its operations.

use http::Method;
use serde_json::Value;

use super::reference::{child, resolve};
use super::{Body, Encoding, Location, MediaType, Operation, Parameter, PathTemplate, Response, Style};

/// A place and what is wrong there.
type Problem = (String, String);

const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// Every operation of a document.
pub(super) fn operations(root: &Value) -> Result<Vec<Operation>, Problem> {
    let version = root.get("openapi").and_then(Value::as_str).unwrap_or("none");
    if !version.starts_with("3.0") {
        return Err(("/openapi".to_owned(), format!("the version must be 3.0, and is {version}")));
    }
    let mut operations = Vec::new();
    let empty = serde_json::Map::new();
    let paths = root.get("paths").and_then(Value::as_object).unwrap_or(&empty);
    for (path, item) in paths {
        let pointer = child("/paths", path);
        let (item, pointer) = resolve(root, item, &pointer).ok_or_else(|| nowhere(&pointer))?;
        for name in METHODS {
            let Some(operation) = item.get(name) else { continue };
            operations.push(read(root, path, name, item, operation, &pointer)?);
        }
    }
    Ok(operations)
}

fn nowhere(pointer: &str) -> Problem {
    (pointer.to_owned(), "the reference leads nowhere; `cargo xtask check-spec` says why".to_owned())
}

fn read(
    root: &Value,
    path: &str,
    name: &str,
    item: &Value,
    operation: &Value,
    item_pointer: &str,
) -> Result<Operation, Problem> {
    let pointer = child(item_pointer, name);
    let upper = name.to_ascii_uppercase();
    let method = Method::from_bytes(upper.as_bytes()).map_err(|error| (pointer.clone(), error.to_string()))?;
    let id = operation.get("operationId").and_then(Value::as_str);
    let mut parameters = parameters(root, operation, &pointer)?;
    for inherited in self::parameters(root, item, item_pointer)? {
        let is_same = |own: &Parameter| own.name == inherited.name && own.location == inherited.location;
        if !parameters.iter().any(is_same) {
            parameters.push(inherited);
        }
    }
    let body = operation.get("requestBody").map(|body| {
        let pointer = child(&pointer, "requestBody");
        let (body, pointer) = resolve(root, body, &pointer).ok_or_else(|| nowhere(&pointer))?;
        let required = body.get("required") == Some(&Value::Bool(true));
        Ok::<_, Problem>(Body { required, content: content(body, &pointer) })
    });
    let mut responses = Vec::new();
    for (status, response) in operation.get("responses").and_then(Value::as_object).into_iter().flatten() {
        let pointer = child(&child(&pointer, "responses"), status);
        let (response, pointer) = resolve(root, response, &pointer).ok_or_else(|| nowhere(&pointer))?;
        responses.push(Response { status: status.clone(), content: content(response, &pointer) });
    }
    Ok(Operation {
        id: id.map_or_else(|| format!("{method} {path}"), str::to_owned),
        method,
        path: PathTemplate::new(path),
        parameters,
        body: body.transpose()?,
        responses,
        security: security(operation.get("security").or_else(|| root.get("security"))),
        hidden: operation.get("x-authing-hidden-from-sdk") == Some(&Value::Bool(true)),
        pointer,
    })
}

fn parameters(root: &Value, holder: &Value, pointer: &str) -> Result<Vec<Parameter>, Problem> {
    let listed = holder.get("parameters").and_then(Value::as_array).into_iter().flatten().enumerate();
    let read = |(index, parameter): (usize, &Value)| {
        let pointer = child(&child(pointer, "parameters"), &index.to_string());
        let (parameter, pointer) = resolve(root, parameter, &pointer).ok_or_else(|| nowhere(&pointer))?;
        self::parameter(parameter, &pointer)
    };
    listed.map(read).collect()
}

fn parameter(parameter: &Value, pointer: &str) -> Result<Parameter, Problem> {
    let text = |key: &str| parameter.get(key).and_then(Value::as_str);
    let wrong = |problem: &str| (pointer.to_owned(), problem.to_owned());
    let location = match text("in") {
        Some("path") => Location::Path,
        Some("query") => Location::Query,
        Some("header") => Location::Header,
        Some("cookie") => Location::Cookie,
        _ => return Err(wrong("a parameter is in path, query, header or cookie")),
    };
    let style = match (text("style"), location) {
        (Some("form"), _) | (None, Location::Query | Location::Cookie) => Style::Form,
        (Some("simple"), _) | (None, _) => Style::Simple,
        (Some("label"), _) => Style::Label,
        (Some("matrix"), _) => Style::Matrix,
        (Some("spaceDelimited"), _) => Style::SpaceDelimited,
        (Some("pipeDelimited"), _) => Style::PipeDelimited,
        (Some("deepObject"), _) => Style::DeepObject,
        (Some(_), _) => return Err(wrong("the style is none that OpenAPI knows")),
    };
    let explode = parameter.get("explode").and_then(Value::as_bool);
    let mut carried = content(parameter, pointer);
    let is_json = !carried.is_empty();
    let carried = carried.pop().unwrap_or_else(|| media_type("", parameter, pointer));
    Ok(Parameter {
        name: text("name").ok_or_else(|| wrong("a parameter has a name"))?.to_owned(),
        location,
        required: location == Location::Path || parameter.get("required") == Some(&Value::Bool(true)),
        style,
        explode: explode.unwrap_or(style == Style::Form),
        states_style: text("style").is_some() || explode.is_some(),
        schema: carried.schema,
        is_json,
        pointer: carried.pointer,
        example: carried.example,
    })
}

fn content(holder: &Value, pointer: &str) -> Vec<MediaType> {
    let listed = holder.get("content").and_then(Value::as_object).into_iter().flatten();
    listed.map(|(name, it)| media_type(name, it, &child(&child(pointer, "content"), name))).collect()
}

fn media_type(name: &str, holder: &Value, pointer: &str) -> MediaType {
    let examples = holder.get("examples").and_then(Value::as_object).and_then(|examples| examples.values().next());
    let example = holder.get("example").or_else(|| examples?.get("value"));
    MediaType {
        name: name.to_owned(),
        schema: holder.get("schema").cloned().unwrap_or_else(|| Value::Object(serde_json::Map::new())),
        pointer: child(pointer, "schema"),
        example: example.cloned(),
        encodings: Encoding::all(holder),
    }
}

fn security(stated: Option<&Value>) -> Vec<Vec<String>> {
    let alternatives = stated.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object);
    alternatives.map(|needed| needed.keys().cloned().collect()).collect()
}
