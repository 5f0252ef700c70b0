//! Validators of schemas, compiled when they are first needed.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

use super::dialect::{Purpose, translate};
use crate::document::Document;

/// The validators of one document.
#[derive(Debug, Default)]
pub(super) struct Validators {
    compiled: RwLock<HashMap<(String, Purpose), Arc<Compiled>>>,
}

/// A schema that values can be held against.
#[derive(Debug)]
pub(super) struct Compiled {
    pub(super) validator: Validator,
    /// Where each of its definitions stands in the document.
    pub(super) places: Vec<String>,
}

impl Validators {
    /// The validator of the schema at `pointer`.
    ///
    /// # Errors
    ///
    /// Why the schema is none, in words.
    pub(super) fn get(&self, document: &Document, pointer: &str, purpose: Purpose) -> Result<Arc<Compiled>, String> {
        let key = (pointer.to_owned(), purpose);
        if let Some(known) = self.compiled.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(Arc::clone(known));
        }
        // Two requests may compile the same schema at once, which harms nobody.
        let translated = translate(document, pointer, purpose)?;
        let validator = compile(&translated.schema).map_err(|error| error.to_string())?;
        let compiled = Arc::new(Compiled { validator, places: translated.places });
        self.compiled.write().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&compiled));
        Ok(compiled)
    }
}

fn compile(schema: &Value) -> Result<Validator, Box<jsonschema::ValidationError<'static>>> {
    let options = jsonschema::options()
        .with_draft(Draft::Draft4)
        .should_validate_formats(true)
        .with_format("byte", |text: &str| STANDARD.decode(text).is_ok())
        .with_format("uuid", is_uuid);
    options.build(schema).map_err(Box::new)
}

/// Draft 4 does not know the format; a later draft does.
fn is_uuid(text: &str) -> bool {
    static LATER: LazyLock<Option<Validator>> = LazyLock::new(|| {
        let options = jsonschema::options().with_draft(Draft::Draft202012).should_validate_formats(true);
        options.build(&json!({"format": "uuid"})).ok()
    });
    LATER.as_ref().is_none_or(|validator| validator.is_valid(&Value::from(text)))
}
