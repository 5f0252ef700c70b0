//! What lowering carries along: documents, settings, the types made so far, and where problems go.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::known;
use crate::diagnostic::{self, Diagnostic, Diagnostics, Rule, TRUST};
use crate::model::{
    Constraints, Docs, Ident, Method, Origin, Place, TypeDef, TypeId, TypeKind, TypeRef, TypeTable, Uses,
};
use crate::naming::{Case, Scope, ident};
use crate::settings::{Entry, Settings};
use crate::source::Pointer;
use crate::spec::Document;

/// The state of one run of lowering.
pub(super) struct Lowering<'a> {
    pub(super) documents: &'a [Document],
    pub(super) settings: &'a Settings,
    pub(super) diagnostics: &'a mut Diagnostics,
    /// All operations of all documents, by method in small letters and path.
    operations: HashSet<(&'a str, &'a str)>,
    /// The schemas of `components`, by document and name.
    components: HashMap<(usize, String), TypeId>,
    /// Inline schemas that have a type already, by document and pointer.
    inline: HashMap<At, TypeRef>,
    /// The entries of the settings file that named a property, a parameter or a kind of operation.
    used: HashSet<(Entry, &'a str)>,
    names: Scope<At>,
    modules: Scope<()>,
    defs: Vec<TypeDef>,
    /// How many fields all objects have, counting those that `allOf` takes over from others.
    fields: usize,
    /// What there is too much of is reported once: the rest would be as much again.
    too_much: HashSet<Rule>,
}

/// How many fields may be made. Schemas that take over each other's properties multiply.
const MOST_FIELDS: usize = 500_000;

/// A place in one of the documents.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct At {
    pub(super) document: usize,
    pub(super) pointer: Pointer,
}

impl At {
    pub(super) fn child(&self, key: &str) -> Self {
        Self { document: self.document, pointer: self.pointer.child(key) }
    }

    pub(super) fn index(&self, index: usize) -> Self {
        Self { document: self.document, pointer: self.pointer.index(index) }
    }

    /// The place of a schema of `components`.
    pub(super) fn component(document: usize, name: &str) -> Self {
        Self { document, pointer: Pointer::root().child("components").child("schemas").child(name) }
    }
}

impl<'a> Lowering<'a> {
    pub(super) fn new(documents: &'a [Document], settings: &'a Settings, diagnostics: &'a mut Diagnostics) -> Self {
        let operations = documents.iter().flat_map(|document| document.openapi.operations());
        Self {
            documents,
            settings,
            diagnostics,
            operations: operations.map(|(path, method, _)| (method, path)).collect(),
            components: HashMap::new(),
            inline: HashMap::new(),
            used: HashSet::new(),
            names: Scope::new(),
            modules: Scope::new(),
            defs: Vec::new(),
            fields: 0,
            too_much: HashSet::new(),
        }
    }

    pub(super) fn finish(self) -> TypeTable {
        let known = |entry| known::names(entry, self.documents, &self.defs);
        self.settings.check_used(&self.used, &known, self.diagnostics);
        TypeTable::new(self.defs)
    }

    /// Whether a document has an operation.
    pub(super) fn has_operation(&self, method: Method, path: &str) -> bool {
        self.operations.contains(&(method.as_str().to_ascii_lowercase().as_str(), path))
    }

