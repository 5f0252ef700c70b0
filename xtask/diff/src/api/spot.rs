//! Where a finding is, and the finding that is made there.

use generator::model::Place;

use crate::finding::{Caller, Finding};
use crate::level::{Level, Side};
use crate::rule::Rule;

/// Where something stands that may have changed.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    pub(super) side: Side,
    pub(super) path: String,
    pub(super) place: Place,
    pub(super) callers: Vec<Caller>,
    pub(super) item: Option<String>,
    /// Whether a program can notice at all; of a type that no operation leads to, none can.
    pub(super) is_reached: bool,
}

impl Spot {
    /// A part of what is here, with its path and its Rust item from here.
    pub(super) fn part(&self, path: &str, item: Option<&str>) -> Self {
        let item = self.item.as_ref().zip(item).map(|(whole, part)| format!("{whole}::{part}"));
        Self { path: format!("{}{path}", self.path), item, ..self.clone() }
    }

    /// The same place seen from another side.
    pub(super) fn on(&self, side: Side) -> Self {
        Self { side, ..self.clone() }
    }

    /// The same place with another Rust item.
    pub(super) fn with_item(&self, item: Option<String>) -> Self {
        Self { item, ..self.clone() }
    }

    /// The same place with more to its path.
    pub(super) fn at(&self, path: &str) -> Self {
        Self { path: format!("{}{path}", self.path), ..self.clone() }
    }

    /// A finding here.
    pub(super) fn finding(&self, rule: &'static Rule, message: String) -> Finding {
        let level = if self.is_reached { rule.level(self.side) } else { Level::Cosmetic };
        let names = |name: fn(&Caller) -> &String| {
            let mut names: Vec<String> = self.callers.iter().map(|caller| name(caller).clone()).collect();
            names.sort();
            names.dedup();
            names
        };
        Finding {
            rule,
            level,
            side: self.side,
            message,
            path: self.path.clone(),
            place: Some(self.place.clone()),
            clients: names(|caller| &caller.client),
            areas: names(|caller| &caller.area),
            callers: self.callers.clone(),
            item: self.item.clone(),
            before: None,
            after: None,
            advice: rule.advice.to_owned(),
        }
    }
}

impl Finding {
    /// The same with what there was and what there is.
    pub(crate) fn change(mut self, before: Option<String>, after: Option<String>) -> Self {
        self.before = before;
        self.after = after;
        self
    }
}
