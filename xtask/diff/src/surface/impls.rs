//! Methods and traits of types: what impls anywhere in the crate add to a definition.

use std::collections::{BTreeMap, BTreeSet};

use syn::{Attribute, ImplItem, Item, ItemImpl, Signature as Written, Type, Visibility};

use super::conditions::{Brought, Condition};
use super::definitions::{Definitions, Target};
use super::item::{Marks, Part, PartName, Signature};
use super::modules::is_hidden;
use super::text;

/// How deep macros that call macros are followed.
const DEPTH: usize = 4;

/// What impls add to a definition.
#[derive(Debug, Default)]
pub(super) struct Added {
    pub(super) parts: BTreeMap<PartName, Part>,
    pub(super) impls: BTreeSet<String>,
}

/// What impls add, by the path of the definition.
pub(super) fn all(definitions: &Definitions<'_>, brought: &mut Brought<'_>) -> BTreeMap<String, Added> {
    let mut found = BTreeMap::new();
    for (path, module) in &definitions.modules.by_path {
        let mut reader = Reader { definitions, brought, module: path, condition: &module.condition, found: &mut found };
        for item in &module.items {
            reader.item(item, DEPTH);
        }
    }
    found
}

struct Reader<'a, 'm> {
    definitions: &'a Definitions<'a>,
    brought: &'a mut Brought<'m>,
    module: &'a str,
    condition: &'a Condition,
    found: &'a mut BTreeMap<String, Added>,
}

impl Reader<'_, '_> {
    fn item(&mut self, item: &Item, depth: usize) {
        match item {
            Item::Impl(item) => self.implementation(item),
            Item::Macro(call) if call.ident.is_none() && depth > 0 => {
                for item in self.definitions.modules.macros.items(&call.mac) {
                    self.item(&item, depth - 1);
                }
            }
            _ => {}
        }
    }

    fn implementation(&mut self, item: &ItemImpl) {
        let condition = self.condition.and(Condition::of(&item.attrs));
        let Some(subject) = self.subject(&item.self_ty).filter(|_| !condition.is_never()) else { return };
        if let Some((path, _)) = &item.trait_ {
            let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
            if !self.is_private(&names) {
                self.found.entry(subject).or_default().impls.insert(text::of(path));
            }
            return;
        }
        for item in self.definitions.modules.macros.impl_items(item) {
            let Some((name, part)) = self.part(&item, &condition) else { continue };
            self.found.entry(subject.clone()).or_default().parts.insert(name, part);
        }
    }

    /// The definition that an impl is for.
    fn subject(&self, ty: &Type) -> Option<String> {
        let Type::Path(path) = ty else { return None };
        let names: Vec<String> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        match self.definitions.resolve(self.module, &names)? {
            Target::Definition(path) => Some(path),
            Target::Module(_) => None,
        }
    }

    /// Whether a trait is the crate's own, and none of callers' business.
    fn is_private(&self, names: &[String]) -> bool {
        match self.definitions.resolve(self.module, names) {
            Some(Target::Definition(path)) => self.definitions.get(&path).is_some_and(|it| !it.is_public),
            _ => false,
        }
    }

    fn part(&mut self, item: &ImplItem, condition: &Condition) -> Option<(PartName, Part)> {
        let (name, attributes, visibility) = match item {
            ImplItem::Fn(item) => (PartName::Method(item.sig.ident.to_string()), &item.attrs, &item.vis),
            ImplItem::Const(item) => (PartName::Const(item.ident.to_string()), &item.attrs, &item.vis),
            _ => return None,
        };
        let condition = condition.and(Condition::of(attributes));
        if !matches!(visibility, Visibility::Public(_)) || is_hidden(attributes) || condition.is_never() {
            return None;
        }
        let (ty, signature) = match item {
            ImplItem::Fn(item) => (String::new(), Some(signature(&item.sig))),
            ImplItem::Const(item) => (text::of(&item.ty), None),
            _ => return None,
        };
        let (marks, request) = (marks(attributes), request(attributes));
        let brought_by = self.brought.by(&condition);
        Some((name, Part { ty, marks, signature, request, has_default: false, brought_by }))
    }
}

/// What attributes tell callers.
pub(super) fn marks(attributes: &[Attribute]) -> Marks {
    let has = |name: &str| attributes.iter().any(|attribute| attribute.path().is_ident(name));
    Marks { deprecated: has("deprecated"), must_use: has("must_use") }
}

/// A signature as callers see it.
pub(super) fn signature(written: &Written) -> Signature {
    let words = [
        ("const", written.constness.is_some()),
        ("async", written.asyncness.is_some()),
        ("unsafe", matches!(written.safety, syn::Safety::Unsafe(_))),
    ];
    let qualifiers: Vec<&str> = words.iter().filter(|(_, is_there)| *is_there).map(|(word, _)| *word).collect();
    let inputs = written.inputs.iter().map(|input| match input {
        // Whether an argument can be changed inside is none of the caller's business.
        syn::FnArg::Receiver(receiver) => ("self".to_owned(), text::of(receiver).trim_start_matches("mut ").to_owned()),
        syn::FnArg::Typed(argument) => {
            (text::of(&argument.pat).trim_start_matches("mut ").to_owned(), text::of(&argument.ty))
        }
    });
    let output = match &written.output {
        syn::ReturnType::Default => String::new(),
        syn::ReturnType::Type(_, ty) => text::of(ty),
    };
    let bounds = written.generics.where_clause.as_ref().map(|clause| format!(" {}", text::of(clause)));
    let generics = format!("{}{}", text::of(&written.generics), bounds.unwrap_or_default());
    Signature { qualifiers: qualifiers.join(" "), generics, inputs: inputs.collect(), output }
}

/// The request that a method's docs name in their last paragraph.
fn request(attributes: &[Attribute]) -> Option<String> {
    const METHODS: [&str; 8] = ["GET ", "PUT ", "POST ", "DELETE ", "OPTIONS ", "HEAD ", "PATCH ", "TRACE "];
    let lines = attributes.iter().filter(|attribute| attribute.path().is_ident("doc"));
    let text: Vec<String> = lines
        .filter_map(|attribute| match &attribute.meta {
            syn::Meta::NameValue(pair) => Some(text::of(&pair.value)),
            _ => None,
        })
        .collect();
    let last = text.last()?;
    last.split('`').find(|code| METHODS.iter().any(|method| code.starts_with(method))).map(str::to_owned)
}
