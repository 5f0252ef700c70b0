//! From the files of a crate to its public items.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use syn::{Fields, Item as Code, TraitItem, Visibility};

use super::conditions::Brought;
use super::definitions::{Definition, Definitions};
use super::impls::{self, Added, marks, signature};
use super::item::{Item, Kind, Marks, Part, PartName};
use super::manifest::Manifest;
use super::modules::Modules;
use super::paths::{What, exports};
use super::{Surface, text};

/// Why a crate's surface cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum SurfaceError {
    /// A file of the crate is missing.
    #[error("the crate has no file `{0}`")]
    Missing(String),
    /// The manifest is no manifest.
    #[error("Cargo.toml cannot be read: {0}")]
    Manifest(String),
    /// A file is no Rust.
    #[error("{file} cannot be read: {message}")]
    Syntax {
        /// The file, by its path from the crate's folder.
        file: String,
        /// What is wrong with it.
        message: String,
    },
}

impl Surface {
    /// Reads the public items of a crate from its files, by path from the crate's folder.
    pub fn read<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, SurfaceError> {
        let files: BTreeMap<&str, &str> = files.into_iter().collect();
        let written = files.get("Cargo.toml").ok_or_else(|| SurfaceError::Missing("Cargo.toml".to_owned()))?;
        let manifest = Manifest::read(written).map_err(|error| SurfaceError::Manifest(error.to_string()))?;
        let modules = Modules::read(&files)?;
        let definitions = Definitions::of(&modules);
        let mut brought = Brought::of(&manifest);
        let mut added = impls::all(&definitions, &mut brought);
        let exports = exports(&definitions);

        let mut primary: BTreeMap<&str, &str> = BTreeMap::new();
        for export in &exports {
            if let What::Definition(name) = &export.what {
                let best = primary.entry(name).or_insert(&export.path);
                if (export.path.len(), export.path.as_str()) < (best.len(), *best) {
                    *best = &export.path;
                }
            }
        }
        let mut items: BTreeMap<String, Item> = BTreeMap::new();
        for export in &exports {
            let mut item = match &export.what {
                What::Module => empty(Kind::Module, &export.path),
                What::Foreign(from) => Item { ty: from.clone(), ..empty(Kind::Reexport, &export.path) },
                What::Definition(name) => {
                    let primary = primary.get(name.as_str()).copied().unwrap_or(&export.path);
                    let Some(definition) = definitions.get(name) else { continue };
                    let mut item = item(definition, primary, &mut brought);
                    // Parts are told under one path only.
                    if primary == export.path {
                        let Added { parts, impls } = added.remove(name).unwrap_or_default();
                        item.parts.extend(parts);
                        item.impls.extend(impls);
                    } else {
                        item.parts.clear();
                        item.impls.clear();
                    }
                    item
                }
            };
            item.brought_by = brought.by(&export.condition);
            // A path that is there in two ways is there with the features of either.
            match items.get_mut(&export.path) {
                Some(known) => Arc::make_mut(&mut known.brought_by).extend(item.brought_by.iter().cloned()),
                None => {
                    items.insert(export.path.clone(), item);
                }
            }
        }
        other_names(&mut items);
        Ok(Self { manifest: manifest.clone(), items })
    }
}

/// Makes an alias of an enum beside it what it is for callers: another path to the enum.
fn other_names(items: &mut BTreeMap<String, Item>) {
    let meant = |path: &str, item: &Item| {
        let primary = match path.rsplit_once("::") {
            Some((module, _)) => format!("{module}::{}", item.ty),
            None => item.ty.clone(),
        };
        let of = items.get(&primary).filter(|of| of.kind == Kind::Enum && of.generics.is_empty())?;
        Some((path.to_owned(), of.non_exhaustive, primary))
    };
    let aliases = items.iter().filter(|(_, item)| item.kind == Kind::Alias && item.generics.is_empty());
    let found: Vec<_> = aliases.filter_map(|(path, item)| meant(path, item)).collect();
    for (path, non_exhaustive, primary) in found {
        if let Some(item) = items.get_mut(&path) {
            (item.kind, item.non_exhaustive, item.primary) = (Kind::Enum, non_exhaustive, primary);
            item.ty.clear();
        }
    }
}

