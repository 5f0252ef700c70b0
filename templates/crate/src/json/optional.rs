//! Values that may be missing or null.

use super::{Fit, Json, Part, Reading, Show, Token, View, Whole};
use crate::values::Nullable;

impl<T: Json> Json for Option<T> {
    fn empty() -> Self {
        None
    }

    fn reset(&mut self) {
        *self = None;
    }

    fn accept(&mut self, token: Token<'_>) -> Reading<'_> {
        match token {
            Token::Null if !T::has_null() => {
                *self = None;
                Reading::Done(Fit::Exact, "null")
            }
            _ => self.insert(T::empty()).accept(token),
        }
    }

    fn plain(&self) -> Option<View<'_>> {
        match self {
            Some(value) => value.plain(),
            None => Some(View::Absent),
        }
    }

    fn parts<'a>(&'a self, show: Show<'_, 'a>) {
        if let Some(value) = self {
            value.parts(show);
        }
    }

    fn part_mut(&mut self, place: usize) -> Option<&mut Part> {
        self.as_mut()?.part_mut(place)
    }

    fn whole(&self) -> Option<&dyn Whole> {
        self.as_ref().and_then(T::whole)
    }
}

impl<T: Json> Json for Nullable<T> {
    fn empty() -> Self {
        Nullable::Unset
    }

    fn reset(&mut self) {
        *self = Nullable::Unset;
    }

    fn accept(&mut self, token: Token<'_>) -> Reading<'_> {
        *self = match token {
            Token::Null => Nullable::Null,
            _ => Nullable::Value(T::empty()),
        };
        match self {
            Nullable::Value(value) => value.accept(token),
            Nullable::Unset | Nullable::Null => Reading::Done(Fit::Exact, "null"),
        }
    }

    fn plain(&self) -> Option<View<'_>> {
        match self {
            Nullable::Unset => Some(View::Absent),
            Nullable::Null => Some(View::Null),
            Nullable::Value(value) => value.plain(),
        }
    }

    fn parts<'a>(&'a self, show: Show<'_, 'a>) {
        if let Nullable::Value(value) = self {
            value.parts(show);
        }
    }

    fn part_mut(&mut self, place: usize) -> Option<&mut Part> {
        match self {
            Nullable::Value(value) => value.part_mut(place),
            Nullable::Unset | Nullable::Null => None,
        }
    }

    fn whole(&self) -> Option<&dyn Whole> {
        match self {
            Nullable::Value(value) => value.whole(),
            Nullable::Unset | Nullable::Null => None,
        }
    }
}
