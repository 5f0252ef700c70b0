//! Uniqueness of names within a struct, an enum, a client or a crate.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::model::Ident;

/// The names that are taken in one scope, each with what took it.
#[derive(Debug)]
pub(crate) struct Scope<T> {
    taken: HashMap<String, T>,
    /// For a name that is taken, the last number that it was given with.
    numbers: HashMap<String, usize>,
}

/// A name that is taken already.
#[derive(Debug)]
pub(crate) struct Clash<T> {
    /// What has the name.
    pub(crate) first: T,
}

impl<T: Clone> Scope<T> {
    /// A scope in which nothing is taken.
    pub(crate) fn new() -> Self {
        Self { taken: HashMap::new(), numbers: HashMap::new() }
    }

    /// Takes a name, or tells what has it.
    pub(crate) fn claim(&mut self, name: &Ident, by: T) -> Result<(), Clash<T>> {
        match self.taken.entry(name.plain().to_owned()) {
            Entry::Vacant(free) => {
                free.insert(by);
                Ok(())
            }
            Entry::Occupied(taken) => Err(Clash { first: taken.get().clone() }),
        }
    }

    /// Takes the name, or the first of `name2`, `name3`, ... that is free.
    pub(crate) fn claim_numbered(&mut self, name: Ident, by: T) -> Ident {
        if self.claim(&name, by.clone()).is_ok() {
            return name;
        }
        let separator = if name.plain().chars().any(char::is_uppercase) { "" } else { "_" };
        // A keyword such as `Self_` ends in an underscore, which would stand in the middle now.
        let base = name.plain().trim_end_matches('_');
        let base = format!("{base}{separator}");
        // No name is ever given back, so there is no use in asking for the smaller numbers again.
        let mut number = self.numbers.get(&base).copied().unwrap_or(1);
        loop {
            number += 1;
            let candidate = Ident::new(format!("{base}{number}"));
            if self.claim(&candidate, by.clone()).is_ok() {
                self.numbers.insert(base, number);
                return candidate;
            }
        }
    }
}
