//! Lists, maps with free names, and boxes.

use std::collections::BTreeMap;

use super::{Json, List, Map, Part, Reading, Token, View};

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

    fn rest_mut(&mut self) -> Option<&mut dyn Map> {
        Some(self)
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

/// Makes the box of a type `Json`: a type that leads to itself is kept in one.
///
/// Each such type has its own, because one for all boxes could not stand beside the one for all
/// [open enums](super::OpenEnum): any crate may implement a trait for a box of its own type.
macro_rules! boxed {
    ($ty:ident) => {
        impl json::Json for ::std::boxed::Box<$ty> {
            fn empty() -> Self {
                ::std::boxed::Box::new(json::Json::empty())
            }

            fn reset(&mut self) {
                <$ty as json::Json>::reset(self);
            }

            fn accept(&mut self, token: json::Token<'_>) -> json::Reading<'_> {
                <$ty as json::Json>::accept(self, token)
            }

            fn plain(&self) -> json::Option<json::View<'_>> {
                <$ty as json::Json>::plain(self)
            }

            fn parts<'a>(&'a self, show: json::Show<'_, 'a>) {
                <$ty as json::Json>::parts(self, show);
            }

            fn part_mut(&mut self, place: usize) -> json::Option<&mut json::Part> {
                <$ty as json::Json>::part_mut(self, place)
            }

            fn whole(&self) -> json::Option<&dyn json::Whole> {
                <$ty as json::Json>::whole(self)
            }
        }
    };
}

pub(crate) use boxed;
