//! The modules of a crate, read from its files.

use std::collections::BTreeMap;

use proc_macro2::{TokenStream, TokenTree};
use syn::{Attribute, Item, Visibility};

use super::conditions::Condition;
use super::expand::Macros;
use super::read::SurfaceError;

/// All modules by path, the root by the empty path, and the macros that they define.
#[derive(Default)]
pub(super) struct Modules {
    pub(super) by_path: BTreeMap<String, Module>,
    pub(super) macros: Macros,
}

/// One module.
pub(super) struct Module {
    /// When it is there.
    pub(super) condition: Condition,
    pub(super) items: Vec<Item>,
    /// What a table of the macro `models!` exports: modules of this one and names in them.
    pub(super) listed: Vec<Listed>,
}

/// A name that a table exports.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) condition: Condition,
    pub(super) module: String,
    /// The name; none for all names of the module.
    pub(super) name: Option<String>,
}

impl Modules {
    /// Reads the modules of a crate from its files.
    pub(super) fn read(files: &BTreeMap<&str, &str>) -> Result<Self, SurfaceError> {
        let mut modules = Self::default();
        let mut open = vec![(String::new(), Condition::ALWAYS)];
        while let Some((path, condition)) = open.pop() {
            let (file, text) = file_of(files, &path)?;
            let parsed = syn::parse_file(text)
                .map_err(|error| SurfaceError::Syntax { file: file.clone(), message: error.to_string() })?;
            let condition = condition.and(Condition::of(&parsed.attrs));
            modules.add(path, condition, parsed.items, &mut open);
        }
        Ok(modules)
    }

    fn add(&mut self, path: String, condition: Condition, items: Vec<Item>, open: &mut Vec<(String, Condition)>) {
        let mut listed = Vec::new();
        for item in &items {
            match item {
                Item::Mod(module) => {
                    let inner = condition.and(Condition::of(&module.attrs));
                    let name = child(&path, &module.ident.to_string());
                    match &module.content {
                        None if inner.is_never() => {}
                        None => open.push((name, inner)),
                        Some((_, items)) => self.add(name, inner, items.clone(), open),
                    }
                }
                Item::Macro(call) if call.ident.is_some() => self.macros.define(call),
                Item::Macro(call) if call.mac.path.is_ident("models") => {
                    for (inner, module, name) in table(call.mac.tokens.clone()) {
                        let inner = condition.and(inner);
                        let path = child(&path, &module);
                        if !open.iter().any(|(other, ..)| *other == path) {
                            open.push((path, inner.clone()));
                        }
                        listed.push(Listed { condition: inner, module, name });
                    }
                }
                _ => {}
            }
        }
        self.by_path.insert(path, Module { condition, items, listed });
    }
}

/// Whether an item is for callers: public, and not hidden from the documentation.
pub(super) fn is_public_item(visibility: &Visibility, attributes: &[Attribute]) -> bool {
    matches!(visibility, Visibility::Public(_)) && !is_hidden(attributes)
}

/// Whether an item is hidden from the documentation, and so is none of callers' business.
pub(super) fn is_hidden(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("doc")
            && matches!(&attribute.meta, syn::Meta::List(list) if list.tokens.to_string() == "hidden")
    })
}

/// The path of an item in a module.
pub(super) fn child(module: &str, name: &str) -> String {
    if module.is_empty() { name.to_owned() } else { format!("{module}::{name}") }
}

fn file_of<'a>(files: &BTreeMap<&'a str, &'a str>, path: &str) -> Result<(String, &'a str), SurfaceError> {
    let names = match path {
        "" => vec!["src/lib.rs".to_owned()],
        _ => {
            // A file is not called `r#type.rs`.
            let path = path.replace("::", "/").replace("r#", "");
            vec![format!("src/{path}.rs"), format!("src/{path}/mod.rs")]
        }
    };
    let found = names.iter().find_map(|name| Some((name.clone(), *files.get(name.as_str())?)));
    found.ok_or_else(|| SurfaceError::Missing(names.into_iter().next().unwrap_or_default()))
}

/// The table `condition => module { Name Name } module { Name }`, as condition, module and name. A module without names exports
/// all that it has, as crates of older generators do.
fn table(tokens: TokenStream) -> Vec<(Condition, String, Option<String>)> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let arrow = tokens.windows(2).position(|pair| {
        matches!(pair, [TokenTree::Punct(one), TokenTree::Punct(two)] if one.as_char() == '=' && two.as_char() == '>')
    });
    let Some(arrow) = arrow else { return Vec::new() };
    let condition = Condition::parse(tokens.iter().take(arrow).cloned().collect());
    let mut rows = Vec::new();
    let mut rest = tokens.into_iter().skip(arrow + 2).peekable();
    while let Some(token) = rest.next() {
        let TokenTree::Ident(module) = token else { continue };
        let Some(TokenTree::Group(names)) = rest.peek() else {
            rows.push((condition.clone(), module.to_string(), None));
            continue;
        };
        let names = names.stream().into_iter().filter_map(|token| match token {
            TokenTree::Ident(name) => Some(name.to_string()),
            _ => None,
        });
        rows.extend(names.map(|name| (condition.clone(), module.to_string(), Some(name))));
    }
    rows
}
