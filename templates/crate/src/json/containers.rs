//! Lists, maps with free names, and boxes.

use std::collections::BTreeMap;

use super::{Fill, Json, List, Map, Part, Reading, Show, Token, View, Whole};

impl<T: Json> Json for Vec<T> {
    fn empty() -> Self {
        Vec::new()
    }

    fn accept(&mut self, token: Token<'_>) -> Reading<'_> {
        self.clear();
        token.open_list(self)
    }

    fn plain(&self) -> Option<View<'_>> {
        Some(View::List(self))
    }
}

impl<T: Json> List for Vec<T> {
    fn element(&mut self) -> Option<&mut Part> {
        // Lists of one or two elements are the most common, and `push` begins with room for four.
        if self.len() == self.capacity() {
            self.reserve_exact(self.len().max(1));
        }
        self.push(T::empty());
        self.last_mut().map(|element| element as &mut Part)
    }

    fn count(&self) -> usize {
        self.len()
    }

    fn get(&self, index: usize) -> Option<&Part> {
        <[T]>::get(self, index).map(|element| element as &Part)
    }
}

impl<T: Json> Json for BTreeMap<String, T> {
    fn empty() -> Self {
        BTreeMap::new()
    }

    fn accept(&mut self, token: Token<'_>) -> Reading<'_> {
        self.clear();
        token.open_map(self)
    }

    fn plain(&self) -> Option<View<'_>> {
        Some(View::Map(self))
    }
}

impl<T: Json> Map for BTreeMap<String, T> {
    fn entry(&mut self, name: &str) -> &mut Part {
        BTreeMap::entry(self, name.to_owned()).or_insert_with(T::empty)
    }

    fn each<'a>(&'a self, show: &mut dyn FnMut(&'a str, &'a Part)) {
        self.iter().for_each(|(name, value)| show(name, value));
    }
}

/// A type that leads to itself is kept in a box.
impl<T: Json> Json for Box<T> {
    fn empty() -> Self {
        Box::new(T::empty())
    }

    fn reset(&mut self) {
        T::reset(self);
    }

    fn accept(&mut self, token: Token<'_>) -> Reading<'_> {
        T::accept(self, token)
    }

    fn plain(&self) -> Option<View<'_>> {
        T::plain(self)
    }

    fn parts<'a>(&'a self, show: Show<'_, 'a>) {
        T::parts(self, show);
    }

    fn parts_mut(&mut self, fill: Fill<'_>) {
        T::parts_mut(self, fill);
    }

    fn whole(&self) -> Option<&dyn Whole> {
        T::whole(self)
    }
}
