//! Lists, maps with free names, and boxes.

use std::collections::BTreeMap;

use super::{Json, List, Map, Reading, Token, View};

impl<T: Json> Json for Vec<T> {
    fn empty() -> Self {
        Vec::new()
    }

    fn accept(&mut self, token: Token<'_>) -> Reading<'_> {
        self.clear();
        token.open_list(self)
    }

    fn view(&self) -> View<'_> {
        View::List(self)
    }
}

impl<T: Json> List for Vec<T> {
    fn element(&mut self) -> Option<&mut dyn Json> {
        self.push(T::empty());
        self.last_mut().map(|element| element as &mut dyn Json)
    }

    fn elements(&self) -> Box<dyn Iterator<Item = &dyn Json> + '_> {
        Box::new(self.iter().map(|element| element as &dyn Json))
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

    fn view(&self) -> View<'_> {
        View::Map(self)
    }
}

impl<T: Json> Map for BTreeMap<String, T> {
    fn entry(&mut self, name: &str) -> &mut dyn Json {
        BTreeMap::entry(self, name.to_owned()).or_insert_with(T::empty)
    }

    fn entries(&self) -> Box<dyn Iterator<Item = (&str, &dyn Json)> + '_> {
        Box::new(self.iter().map(|(name, value)| (name.as_str(), value as &dyn Json)))
    }
}

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

    fn view(&self) -> View<'_> {
        T::view(self)
    }
}
