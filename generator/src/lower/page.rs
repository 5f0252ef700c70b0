//! What an operation says in extensions about its reference page.
//!
//! - `x-related-operations`: operations that a reader may want next, each as `POST /path`.
//! - `x-search-terms`: words under which people look for it.
//! - `x-codeSamples` (Redocly) and `x-authing-code-samples`: code in other languages.

use serde_json::Value;

use super::area::Found;
use super::context::{At, Lowering};
use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::model::{CodeSample, Ident, Method, Page, Related};
use crate::naming::{Case, ident, slug};
use crate::settings::ClientSettings;

/// Reads the extensions; the path of the page and what is computed is left to passes.
pub(super) fn lower(lowering: &mut Lowering<'_>, found: &Found<'_>) -> Page {
    let extension = |key: &str| found.raw.extensions.get(key);
    let related = listed(extension(RELATED)).enumerate().filter_map(|(index, text)| {
        let target = related(lowering, text);
        if target.is_none() {
            report(lowering, text, &found.at.child(RELATED).index(index));
        }
        target
    });
    Page {
        related: related.collect(),
        terms: listed(extension("x-search-terms")).map(str::to_owned).collect(),
        samples: extension("x-codeSamples")
            .into_iter()
            .flat_map(list_of_samples)
            .chain(extension("x-authing-code-samples").into_iter().flat_map(map_of_samples))
            .collect(),
        ..Page::default()
    }
}

/// The folder of an area's pages.
pub(super) fn folder(client: &ClientSettings, module: &Ident) -> String {
    format!("{}/{}", slug(ident(&client.module, Case::Module).plain()), slug(module.plain()))
}

const RELATED: &str = "x-related-operations";

fn listed(extension: Option<&Value>) -> impl Iterator<Item = &str> {
    extension.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

/// The operation that `POST /path` names, if a document has it.
fn related(lowering: &Lowering<'_>, text: &str) -> Option<Related> {
    let (verb, path) = text.split_once(' ')?;
    let method = Method::ALL.into_iter().find(|method| method.as_str() == verb)?;
    lowering.has_operation(method, path).then(|| Related {
        method,
        path: path.to_owned(),
        title: String::new(),
        page: String::new(),
    })
}

fn report(lowering: &mut Lowering<'_>, text: &str, at: &At) {
    let place = Place::value(&lowering.document(at).source, &at.pointer);
    let message = format!("`{RELATED}` names `{text}`, an operation that no document has");
    let operations = lowering.documents.iter().flat_map(|document| document.openapi.operations());
    let known = operations.map(|(path, method, _)| format!("{} {path}", method.to_ascii_uppercase()));
    let help = lowering.diagnostics.nearest(text, known).map_or_else(
        || "write the method in capitals and the path as it stands under `paths`: `POST /api/v3/signin`".to_owned(),
        |known| format!("did you mean `{known}`?"),
    );
    lowering.diagnostics.push(Diagnostic::new(Rule::UnknownOperation, message, place).help(help));
}

/// `x-codeSamples: [{ lang: Python, label: SDK, source: ... }]`.
fn list_of_samples(extension: &Value) -> Vec<CodeSample> {
    let sample = |entry: &Value| {
        let text = |key: &str| entry.get(key).and_then(Value::as_str);
        let (language, source) = (text("lang")?, text("source")?);
        Some(sample(language, text("label").unwrap_or(language), source))
    };
    extension.as_array().into_iter().flatten().filter_map(sample).collect()
}

/// `x-authing-code-samples: { go: ..., java: ... }`.
fn map_of_samples(extension: &Value) -> Vec<CodeSample> {
    let entries = extension.as_object().into_iter().flatten();
    entries.filter_map(|(language, source)| Some(sample(language, language, source.as_str()?))).collect()
}

fn sample(language: &str, label: &str, source: &str) -> CodeSample {
    CodeSample {
        language: language.to_ascii_lowercase(),
        label: label.to_owned(),
        source: source.trim_end().replace("\r\n", "\n"),
    }
}
