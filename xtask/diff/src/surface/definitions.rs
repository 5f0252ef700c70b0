//! What the modules of a crate define and import, and what a path in them stands for.

use std::collections::BTreeMap;

use syn::{Attribute, Item, UseTree, Visibility};

use super::conditions::Condition;
use super::modules::{Modules, child, is_hidden, is_public_item};

/// How many imports are followed at most for one path; circles of imports do not compile.
const DEPTH: usize = 32;

/// All modules with what they define and import.
pub(super) struct Definitions<'a> {
    pub(super) modules: &'a Modules,
    by_path: BTreeMap<String, Definition<'a>>,
    imports: BTreeMap<&'a str, Vec<Import>>,
}

/// An item where it is defined.
pub(super) struct Definition<'a> {
    pub(super) item: &'a Item,
    pub(super) is_public: bool,
    /// When it is there, its modules included.
    pub(super) condition: Condition,
}

/// A name that `use` brings into a module.
#[derive(Clone, Debug)]
pub(super) struct Import {
    /// Where it comes from.
    pub(super) from: Vec<String>,
    /// What it is called here; none for all names of a module.
    pub(super) name: Option<String>,
    pub(super) is_public: bool,
    pub(super) condition: Condition,
}

/// What a path stands for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Target {
    Module(String),
    Definition(String),
}

impl<'a> Definitions<'a> {
    pub(super) fn of(modules: &'a Modules) -> Self {
        let mut by_path = BTreeMap::new();
        let mut imports: BTreeMap<&str, Vec<Import>> = BTreeMap::new();
        for (path, module) in &modules.by_path {
            for item in &module.items {
                if let Item::Use(item) = item {
                    let is_public = is_public_item(&item.vis, &item.attrs);
                    let condition = module.condition.and(Condition::of(&item.attrs));
                    let found = imports.entry(path).or_default();
                    leaves(&item.tree, &mut Vec::new(), &mut |from, name| {
                        found.push(Import { from, name, is_public, condition: condition.clone() });
                    });
                } else if let Some((name, visibility, attributes)) = named(item) {
                    let condition = module.condition.and(Condition::of(attributes));
                    if condition.is_never() || is_hidden(attributes) {
                        continue;
                    }
                    let is_public = matches!(visibility, Visibility::Public(_));
                    by_path.insert(child(path, &name), Definition { item, is_public, condition });
                }
            }
        }
        Self { modules, by_path, imports }
    }

    pub(super) fn get(&self, path: &str) -> Option<&Definition<'a>> {
        self.by_path.get(path)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = (&str, &Definition<'a>)> {
        self.by_path.iter().map(|(path, definition)| (path.as_str(), definition))
    }

    pub(super) fn imports(&self, module: &str) -> &[Import] {
        self.imports.get(module).map(Vec::as_slice).unwrap_or_default()
    }

    /// What a path stands for in a module; `None` for what is of another crate.
    pub(super) fn resolve(&self, module: &str, path: &[String]) -> Option<Target> {
        self.follow(module, path, DEPTH)
    }

    fn follow(&self, module: &str, path: &[String], depth: usize) -> Option<Target> {
        let depth = depth.checked_sub(1)?;
        let mut here = Target::Module(module.to_owned());
        for (index, segment) in path.iter().enumerate() {
            let Target::Module(module) = &here else { return None };
            here = match segment.as_str() {
                "crate" if index == 0 => Target::Module(String::new()),
                "self" if index == 0 => here,
                "super" => Target::Module(module.rsplit_once("::").map_or("", |(parent, _)| parent).to_owned()),
                name => self.name_in(module, name, depth)?,
            };
        }
        Some(here)
    }

    fn name_in(&self, module: &str, name: &str, depth: usize) -> Option<Target> {
        let path = child(module, name);
        if self.by_path.contains_key(&path) {
            return Some(Target::Definition(path));
        }
        if self.modules.by_path.contains_key(&path) {
            return Some(Target::Module(path));
        }
        let listed = || self.modules.by_path.get(module).into_iter().flat_map(|module| &module.listed);
        if let Some(listed) = listed().find(|listed| listed.name.as_deref() == Some(name)) {
            return self.follow(module, &[listed.module.clone(), name.to_owned()], depth);
        }
        let all = listed().filter(|listed| listed.name.is_none()).map(|listed| child(module, &listed.module));
        if let Some(path) = all.map(|path| child(&path, name)).find(|path| self.by_path.contains_key(path)) {
            return Some(Target::Definition(path));
        }
        let imports = self.imports(module);
        if let Some(import) = imports.iter().find(|import| import.name.as_deref() == Some(name)) {
            return self.follow(module, &import.from, depth);
        }
        imports.iter().filter(|import| import.name.is_none()).find_map(|import| {
            let path = [import.from.as_slice(), &[name.to_owned()]].concat();
            self.follow(module, &path, depth)
        })
    }
}

/// The name, visibility and attributes of an item that callers could use.
fn named(item: &Item) -> Option<(String, &Visibility, &[Attribute])> {
    let (name, visibility, attributes) = match item {
        Item::Struct(item) => (&item.ident, &item.vis, &item.attrs),
        Item::Enum(item) => (&item.ident, &item.vis, &item.attrs),
        Item::Union(item) => (&item.ident, &item.vis, &item.attrs),
        Item::Type(item) => (&item.ident, &item.vis, &item.attrs),
        Item::Trait(item) => (&item.ident, &item.vis, &item.attrs),
        Item::Fn(item) => (&item.sig.ident, &item.vis, &item.attrs),
        Item::Const(item) => (&item.ident, &item.vis, &item.attrs),
        Item::Static(item) => (&item.ident, &item.vis, &item.attrs),
        _ => return None,
    };
    Some((name.to_string(), visibility, attributes))
}

/// Every name of a `use`.
fn leaves(tree: &UseTree, path: &mut Vec<String>, found: &mut dyn FnMut(Vec<String>, Option<String>)) {
    let with = |path: &[String], name: String| [path, &[name]].concat();
    match tree {
        UseTree::Path(tree) => {
            path.push(tree.ident.to_string());
            leaves(&tree.tree, path, found);
            path.pop();
        }
        UseTree::Name(tree) if tree.ident == "self" => found(path.clone(), path.last().cloned()),
        UseTree::Name(tree) => {
            let name = tree.ident.to_string();
            found(with(path, name.clone()), Some(name));
        }
        UseTree::Rename(tree) => found(with(path, tree.ident.to_string()), Some(tree.rename.to_string())),
        UseTree::Glob(_) => found(path.clone(), None),
        UseTree::Group(group) => group.items.iter().for_each(|tree| leaves(tree, path, found)),
    }
}
