//! An OpenAPI 3.0 document as plain JSON, with its operations found and its references followed.
//!
//! Nothing of the generator is used here: a mistake in its model must not be repeated by the judge.

mod encoding;
mod load;
mod operation;
mod parameter;
mod path;
mod read;
mod reference;
mod split;

pub use encoding::Encoding;
pub use load::LoadError;
pub use operation::{Body, MediaType, Operation, Response};
pub use parameter::{Location, Parameter, Style};
pub use path::PathTemplate;
pub(crate) use reference::{child, resolve};

use http::Method;
use serde_json::{Map, Value};

/// An OpenAPI document.
#[derive(Debug)]
pub struct Document {
    /// The name of its file, without the extension.
    pub name: String,
    /// The whole document.
    pub root: Value,
    /// Its operations, by path and method.
    pub operations: Vec<Operation>,
}

impl Document {
    /// The operation with this id.
    pub fn operation(&self, id: &str) -> Option<&Operation> {
        self.operations.iter().find(|operation| operation.id == id)
    }

    /// The operation that a method and a path (without query, as sent) belong to, with the path's variables decoded.
    ///
    /// A path without variables goes first (OpenAPI 3.0.4, section 4.7.8.2).
    pub fn find(&self, method: &Method, path: &str) -> Option<(&Operation, Map<String, Value>)> {
        let mut best: Option<(&Operation, Map<String, Value>)> = None;
        for operation in self.operations.iter().filter(|operation| operation.method == *method) {
            let Some(variables) = operation.path.matches(path) else { continue };
            if variables.is_empty() {
                return Some((operation, variables));
            }
            best.get_or_insert((operation, variables));
        }
        best
    }

    /// The methods that a path has.
    pub fn methods(&self, path: &str) -> Vec<Method> {
        let matching = self.operations.iter().filter(|operation| operation.path.matches(path).is_some());
        matching.map(|operation| operation.method.clone()).collect()
    }

    /// What a JSON pointer into the document stands for.
    pub fn at(&self, pointer: &str) -> Option<&Value> {
        self.root.pointer(pointer)
    }
}
