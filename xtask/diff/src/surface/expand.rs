//! Macros of the crate, expanded by their own definition as far as callers can see it: headers of impls and signatures of functions.
//!
//! Bodies of functions and repetitions say nothing of that, so they are left out. What is left of the macros that the runtime has
//! is a list of impls for the one type that the call names first.

use std::collections::BTreeMap;

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use syn::{ImplItem, Item, ItemImpl, ItemMacro, Macro};

/// How deep macros that call macros are followed.
const DEPTH: usize = 8;

/// The macros that a crate defines, by name.
#[derive(Debug, Default)]
pub(super) struct Macros {
    definitions: BTreeMap<String, Definition>,
}

/// The first way to call a macro.
#[derive(Debug)]
struct Definition {
    /// The first name of the call, as the definition calls it.
    subject: Option<String>,
    transcriber: TokenStream,
}

impl Macros {
    /// Keeps a definition `macro_rules! name { (...) => { ... } }`.
    pub(super) fn define(&mut self, item: &ItemMacro) {
        let Some(name) = &item.ident else { return };
        let mut tokens = item.mac.tokens.clone().into_iter();
        let (matcher, transcriber) = (tokens.next(), tokens.nth(2));
        if let (Some(TokenTree::Group(matcher)), Some(TokenTree::Group(transcriber))) = (matcher, transcriber) {
            let subject = subject(matcher.stream());
            self.definitions.insert(name.to_string(), Definition { subject, transcriber: transcriber.stream() });
        }
    }

    /// The items that a call makes.
    pub(super) fn items(&self, call: &Macro) -> Vec<Item> {
        let Some(tokens) = self.expanded(call) else { return Vec::new() };
        syn::parse2::<syn::File>(tokens).map(|file| file.items).unwrap_or_default()
    }

    /// The items of an impl, with those that macros make in it.
    pub(super) fn impl_items(&self, item: &ItemImpl) -> Vec<ImplItem> {
        let mut open: Vec<(ImplItem, usize)> = item.items.iter().cloned().map(|item| (item, DEPTH)).collect();
        let mut items = Vec::new();
        while let Some((item, depth)) = open.pop() {
            let ImplItem::Macro(call) = &item else {
                items.push(item);
                continue;
            };
            let Some(tokens) = self.expanded(&call.mac).filter(|_| depth > 0) else { continue };
            let block = TokenTree::Group(Group::new(Delimiter::Brace, tokens));
            let code: TokenStream = [quote::quote!(impl T), TokenStream::from(block)].into_iter().collect();
            let made = syn::parse2::<ItemImpl>(code).map(|made| made.items).unwrap_or_default();
            open.extend(made.into_iter().map(|item| (item, depth - 1)));
        }
        items
    }

    fn expanded(&self, call: &Macro) -> Option<TokenStream> {
        let definition = self.definitions.get(&call.path.segments.last()?.ident.to_string())?;
        let name = call.tokens.clone().into_iter().find_map(|token| match token {
            TokenTree::Ident(name) => Some(name),
            _ => None,
        });
        Some(transcribed(definition.transcriber.clone(), definition.subject.as_deref(), name.as_ref()))
    }
}

/// The first `$name:ident` of a matcher.
fn subject(matcher: TokenStream) -> Option<String> {
    let tokens: Vec<TokenTree> = matcher.into_iter().collect();
    tokens.windows(4).find_map(|window| match window {
        [TokenTree::Punct(dollar), TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Ident(kind)]
            if dollar.as_char() == '$' && (kind == "ident" || kind == "ty") =>
        {
            Some(name.to_string())
        }
        _ => None,
    })
}

fn transcribed(tokens: TokenStream, subject: Option<&str>, name: Option<&Ident>) -> TokenStream {
    let mut made = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    let mut in_function = false;
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '$' => match tokens.next() {
                Some(TokenTree::Ident(variable)) if variable == "crate" => made.push(TokenTree::Ident(variable)),
                Some(TokenTree::Ident(variable)) => {
                    let is_subject = subject.is_some_and(|subject| variable == subject);
                    made.push(TokenTree::Ident(name.filter(|_| is_subject).cloned().unwrap_or(variable)));
                }
                Some(TokenTree::Group(_)) => {
                    // A separator and the sign of the repetition.
                    for sign in tokens.by_ref() {
                        if matches!(&sign, TokenTree::Punct(sign) if matches!(sign.as_char(), '*' | '+' | '?')) {
                            break;
                        }
                    }
                }
                Some(other) => made.push(other),
                None => {}
            },
            TokenTree::Group(group) if in_function && group.delimiter() == Delimiter::Brace => {
                in_function = false;
                made.push(TokenTree::Group(Group::new(Delimiter::Brace, TokenStream::new())));
            }
            TokenTree::Group(group) => {
                let inner = transcribed(group.stream(), subject, name);
                made.push(TokenTree::Group(Group::new(group.delimiter(), inner)));
            }
            TokenTree::Punct(punct) if punct.as_char() == ';' => {
                in_function = false;
                made.push(TokenTree::Punct(punct));
            }
            TokenTree::Ident(word) => {
                in_function |= word == "fn";
                made.push(TokenTree::Ident(word));
            }
            other => made.push(other),
        }
    }
    made.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_macro_gives_the_impls_of_the_type_that_it_is_called_with() {
        let mut macros = Macros::default();
        let define = |macros: &mut Macros, code: &str| macros.define(&syn::parse_str(code).expect("it parses"));
        define(
            &mut macros,
            "macro_rules! object {
                ($object:ident { $($field:ident: $name:literal),* } $(rest $rest:ident)?) => {
                    impl json::Clone for $object { fn clone(&self) -> Self { Self { $($field: 1,)* } } }
                    json::serde_by_json! { $object }
                };
            }",
        );
        define(&mut macros, "macro_rules! settings { () => { pub fn timeout(self, t: u8) -> Self { self } }; }");
        let call: ItemMacro = syn::parse_str("json::object! { Pet { name: \"name\" } rest extra }").expect("it parses");
        let items = macros.items(&call.mac);
        assert_eq!(items.len(), 2);
        let subjects = items.iter().filter_map(|item| match item {
            Item::Impl(item) => Some(super::super::text::of(&item.self_ty)),
            _ => None,
        });
        assert_eq!(subjects.collect::<Vec<_>>(), ["Pet"]);
        let block: ItemImpl = syn::parse_str("impl Builder { settings!(); }").expect("it parses");
        assert_eq!(macros.impl_items(&block).len(), 1);
    }
}
