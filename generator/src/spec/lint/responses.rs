//! That an operation says what it answers when all goes well.

use serde_yaml::{Mapping, Value};

use super::super::trail::Trail;
use super::super::walk::{is_extension, texts};
use super::Lint;
use crate::diagnostic::Rule;

/// Reports an operation whose answers are all failures.
pub(super) fn check(lint: &mut Lint<'_>, operation: &Mapping, at: &Trail<'_>) {
    let Some(responses) = operation.get("responses").and_then(Value::as_mapping) else { return };
    let mut statuses = texts(responses).map(|(status, _)| status).filter(|status| !is_extension(status));
    // What is no status was meant to be one, and is reported already.
    let is_failure = |status: &str| status.starts_with(['1', '4', '5']);
    if statuses.any(|status| !is_failure(status)) {
        return;
    }
    let place = lint.key(&Trail::Key(at, "responses"));
    let help =
        "describe what it answers, such as `\"200\": {description: Done.}`; until then its method answers nothing";
    lint.report(
        Rule::NoSuccessResponse,
        "this operation describes no answer of success".to_owned(),
        place,
        "no 2XX, 3XX or `default`",
        help,
    );
}
