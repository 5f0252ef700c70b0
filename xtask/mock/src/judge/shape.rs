//! What schemas say together about a value: references followed, and `allOf`, `oneOf`, `anyOf` taken as one.
//!
//! Whether a value is valid is not decided here but by `jsonschema`. This is for what must be known before (is a text a number
//! or a list?) and what a validator does not ask (does anybody know this property?).

use serde_json::Value;

use crate::document::{Document, child, resolve};

/// The schemas that describe one value.
#[derive(Clone, Debug)]
pub(super) struct Shape<'a> {
    document: &'a Document,
    views: Vec<View<'a>>,
    /// Whether one of several alternatives takes any object.
    has_free_alternative: bool,
}

/// One schema, and where it stands in the document.
#[derive(Clone, Debug)]
struct View<'a> {
    schema: &'a Value,
    pointer: String,
    /// Whether the value need not follow it, since it stands in `oneOf` or `anyOf`.
    is_alternative: bool,
}

impl<'a> Shape<'a> {
    /// The shape that the schema at `pointer` describes.
    pub(super) fn at(document: &'a Document, pointer: &str) -> Self {
        let mut shape = Shape::none(document);
        if let Some(schema) = document.at(pointer) {
            shape.add(schema, pointer, false);
        }
        shape
    }

    /// The shape that nothing is said about.
    pub(super) fn none(document: &'a Document) -> Self {
        Shape { document, views: Vec::new(), has_free_alternative: false }
    }

    /// The shape at a JSON pointer into the value.
    pub(super) fn follow(&self, pointer: &str) -> Self {
        let step = |shape: Self, key: &str| {
            if shape.is("array") { shape.items() } else { shape.property(&key.replace("~1", "/").replace("~0", "~")) }
        };
        pointer.split('/').skip(1).fold(self.clone(), step)
    }

    fn add(&mut self, schema: &'a Value, pointer: &str, is_alternative: bool) {
        let Some((schema, pointer)) = resolve(&self.document.root, schema, pointer) else { return };
        // A schema that leads back to itself adds nothing new.
        if self.views.iter().any(|view| view.pointer == pointer) {
            return;
        }
        self.views.push(View { schema, pointer: pointer.clone(), is_alternative });
        for (keyword, are_alternatives) in [("allOf", is_alternative), ("oneOf", true), ("anyOf", true)] {
            let branches = schema.get(keyword).and_then(Value::as_array).into_iter().flatten().enumerate();
            for (index, branch) in branches {
                let place = child(&child(&pointer, keyword), &index.to_string());
                let before = self.views.len();
                self.add(branch, &place, are_alternatives);
                let added = self.views.get(before..).unwrap_or_default();
                self.has_free_alternative |= keyword != "allOf" && is_free(added);
            }
        }
    }

    /// The document that it comes from.
    pub(super) fn document(&self) -> &'a Document {
        self.document
    }

    /// Whether nothing is said about the value.
    pub(super) fn is_empty(&self) -> bool {
        self.views.is_empty()
    }

    /// The types that the value may have; empty when it may have any.
    pub(super) fn types(&self) -> Vec<&'a str> {
        types(&self.views)
    }

    /// Whether the value is said to be of this type, possibly among others.
    pub(super) fn is(&self, name: &str) -> bool {
        self.types().contains(&name)
    }

    /// Whether the value is bytes rather than text.
    pub(super) fn is_binary(&self) -> bool {
        self.views.iter().any(|view| view.schema.get("format").and_then(Value::as_str) == Some("binary"))
    }

    /// The names of the properties that anything is said about.
    pub(super) fn names(&self) -> Vec<&'a str> {
        let objects = self.views.iter().filter_map(|view| view.schema.get("properties")?.as_object());
        objects.flat_map(|properties| properties.keys().map(String::as_str)).collect()
    }

    /// What is said about a property of this name, other than by `additionalProperties`.
    pub(super) fn property(&self, name: &str) -> Shape<'a> {
        let mut shape = Shape::none(self.document);
        for view in &self.views {
            if let Some(schema) = view.schema.get("properties").and_then(|properties| properties.get(name)) {
                shape.add(schema, &child(&child(&view.pointer, "properties"), name), view.is_alternative);
            }
        }
        shape
    }

    /// What is said about the elements of a list.
    pub(super) fn items(&self) -> Shape<'a> {
        let mut shape = Shape::none(self.document);
        for view in &self.views {
            if let Some(schema) = view.schema.get("items") {
                shape.add(schema, &child(&view.pointer, "items"), view.is_alternative);
            }
        }
        shape
    }

    /// Where properties are described by name.
    pub(super) fn first_properties(&self) -> Option<String> {
        self.views.iter().find(|view| view.describes_properties()).map(|view| child(&view.pointer, "properties"))
    }

    /// Whether other properties than the described ones are allowed by what the document says, not by its silence; or are
    /// refused by `additionalProperties: false`, which is the validator's to say.
    pub(super) fn speaks_of_other_properties(&self) -> bool {
        self.has_free_alternative || self.views.iter().any(|view| view.schema.get("additionalProperties").is_some())
    }

    /// Where a flag such as `readOnly` is set for every value of this shape.
    pub(super) fn flag(&self, keyword: &str) -> Option<String> {
        let is_set = |view: &&View<'_>| !view.is_alternative && view.schema.get(keyword) == Some(&Value::Bool(true));
        self.views.iter().find(is_set).map(|view| child(&view.pointer, keyword))
    }
}

impl View<'_> {
    fn describes_properties(&self) -> bool {
        self.schema.get("properties").and_then(Value::as_object).is_some_and(|properties| !properties.is_empty())
    }
}

fn types<'a>(views: &[View<'a>]) -> Vec<&'a str> {
    let mut types = Vec::new();
    for view in views {
        let stated = view.schema.get("type").and_then(Value::as_str);
        let implied = || match view.schema {
            schema if schema.get("properties").is_some() => Some("object"),
            schema if schema.get("items").is_some() => Some("array"),
            _ => None,
        };
        if let Some(name) = stated.or_else(implied).filter(|name| !types.contains(name)) {
            types.push(name);
        }
    }
    types
}

/// Whether an alternative takes any object.
fn is_free(views: &[View<'_>]) -> bool {
    let types = types(views);
    let takes_objects = types.is_empty() || types.contains(&"object");
    !views.is_empty() && takes_objects && !views.iter().any(View::describes_properties)
}
