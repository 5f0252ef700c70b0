//! From a document and its files to one tree: each part that is referred to becomes a component, or stands in the place of the
//! reference where it is a path item, which is no component in OpenAPI 3.0.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde_yaml::{Mapping, Value};

use super::super::grammar::{Kind, Shape};
use super::super::reference::{LONGEST_CHAIN, decode};
use super::super::trail::Trail;
use super::super::walk::{is_extension, texts};
use super::address::Address;
use super::fault;
use super::files::{File, Files};
use super::homes::Homes;
use super::names::Names;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::source::{MOST_NODES, Part, Pointer, Source};
use crate::tree::{DEEPEST, Extent, too_deep};

/// A part of a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Target {
    /// The file, by its path from the folder of the document.
    pub(super) path: String,
    /// The steps to the part; none for the whole file.
    pub(super) tokens: Vec<String>,
}

/// A document that is being put together.
pub(super) struct Bundle<'a> {
    root: &'a Arc<Source>,
    files: Files<'a>,
    names: Names,
    /// The components that parts have become.
    placed: HashMap<(&'static str, Target), String>,
    /// Those of them that are still to be put into the tree.
    waiting: Vec<Waiting>,
    /// The path items that are being put in place, within one another.
    open: Vec<Target>,
    /// Parts that are not there, which has been told.
    absent: HashSet<Target>,
    /// Why files were not read, in words that have been told. A limit says the same of each.
    unread: HashSet<String>,
    /// How many values have been copied.
    copied: usize,
    homes: Homes,
    diagnostics: &'a mut Diagnostics,
}

struct Waiting {
    kind: Kind,
    name: String,
    from: Origin,
    value: Value,
}

/// A part with its two places: every node in it is that much below both.
#[derive(Clone)]
struct Origin {
    path: String,
    source: Arc<Source>,
    /// In the file.
    pointer: Pointer,
    /// In the bundled document.
    mount: Pointer,
}

impl Origin {
    fn place(&self, at: &Trail<'_>) -> Place {
        Place::value(&self.source, &below(&self.pointer, at).child("$ref"))
    }
}

fn below(start: &Pointer, at: &Trail<'_>) -> Pointer {
    at.pointer().tokens().into_iter().fold(start.clone(), |pointer, token| pointer.step(token))
}

impl<'a> Bundle<'a> {
    pub(super) fn new(
        root: &'a Arc<Source>,
        read: &'a mut dyn FnMut(&str) -> Option<Part>,
        diagnostics: &'a mut Diagnostics,
    ) -> Self {
        Self {
            root,
            files: Files::new(read),
            names: Names::default(),
            placed: HashMap::new(),
            waiting: Vec::new(),
            open: Vec::new(),
            absent: HashSet::new(),
            unread: HashSet::new(),
            copied: 0,
            homes: Homes::of(root),
            diagnostics,
        }
    }

    /// Follows all references, and changes the tree of the root.
    pub(super) fn run(mut self, document: &mut Value) -> Homes {
        let path = self.root.name().rsplit('/').next().unwrap_or_default().to_owned();
        let root = Origin { path, source: Arc::clone(self.root), pointer: Pointer::root(), mount: Pointer::root() };
        self.name(document, &root);
        self.value(Shape::Object(Kind::Document), document, &root, &Trail::Root);
        while let Some(Waiting { kind, name, from, mut value }) = self.waiting.pop() {
            self.value(Shape::Object(kind), &mut value, &from, &Trail::Root);
            self.homes.add(&from.mount, &from.source, from.pointer);
            let entry = |holder: &mut Value, key: &str| -> Option<()> {
                let holder = holder.as_mapping_mut()?;
                if !holder.get(key).is_some_and(Value::is_mapping) {
                    holder.insert(key.into(), Mapping::new().into());
                }
                Some(())
            };
            let section = kind.section().unwrap_or_default();
            let _ = entry(document, "components");
            let components = document.get_mut("components");
            let section = components.and_then(|components| {
                entry(components, section)?;
                components.get_mut(section)?.as_mapping_mut()
            });
            if let Some(section) = section {
                section.insert(name.into(), value);
            }
        }
        self.homes
    }

    /// The names that the root has and gives.
    fn name(&mut self, document: &Value, root: &Origin) {
        for field in Kind::Components.fields() {
            let Shape::Map(Shape::Object(kind)) = field.shape else { continue };
            let section = document.get("components").and_then(|components| components.get(field.key));
            for (name, value) in section.and_then(Value::as_mapping).into_iter().flat_map(texts) {
                let at = Pointer::root().child("components").child(field.key).child(name);
                self.names.take(field.key, name, Place::key(self.root, &at));
                let reference = value.as_mapping().and_then(|value| kind.reference(value));
                let target = reference.and_then(|reference| target(reference, &root.path));
                if let Some(target) = target.filter(|target| target.path != root.path) {
                    self.names.give(field.key, name, target);
                }
            }
        }
    }

