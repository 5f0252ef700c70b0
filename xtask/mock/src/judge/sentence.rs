//! One sentence for each rule of JSON Schema, with the limit in it.

use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use serde_json::Value;

use super::wording::{did_you_mean, instead, is_secret, listed, shown, subject};

/// What is wrong with the value at `pointer`.
pub(super) fn sentence(kind: &Kind, value: &Value, rule: &str, pointer: &str) -> String {
    let what = subject(pointer);
    let instead = instead(pointer, value);
    match kind {
        Kind::Type { kind } => format!("{what} must be of type {}{instead}", types(kind)),
        Kind::Enum { options } => {
            let values = options.as_array().map(Vec::as_slice).unwrap_or_default();
            let guess = match value.as_str() {
                Some(text) if !instead.is_empty() => did_you_mean(text, values.iter().filter_map(Value::as_str)),
                _ => String::new(),
            };
            format!("{what} must be one of {}{instead}{guess}", listed(values))
        }
        Kind::Required { .. } => format!("{what} is required and missing"),
        Kind::Minimum { .. } | Kind::Maximum { .. } if rule == "format" => {
            format!("{what} must fit into the integer format that the document states{instead}")
        }
        Kind::Minimum { limit } => format!("{what} must be at least {}{instead}", shown(limit)),
        Kind::Maximum { limit } => format!("{what} must be at most {}{instead}", shown(limit)),
        Kind::ExclusiveMinimum { limit } => format!("{what} must be greater than {}{instead}", shown(limit)),
        Kind::ExclusiveMaximum { limit } => format!("{what} must be less than {}{instead}", shown(limit)),
        Kind::MultipleOf { multiple_of } => format!("{what} must be a multiple of {multiple_of}{instead}"),
        Kind::MinLength { limit } => format!("{what} must have at least {limit} characters, and has {}", length(value)),
        Kind::MaxLength { limit } => format!("{what} must have at most {limit} characters, and has {}", length(value)),
        Kind::MinItems { limit } => format!("{what} must have at least {limit} elements, and has {}", length(value)),
        Kind::MaxItems { limit } => format!("{what} must have at most {limit} elements, and has {}", length(value)),
        Kind::MinProperties { limit } => {
            format!("{what} must have at least {limit} properties, and has {}", length(value))
        }
        Kind::MaxProperties { limit } => {
            format!("{what} must have at most {limit} properties, and has {}", length(value))
        }
        Kind::UniqueItems => format!("no two elements of {what} may be equal"),
        Kind::Pattern { pattern } => format!("{what} must match the pattern {pattern}{instead}"),
        Kind::Format { format } => format!("{what} must have the format {format}{instead}"),
        Kind::Not { .. } => format!("{what} fits a schema that it must not fit"),
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => {
            format!("{what} fits none of the {} described alternatives{}", context.len(), nearest(context, pointer))
        }
        Kind::OneOfMultipleValid { context } => {
            let fitting = context.iter().filter(|errors| errors.is_empty()).count();
            format!("{what} must fit one of the {} described alternatives only, and fits {fitting}", context.len())
        }
        // The library's own words could repeat the value.
        other => format!("{what} breaks the rule {}", other.keyword()),
    }
}

/// What keeps a value from fitting the alternative that it is nearest to.
fn nearest(context: &[Vec<jsonschema::ValidationError<'static>>], pointer: &str) -> String {
    let Some(first) = context.iter().min_by_key(|errors| errors.len()).and_then(|errors| errors.first()) else {
        return String::new();
    };
    let inner = match first.kind() {
        Kind::Required { property } => format!("{}/{}", first.instance_path(), property.as_str().unwrap_or_default()),
        _ => first.instance_path().to_string(),
    };
    // What a secret is called by stands in the outer pointer too.
    let inner = if inner.is_empty() || is_secret(pointer) { pointer.to_owned() } else { inner };
    format!("; for the nearest, {}", sentence(first.kind(), first.instance(), first.kind().keyword(), &inner))
}

fn types(kind: &TypeKind) -> String {
    match kind {
        TypeKind::Single(name) => name.to_string(),
        TypeKind::Multiple(names) => names.iter().map(|name| name.to_string()).collect::<Vec<_>>().join(" or "),
    }
}

fn length(value: &Value) -> usize {
    match value {
        Value::String(text) => text.chars().count(),
        Value::Array(list) => list.len(),
        Value::Object(map) => map.len(),
        _ => 0,
    }
}
