//! That the version of OpenAPI is one that was released.

use serde_yaml::{Mapping, Value};

use super::super::trail::Trail;
use super::Lint;
use crate::diagnostic::Rule;

/// The last release of 3.0, and the last that there will be.
const LAST: u32 = 4;

/// Reports a version of 3.0 that there is not. Without its last number it stands for all of them.
pub(super) fn check(lint: &mut Lint<'_>, document: &Mapping, at: &Trail<'_>) {
    let Some(version) = document.get("openapi").and_then(Value::as_str) else { return };
    let is_release = match version.strip_prefix("3.0.") {
        Some(release) => release.parse::<u32>().is_ok_and(|release| release <= LAST),
        None => version == "3.0",
    };
    if !is_release {
        let place = lint.value(&Trail::Key(at, "openapi"));
        let message = format!("there is no version {version} of OpenAPI");
        let help = "write `openapi: 3.0.3` or `3.0.4`; the version of the API stands in `info`";
        lint.report(Rule::UnknownVersion, message, place, "read as 3.0.4", help);
    }
}