    fn value(&mut self, shape: Shape, value: &mut Value, from: &Origin, at: &Trail<'_>) {
        match (shape, value) {
            (Shape::Object(kind), value @ Value::Mapping(_)) => self.object(kind, value, from, at),
            (Shape::SchemaOrFlag, value @ Value::Mapping(_)) => self.object(Kind::Schema, value, from, at),
            (Shape::List(element), Value::Sequence(elements)) => {
                for (index, value) in elements.iter_mut().enumerate() {
                    self.value(*element, value, from, &Trail::Index(at, index));
                }
            }
            (Shape::Map(element) | Shape::Patterned(element), Value::Mapping(mapping)) => {
                let is_patterned = matches!(shape, Shape::Patterned(_));
                for (key, value) in mapping.iter_mut() {
                    let Some(key) = key.as_str().filter(|key| !is_patterned || !is_extension(key)) else { continue };
                    self.value(*element, value, from, &Trail::Key(at, key));
                }
            }
            _ => {}
        }
    }

    fn object(&mut self, kind: Kind, value: &mut Value, from: &Origin, at: &Trail<'_>) {
        let Value::Mapping(object) = value else { return };
        if let Some(reference) = kind.reference(object).map(str::to_owned) {
            if kind == Kind::PathItem {
                self.path_item(&reference, value, from, at);
            } else if let Some(reference) = self.refer(kind, &reference, from, at, &|| from.place(at)) {
                object.insert("$ref".into(), reference.into());
            }
            return;
        }
        if kind == Kind::Discriminator
            && let Some(Value::Mapping(mapping)) = object.get_mut("mapping")
        {
            let at = Trail::Key(at, "mapping");
            for (key, value) in mapping.iter_mut() {
                let (Some(key), Some(reference)) = (key.as_str(), value.as_str()) else { continue };
                // What is no reference is the bare name of a component.
                let is_file = [".yaml", ".yml", ".json"].iter().any(|end| reference.ends_with(end));
                if is_file || reference.contains('#') {
                    let place = || Place::value(&from.source, &below(&from.pointer, &at).child(key));
                    if let Some(reference) = self.refer(Kind::Schema, reference, from, &at, &place) {
                        *value = reference.into();
                    }
                }
            }
            return;
        }
        for (key, value) in object.iter_mut() {
            let Some(key) = key.as_str() else { continue };
            if let Some(shape) = kind.field(key).map(|field| field.shape).or_else(|| kind.entries()) {
                self.value(shape, value, from, &Trail::Key(at, key));
            }
        }
    }

    /// What a reference to a component is in the bundled document, if it is another there.
    fn refer(
        &mut self,
        kind: Kind,
        reference: &str,
        from: &Origin,
        at: &Trail<'_>,
        place: &dyn Fn() -> Place,
    ) -> Option<String> {
        let section = kind.section()?;
        let target = match self.follow(reference, from, place)? {
            Led::Root(reference) => return Some(reference),
            Led::Part(target) => target,
        };
        let known = self.placed.get(&(section, target.clone())).cloned();
        let name = match known {
            Some(name) => name,
            None => {
                let mount = |name: &str| Pointer::root().child("components").child(section).child(name);
                let (mut part, value) = self.fetch(&target, reference, 3, place)?;
                let described = Place::value(&part.source, &part.pointer);
                let name = self.names.name(section, &target, &described);
                if let Some((usual, other)) = name.clash {
                    self.diagnostics.push(fault::clash(kind, &usual, described, other));
                }
                part.mount = mount(&name.name);
                self.placed.insert((section, target), name.name.clone());
                self.waiting.push(Waiting { kind, name: name.name.clone(), from: part, value });
                name.name
            }
        };
        // The component of the root that gave the name is about to be what it refers to.
        let is_giver = below(&from.mount, at) == Pointer::root().child("components").child(section).child(&name);
        (!is_giver).then(|| format!("#/components/{section}/{}", escaped(&name)))
    }

