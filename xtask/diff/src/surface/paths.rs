//! The paths that callers can import items by.

use super::conditions::Condition;
use super::definitions::{Definitions, Target};
use super::modules::{child, is_public_item};

/// How deep public modules are followed; a module that exports one around it would have no end.
const DEPTH: usize = 16;

/// A path that an item can be imported by.
#[derive(Debug)]
pub(super) struct Export {
    /// The path from the crate, without its name.
    pub(super) path: String,
    pub(super) what: What,
    /// When the path is there.
    pub(super) condition: Condition,
}

/// What a path leads to.
#[derive(Debug)]
pub(super) enum What {
    Module,
    /// An item, by the path of its definition.
    Definition(String),
    /// An item of another crate, by its path there.
    Foreign(String),
}

/// Every path from the crate's root.
pub(super) fn exports(definitions: &Definitions<'_>) -> Vec<Export> {
    let mut found = Vec::new();
    module(definitions, "", "", &Condition::ALWAYS, DEPTH, &mut found);
    found.retain(|export| !export.condition.is_never());
    found
}

fn module(
    definitions: &Definitions<'_>,
    path: &str,
    prefix: &str,
    condition: &Condition,
    depth: usize,
    found: &mut Vec<Export>,
) {
    let Some(here) = definitions.modules.by_path.get(path).filter(|_| depth > 0) else { return };
    for item in &here.items {
        if let syn::Item::Mod(item) = item
            && is_public_item(&item.vis, &item.attrs)
        {
            let name = item.ident.to_string();
            export(definitions, Target::Module(child(path, &name)), child(prefix, &name), condition, depth, found);
        }
    }
    let own = definitions.all().filter(|(name, definition)| definition.is_public && parent(name) == path);
    for (name, _) in own {
        let last = name.rsplit("::").next().unwrap_or(name);
        export(definitions, Target::Definition(name.to_owned()), child(prefix, last), condition, depth, found);
    }
    for listed in &here.listed {
        let condition = condition.and(listed.condition.clone());
        let from = child(path, &listed.module);
        match &listed.name {
            None => module(definitions, &from, prefix, &condition, depth - 1, found),
            Some(name) => {
                let target = Target::Definition(child(&from, name));
                export(definitions, target, child(prefix, name), &condition, depth, found);
            }
        }
    }
    for import in definitions.imports(path).iter().filter(|import| import.is_public) {
        let condition = condition.and(import.condition.clone());
        match (&import.name, definitions.resolve(path, &import.from)) {
            (Some(name), Some(target)) => export(definitions, target, child(prefix, name), &condition, depth, found),
            (Some(name), None) => {
                let what = What::Foreign(import.from.join("::"));
                found.push(Export { path: child(prefix, name), what, condition });
            }
            (None, Some(Target::Module(all))) => module(definitions, &all, prefix, &condition, depth - 1, found),
            (None, _) => {}
        }
    }
}

fn parent(path: &str) -> &str {
    path.rsplit_once("::").map_or("", |(parent, _)| parent)
}

fn export(
    definitions: &Definitions<'_>,
    target: Target,
    path: String,
    condition: &Condition,
    depth: usize,
    found: &mut Vec<Export>,
) {
    match target {
        Target::Module(name) => {
            let Some(here) = definitions.modules.by_path.get(&name) else { return };
            let condition = condition.and(here.condition.clone());
            found.push(Export { path: path.clone(), what: What::Module, condition: condition.clone() });
            module(definitions, &name, &path, &condition, depth - 1, found);
        }
        Target::Definition(name) => {
            let Some(definition) = definitions.get(&name) else { return };
            let condition = condition.and(definition.condition.clone());
            found.push(Export { path, what: What::Definition(name), condition });
        }
    }
}
