//! That runtime expressions are such (OpenAPI 3.0.4, section 4.7.20.4).

use serde_yaml::{Mapping, Value};

use super::super::trail::Trail;
use super::super::walk::{is_extension, texts};
use super::Lint;
use crate::diagnostic::{Place, Rule};

/// Reports keys of a callback with an expression that is none.
pub(super) fn check_callback(lint: &mut Lint<'_>, callback: &Mapping, at: &Trail<'_>) {
    for (key, _) in texts(callback).filter(|(key, _)| !is_extension(key)) {
        if let Some(wrong) = embedded(key).into_iter().find(|expression| !is_expression(expression)) {
            let place = lint.key(&Trail::Key(at, key));
            report(lint, wrong, place);
        }
    }
}

/// Reports parameters and the body of a link that begin like an expression and are none.
pub(super) fn check_link(lint: &mut Lint<'_>, link: &Mapping, at: &Trail<'_>) {
    let parameters = link.get("parameters").and_then(Value::as_mapping).into_iter().flat_map(texts);
    let list = Trail::Key(at, "parameters");
    let set = parameters.map(|(name, value)| (Trail::Key(&list, name), value));
    let body = link.get("requestBody").map(|body| (Trail::Key(at, "requestBody"), body));
    for (at, value) in set.chain(body) {
        let wrong = value.as_str().and_then(|value| embedded(value).into_iter().find(|it| !is_expression(it)));
        if let Some(wrong) = wrong {
            let place = lint.value(&at);
            report(lint, wrong, place);
        }
    }
}

fn report(lint: &mut Lint<'_>, wrong: &str, place: Place) {
    let message = format!("`{wrong}` is no runtime expression");
    let help = "write for example `$request.body#/url`, `$request.query.id`, `$response.header.Location` or `$url`";
    lint.report(Rule::InvalidExpression, message, place, "not an expression", help);
}

/// The whole text where it begins with a dollar sign, or else what stands in braces and does.
fn embedded(text: &str) -> Vec<&str> {
    if text.starts_with('$') {
        return vec![text];
    }
    let braces = text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0));
    braces.filter(|inner| inner.starts_with('$')).collect()
}

fn is_expression(text: &str) -> bool {
    if ["$url", "$method", "$statusCode"].contains(&text) {
        return true;
    }
    let source = text.strip_prefix("$request.").or_else(|| text.strip_prefix("$response."));
    let Some(source) = source else { return false };
    let is_token = |name: &str| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
    };
    match source.split_once(['.', '#']) {
        None => source == "body",
        Some(("header", name)) => is_token(name),
        Some(("query" | "path", name)) => !name.is_empty(),
        Some(("body", pointer)) => source.starts_with("body#") && (pointer.is_empty() || pointer.starts_with('/')),
        Some(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{embedded, is_expression};

    #[test]
    fn the_expressions_of_the_specification_are_such() {
        for right in [
            "$url",
            "$method",
            "$statusCode",
            "$request.path.id",
            "$request.header.content-type",
            "$request.body",
            "$request.body#/user/uuid",
            "$response.body#/status",
            "$response.header.Server",
            "$request.query.queryUrl",
        ] {
            assert!(is_expression(right), "{right}");
        }
        for wrong in ["$", "$request", "$request.", "$request.bdy#/a", "$request.body.url", "$request.header.", "$body"]
        {
            assert!(!is_expression(wrong), "{wrong}");
        }
    }

    #[test]
    fn expressions_stand_in_braces_or_alone() {
        assert_eq!(embedded("http://example.com?url={$request.body#/url}&id={id}"), ["$request.body#/url"]);
        assert_eq!(embedded("$request.body#/a"), ["$request.body#/a"]);
        assert!(embedded("https://example.com/hook").is_empty());
    }
}