    /// Puts the path item itself in the place of a reference to it.
    fn path_item(&mut self, reference: &str, value: &mut Value, from: &Origin, at: &Trail<'_>) {
        let place = || from.place(at);
        let target = match self.follow(reference, from, &place) {
            Some(Led::Part(target)) => target,
            Some(Led::Root(reference)) => {
                if let Value::Mapping(object) = value {
                    object.insert("$ref".into(), reference.into());
                }
                return;
            }
            None => return,
        };
        if self.open.contains(&target) || self.open.len() >= LONGEST_CHAIN {
            return self.tell(reference, fault::circle(reference, place()));
        }
        let mount = below(&from.mount, at);
        let Some((mut part, item)) = self.fetch(&target, reference, mount.tokens().len(), &place) else { return };
        self.homes.add(&mount, &part.source, part.pointer.clone());
        part.mount = mount;
        *value = item;
        self.open.push(target);
        self.value(Shape::Object(Kind::PathItem), value, &part, &Trail::Root);
        self.open.pop();
    }

    /// Where a reference leads; `None` where nothing is to be done about it, or nothing can be, which is then told.
    fn follow(&mut self, reference: &str, from: &Origin, place: &dyn Fn() -> Place) -> Option<Led> {
        let is_root = Arc::ptr_eq(&from.source, self.root);
        if is_root && reference.starts_with('#') {
            return None;
        }
        let (address, fragment) = split(reference);
        let path = match Address::parse(address, &from.path) {
            Address::File(path) => path,
            Address::Net => return None,
            Address::Outside(why) => {
                self.tell(reference, fault::outside(reference, why, place()));
                return None;
            }
        };
        let root = self.root.name().rsplit('/').next().unwrap_or_default();
        if path == root {
            return Some(Led::Root(format!("#{fragment}")));
        }
        match tokens(fragment) {
            Some(tokens) => Some(Led::Part(Target { path, tokens })),
            None => {
                self.tell(reference, fault::no_pointer(reference, fragment, place()));
                None
            }
        }
    }

    /// A copy of a part, which is to stand some levels deep; `None` where there is none, which is then told.
    fn fetch(
        &mut self,
        target: &Target,
        reference: &str,
        level: usize,
        place: &dyn Fn() -> Place,
    ) -> Option<(Origin, Value)> {
        let (source, tree) = match self.files.get(&target.path, self.diagnostics) {
            File::Tree(source, tree) => (source, tree),
            File::Unread(unread) => {
                self.homes.tell(reference);
                if self.unread.insert(unread.message.clone()) {
                    self.diagnostics.push(fault::unread(&unread, place()));
                }
                return None;
            }
            File::Told => {
                self.homes.tell(reference);
                return None;
            }
            File::Unknown => return None,
        };
        let Some(found) = target.tokens.iter().try_fold(&*tree, |value, token| fault::step(value, token)) else {
            self.homes.tell(reference);
            if self.absent.insert(target.clone()) {
                self.diagnostics.push(fault::dangling(reference, target, (&source, &tree), place()));
            }
            return None;
        };
        let extent = Extent::of(found);
        let pointer = target.tokens.iter().fold(Pointer::root(), |pointer, token| pointer.child(token));
        if level + extent.levels > DEEPEST {
            self.tell(reference, too_deep(Place::value(&source, &pointer)));
            return None;
        }
        self.copied += extent.nodes;
        if self.copied > MOST_NODES {
            let is_first = self.copied - extent.nodes <= MOST_NODES;
            self.homes.tell(reference);
            if is_first {
                self.diagnostics.push(fault::too_many(place()));
            }
            return None;
        }
        let value = found.clone();
        Some((Origin { path: target.path.clone(), source, pointer, mount: Pointer::root() }, value))
    }

    fn tell(&mut self, reference: &str, diagnostic: Diagnostic) {
        self.homes.tell(reference);
        self.diagnostics.push(diagnostic);
    }
}

/// Where a reference leads.
enum Led {
    /// To a place of the root, by the reference that it has there.
    Root(String),
    /// To a part.
    Part(Target),
}

/// A reference as its address and its fragment.
fn split(reference: &str) -> (&str, &str) {
    reference.split_once('#').unwrap_or((reference, ""))
}

/// The steps of a fragment that is a JSON pointer, as a URI writes it.
fn tokens(fragment: &str) -> Option<Vec<String>> {
    let is_pointer = fragment.is_empty() || fragment.starts_with('/');
    is_pointer.then(|| fragment.split('/').skip(1).map(|token| decode(token).into_owned()).collect())
}

/// The part that a reference of the root leads to, if it leads to a file.
fn target(reference: &str, root: &str) -> Option<Target> {
    let (address, fragment) = split(reference);
    match Address::parse(address, root) {
        Address::File(path) => Some(Target { path, tokens: tokens(fragment)? }),
        _ => None,
    }
}

/// A name as a step of a pointer in a URI.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1").replace('%', "%25")
}
