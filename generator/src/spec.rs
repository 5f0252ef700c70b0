//! An OpenAPI 3.0 document, loaded and checked.
//!
//! Lives here: the way from a text to a document that the rest of the generator can rely on, and the lookup of references.
//! Does not live here: anything about Rust, and the reading of files.

mod check;
mod digest;
mod grammar;
mod lint;
mod normal;
mod reference;
mod split;
mod structure;
mod trail;
mod typed;
mod version;
mod walk;

use std::collections::BTreeSet;
use std::sync::Arc;

use openapiv3::{Components, Header, OpenAPI, Parameter, RequestBody, Response, Schema, SecurityScheme};
use serde_yaml::Value;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::overlay::Layers;
use crate::parallel;
use crate::source::{Pointer, Source};
use crate::timings::Timings;
use crate::tree;

pub use split::gather;
pub(crate) use split::{Homes, locate};

/// A document that can be generated from.
#[derive(Clone, Debug)]
pub struct Document {
    /// The text it was read from.
    pub source: Arc<Source>,
    /// The document as plain data.
    pub openapi: OpenAPI,
    /// The SHA-256 of all that it says with its overlays, whatever its text looks like.
    pub digest: String,
    /// The operations that it has without any overlay, as path and method in small letters.
    pub(crate) own_operations: BTreeSet<(String, String)>,
}

pub(crate) use digest::of_all as digest_of;

impl Document {
    /// Reads a document, and reports everything that is wrong with it.
    ///
    /// `None` when it cannot be used at all. Some errors, such as a dangling reference, leave a document to look at, so that the
    /// later steps can report what they find too; ask [`Diagnostics::has_errors`] before making anything of it.
    pub fn load(source: Arc<Source>, diagnostics: &mut Diagnostics) -> Option<Self> {
        let tree = Self::parse(&source, diagnostics)?;
        let mut homes = Homes::default();
        let document = Self::load_under(source, tree, &mut Layers::default(), &mut homes, &Timings::off(), diagnostics);
        locate(&[homes], diagnostics);
        document
    }

    /// The tree of a document's text.
    pub(crate) fn parse(source: &Arc<Source>, diagnostics: &mut Diagnostics) -> Option<Value> {
        tree::parse(source, "`openapi: 3.0.3`, `info` and `paths`", diagnostics)
    }

    /// Puts the files of a document together, lays overlays over its tree, and checks what comes of it. Places are those of the
    /// whole, until [`locate`] finds the files by the `homes`.
    pub(crate) fn load_under(
        source: Arc<Source>,
        mut document: Value,
        layers: &mut Layers,
        homes: &mut Homes,
        timings: &Timings,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        *homes = Self::bundle(&source, &mut document, diagnostics)?;
        let own_operations = own_operations(&document);
        let clock = timings.start();
        layers.apply(&source, &mut document, diagnostics);
        clock.stop("overlays", || format!("{}, {} actions", source.name(), layers.actions()));
        let clock = timings.start();
        normal::normalise(&mut document);
        let is_sound = structure::check(&source, &document, diagnostics);
        let mut lints = Diagnostics::default();
        let mut digest = String::new();
        let check = || check::check(&source, &document, homes, diagnostics);
        let lint = || lint::check(&source, &document, &mut lints);
        parallel::beside(check, || parallel::beside(lint, || digest = digest::of(&document)));
        diagnostics.extend(lints);
        clock.stop("check", || source.name().to_owned());
        if !is_sound {
            return None;
        }
        let clock = timings.start();
        let read = typed::read(document);
        clock.stop("resolve", || source.name().to_owned());
        match read {
            Ok(mut openapi) => {
                check::part_head_from_get(&mut openapi);
                Some(Self { source, openapi, digest, own_operations })
            }
            Err(error) => {
                // Not known to happen: the check of the structure is meant to find whatever stops the types.
                let message = format!("the document does not fit the types of OpenAPI 3.0: {error}");
                diagnostics.push(Diagnostic::new(
                    Rule::MalformedObject,
                    message,
                    Place::value(&source, &Pointer::root()),
                ));
                None
            }
        }
    }

    /// The tree of a document with overlays, and nothing else that could be told of it.
    pub(crate) fn tree_under(source: &Arc<Source>, mut layers: Layers) -> Option<Value> {
        let mut ignored = Diagnostics::default();
        let mut document = Self::parse(source, &mut ignored)?;
        Self::bundle(source, &mut document, &mut ignored)?;
        layers.apply(source, &mut document, &mut ignored);
        Some(document)
    }

    /// Puts the files of a document together, if it is one of OpenAPI 3.0.
    fn bundle(source: &Arc<Source>, document: &mut Value, diagnostics: &mut Diagnostics) -> Option<Homes> {
        version::check(source, document, diagnostics).then(|| split::bundle(source, document, diagnostics))
    }

    /// The schema that a reference such as `#/components/schemas/Pet` leads to, and the name of its component.
    ///
    /// This and its siblings follow references to references. They return `None` where [`load`](Self::load) reported why: the
    /// reference dangles, goes round in a circle, or leads to something that is no component of the right kind.
    pub fn schema(&self, reference: &str) -> Option<(&str, &Schema)> {
        reference::resolve(&self.components()?.schemas, "schemas", reference)
    }

    /// The parameter that a reference leads to, and the name of its component.
    pub fn parameter(&self, reference: &str) -> Option<(&str, &Parameter)> {
        reference::resolve(&self.components()?.parameters, "parameters", reference)
    }

    /// The request body that a reference leads to, and the name of its component.
    pub fn request_body(&self, reference: &str) -> Option<(&str, &RequestBody)> {
        reference::resolve(&self.components()?.request_bodies, "requestBodies", reference)
    }

    /// The response that a reference leads to, and the name of its component.
    pub fn response(&self, reference: &str) -> Option<(&str, &Response)> {
        reference::resolve(&self.components()?.responses, "responses", reference)
    }

    /// The header that a reference leads to, and the name of its component.
    pub fn header(&self, reference: &str) -> Option<(&str, &Header)> {
        reference::resolve(&self.components()?.headers, "headers", reference)
    }

    /// The security scheme that a reference leads to.
    pub fn security_scheme(&self, reference: &str) -> Option<&SecurityScheme> {
        reference::resolve(&self.components()?.security_schemes, "securitySchemes", reference).map(|(_, scheme)| scheme)
    }

    fn components(&self) -> Option<&Components> {
        self.openapi.components.as_ref()
    }
}

/// Path and method of every operation of a tree, in whatever state it is.
fn own_operations(document: &Value) -> BTreeSet<(String, String)> {
    let items = document.get("paths").and_then(Value::as_mapping);
    let methods = |(path, item): (&Value, &Value)| {
        let keys: Vec<&str> = item.as_mapping().into_iter().flatten().filter_map(|(key, _)| key.as_str()).collect();
        let path = path.as_str().unwrap_or_default().to_owned();
        keys.into_iter().map(move |key| (path.clone(), key.to_owned())).collect::<Vec<_>>()
    };
    items.into_iter().flatten().flat_map(methods).collect()
}