    /// The name that a table of the settings file gives to a property or a parameter.
    pub(super) fn chosen(&mut self, entry: Entry, table: &'a BTreeMap<String, String>, key: &str) -> Option<&'a str> {
        let (key, name) = table.get_key_value(key)?;
        self.used.insert((entry, key));
        Some(name)
    }

    /// Whether the settings list a number as a fraction, by its own name or by schema and name.
    pub(super) fn is_fraction(&mut self, wire_name: &str, property: Option<&str>) -> bool {
        let rules = &self.settings.numbers.fractions;
        let found = rules.iter().find(|rule| property == Some(rule) || *rule == wire_name);
        self.used.extend(found.map(|rule| (Entry::Fraction, rule.as_str())));
        found.is_some()
    }

    /// Remembers that an entry of the settings file was of use.
    pub(super) fn note_used(&mut self, entry: Entry, key: Option<&'a str>) {
        self.used.extend(key.map(|key| (entry, key)));
    }

    /// Makes the type of a schema that stands under `components`; its kind comes later.
    pub(super) fn declare(&mut self, wire_name: &str, at: &At) -> TypeId {
        let chosen = self.settings.schemas.names.get(wire_name).map_or(wire_name, String::as_str);
        let name = ident(chosen, Case::Type);
        if let Err(clash) = self.names.claim(&name, at.clone()) {
            self.collision(&format!("schema `{wire_name}`"), &name, at, &clash.first, "schemas.names");
        }
        self.push(wire_name.to_owned(), name, Origin::Component, None, at)
    }

    /// Makes the type of an inline schema; a name that is taken gets a number.
    pub(super) fn declare_inline(&mut self, wire_name: String, name: &str, owner: Option<TypeId>, at: &At) -> TypeId {
        let name = self.names.claim_numbered(ident(name, Case::Type), at.clone());
        self.push(wire_name, name, Origin::Inline, owner, at)
    }

    fn push(&mut self, wire_name: String, name: Ident, origin: Origin, owner: Option<TypeId>, at: &At) -> TypeId {
        let module = match owner {
            Some(owner) => self.defs[owner.0].module.clone(),
            None => self.modules.claim_numbered(ident(name.plain(), Case::Module), ()),
        };
        self.defs.push(TypeDef {
            wire_name,
            name,
            origin,
            owner,
            module,
            docs: Docs::default(),
            deprecated: false,
            constraints: Constraints::default(),
            kind: TypeKind::Alias(TypeRef::Json),
            is_boxed: false,
            features: Arc::default(),
            uses: Uses::default(),
            at: self.place(at),
        });
        TypeId(self.defs.len() - 1)
    }

    pub(super) fn def(&self, id: TypeId) -> &TypeDef {
        &self.defs[id.0]
    }

    pub(super) fn def_mut(&mut self, id: TypeId) -> &mut TypeDef {
        &mut self.defs[id.0]
    }

    pub(super) fn set_component(&mut self, document: usize, name: &str, id: TypeId) {
        self.components.insert((document, name.to_owned()), id);
    }

    pub(super) fn component(&self, document: usize, name: &str) -> Option<TypeId> {
        self.components.get(&(document, name.to_owned())).copied()
    }

    pub(super) fn inline(&self, at: &At) -> Option<TypeRef> {
        self.inline.get(at).cloned()
    }

    pub(super) fn set_inline(&mut self, at: &At, ty: TypeRef) {
        self.inline.insert(at.clone(), ty);
    }

    pub(super) fn document(&self, at: &At) -> &'a Document {
        &self.documents[at.document]
    }

    pub(super) fn place(&self, at: &At) -> Place {
        Place { source: self.document(at).source.name().to_owned(), pointer: at.pointer.to_string() }
    }

    /// Reports that the crate cannot do what the document says here, and what it does instead.
    pub(super) fn unsupported(&mut self, feature: &'static str, message: impl Into<String>, at: &At) {
        let place = diagnostic::Place::key(&self.document(at).source, &at.pointer);
        self.diagnostics.push(Diagnostic::new(Rule::Unsupported(feature), message, place));
    }

    /// Reports that there is more than is worked on.
    pub(super) fn too_much(&mut self, rule: Rule, message: String, help: &str, at: &At) {
        if self.too_much.insert(rule) {
            let place = diagnostic::Place::key(&self.document(at).source, &at.pointer);
            self.diagnostics.push(Diagnostic::new(rule, message, place).help(help));
        }
    }

    /// Whether there are more fields than may be made.
    pub(super) fn has_too_many_fields(&self) -> bool {
        self.fields > MOST_FIELDS && !self.documents.iter().any(|document| document.source.is_trusted())
    }

    /// Whether so many fields more may be made; reports when not.
    pub(super) fn takes_fields(&mut self, count: usize, at: &At) -> bool {
        self.fields = self.fields.saturating_add(count);
        let takes = !self.has_too_many_fields();
        if !takes {
            let message = format!("with this schema, all objects together have more than {MOST_FIELDS} properties");
            self.too_much(
                Rule::TooLarge,
                message,
                &format!("take over less by `allOf`, or split the document; {TRUST}"),
                at,
            );
        }
        takes
    }

    /// Reports two names that become one, with the entry of the settings file that tells them apart.
    pub(super) fn collision(&mut self, what: &str, name: &Ident, at: &At, first: &At, setting: &str) {
        let help = format!("name one of them under `{setting}` in the settings file, or rename it in the document");
        self.collision_with_help(what, name, at, first, help);
    }

    /// The same, with another remedy.
    pub(super) fn collision_with_help(&mut self, what: &str, name: &Ident, at: &At, first: &At, help: String) {
        let place = diagnostic::Place::key(&self.document(at).source, &at.pointer);
        let other = diagnostic::Place::key(&self.document(first).source, &first.pointer);
        self.diagnostics.push(
            Diagnostic::new(
                Rule::NameCollision,
                format!("{what} becomes `{name}` in Rust, a name that is taken"),
                place,
            )
            .related(other, format!("`{name}` is taken here"))
            .help(help),
        );
    }
}