fn empty(kind: Kind, path: &str) -> Item {
    Item {
        kind,
        primary: path.to_owned(),
        ty: String::new(),
        value: String::new(),
        generics: String::new(),
        marks: Marks::default(),
        non_exhaustive: false,
        is_open: false,
        signature: None,
        parts: BTreeMap::new(),
        impls: BTreeSet::new(),
        brought_by: Arc::default(),
    }
}

fn item(definition: &Definition<'_>, primary: &str, brought: &mut Brought<'_>) -> Item {
    let (kind, attributes) = match definition.item {
        Code::Struct(item) => (Kind::Struct, &item.attrs),
        Code::Enum(item) => (Kind::Enum, &item.attrs),
        Code::Union(item) => (Kind::Union, &item.attrs),
        Code::Type(item) => (Kind::Alias, &item.attrs),
        Code::Trait(item) => (Kind::Trait, &item.attrs),
        Code::Fn(item) => (Kind::Function, &item.attrs),
        Code::Const(item) => (Kind::Const, &item.attrs),
        Code::Static(item) => (Kind::Const, &item.attrs),
        _ => return empty(Kind::Reexport, primary),
    };
    let mut item = empty(kind, primary);
    item.marks = marks(attributes);
    item.non_exhaustive = attributes.iter().any(|attribute| attribute.path().is_ident("non_exhaustive"));
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
        // What is no list of traits derives none.
        let _ = attribute.parse_nested_meta(|meta| {
            item.impls.insert(text::of(&meta.path));
            Ok(())
        });
    }
    let all = brought.by(&definition.condition);
    match definition.item {
        Code::Struct(code) => {
            item.generics = text::of(&code.generics);
            item.is_open = code.fields.iter().all(|field| matches!(field.vis, Visibility::Public(_)));
            item.parts.extend(fields(&code.fields, &all));
        }
        Code::Enum(code) => {
            item.generics = text::of(&code.generics);
            for variant in &code.variants {
                let ty = text::of(&variant.fields);
                let part = Part { ty, marks: marks(&variant.attrs), brought_by: all.clone(), ..Part::default() };
                item.parts.insert(PartName::Variant(variant.ident.to_string()), part);
            }
        }
        Code::Type(code) => {
            item.generics = text::of(&code.generics);
            item.ty = text::of(&code.ty);
        }
        Code::Trait(code) => {
            item.generics = format!("{}: {}", text::of(&code.generics), text::of(&code.supertraits));
            item.parts.extend(code.items.iter().filter_map(trait_item).map(|(name, mut part)| {
                part.brought_by.clone_from(&all);
                (name, part)
            }));
        }
        Code::Fn(code) => item.signature = Some(signature(&code.sig)),
        Code::Const(code) => (item.ty, item.value) = (text::of(&code.ty), text::of(&code.expr)),
        Code::Static(code) => (item.ty, item.value) = (text::of(&code.ty), text::of(&code.expr)),
        _ => {}
    }
    item
}

fn fields(fields: &Fields, all: &Arc<BTreeSet<String>>) -> Vec<(PartName, Part)> {
    let public = fields.iter().enumerate().filter(|(_, field)| matches!(field.vis, Visibility::Public(_)));
    public
        .map(|(index, field)| {
            let name = field.ident.as_ref().map_or_else(|| index.to_string(), ToString::to_string);
            let part = Part {
                ty: text::of(&field.ty),
                marks: marks(&field.attrs),
                brought_by: all.clone(),
                ..Part::default()
            };
            (PartName::Field(name), part)
        })
        .collect()
}

fn trait_item(item: &TraitItem) -> Option<(PartName, Part)> {
    let (name, part) = match item {
        TraitItem::Fn(item) => (
            item.sig.ident.to_string(),
            Part {
                signature: Some(signature(&item.sig)),
                marks: marks(&item.attrs),
                has_default: item.default.is_some(),
                ..Part::default()
            },
        ),
        TraitItem::Type(item) => (
            item.ident.to_string(),
            Part { ty: text::of(&item.bounds), has_default: item.default.is_some(), ..Part::default() },
        ),
        TraitItem::Const(item) => (
            item.ident.to_string(),
            Part { ty: text::of(&item.ty), has_default: item.default.is_some(), ..Part::default() },
        ),
        _ => return None,
    };
    Some((PartName::TraitItem(name), part))
}
