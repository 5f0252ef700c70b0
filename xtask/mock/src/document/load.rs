//! Reading a document from text.

use serde_json::Value;

use super::{Document, read, split};

/// Why a document cannot be mocked.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// It is no YAML.
    #[error("{name} is not YAML: {source}")]
    Syntax {
        /// The document.
        name: String,
        /// What is wrong, with line and column.
        source: serde_yaml::Error,
    },
    /// It is no JSON.
    #[error("{name} is not JSON: {source}")]
    Json {
        /// The document.
        name: String,
        /// What is wrong, with line and column.
        source: serde_json::Error,
    },
    /// It is too large or too deep.
    #[error("{name} is too much to be read: {source}")]
    TooMuch {
        /// The document.
        name: String,
        /// What is too much.
        source: plain_yaml::Error,
    },
    /// It is not OpenAPI 3.0, or wrong in a place that matters here.
    #[error("{name}: {pointer}: {problem}")]
    Structure {
        /// The document.
        name: String,
        /// The place, as a JSON pointer.
        pointer: String,
        /// What is wrong there.
        problem: String,
    },
}

impl Document {
    /// Reads a document, YAML or JSON by its first character. `cargo xtask codegen` tells more about what is wrong with one.
    ///
    /// # Errors
    ///
    /// When it cannot be read, is not OpenAPI 3.0, or has a reference that leads nowhere.
    pub fn parse(name: &str, text: &str) -> Result<Document, LoadError> {
        Self::split(name, text, name, &mut |_| None)
    }

    /// Reads a document that is split over files. `file` is the name of its own; `read` gives the text of another, by its path from
    /// the document's folder, which leads nowhere else but by links on the disk.
    ///
    /// # Errors
    ///
    /// Like [`parse`](Self::parse), which reads no other file.
    pub fn split(
        name: &str,
        text: &str,
        file: &str,
        read: &mut dyn FnMut(&str) -> Option<String>,
    ) -> Result<Document, LoadError> {
        let mut root = parse(name, text)?;
        split::join(&mut root, file, read)?;
        let name = name.to_owned();
        match read::operations(&root) {
            Ok(operations) => Ok(Document { name, root, operations }),
            Err((pointer, problem)) => Err(LoadError::Structure { name, pointer, problem }),
        }
    }
}

/// A text as JSON.
pub(super) fn parse(name: &str, text: &str) -> Result<Value, LoadError> {
    let name = || name.to_owned();
    if text.len() > plain_yaml::LARGEST {
        return Err(LoadError::TooMuch { name: name(), source: plain_yaml::Error::TooLong });
    }
    if text.trim_start().starts_with('{') {
        return serde_json::from_str(text).map_err(|source| LoadError::Json { name: name(), source });
    }
    plain_yaml::read(text).map_err(|source| match source {
        plain_yaml::Error::Yaml(source) => LoadError::Syntax { name: name(), source },
        plain_yaml::Error::Json(source) => LoadError::Json { name: name(), source },
        source => LoadError::TooMuch { name: name(), source },
    })
}
