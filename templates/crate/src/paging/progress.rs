//! Which page comes next, and when a list has come to its end.

use super::Layout;
use crate::json::{Fit, Json, Reading, Token};

/// How far a stream has come. The same for pages of every type, so it is compiled once.
pub(super) struct Progress {
    layout: Layout,
    turn: Turn,
    /// How many elements have come.
    seen: usize,
    /// The content of the last page as JSON.
    previous: Option<String>,
}

/// The page to ask for.
enum Turn {
    First,
    /// The one after the last; by its cursor where there is one, and otherwise by its number.
    Next(Option<String>),
    End,
}

impl Progress {
    pub(super) fn new(layout: Layout) -> Self {
        Progress { layout, turn: Turn::First, seen: 0, previous: None }
    }

    /// Makes a request ask for the page whose turn it is, by what stands at its mark. No page is left when it is false.
    pub(super) fn prepare(&self, mark: &mut dyn Json) -> bool {
        match &self.turn {
            Turn::First if !self.layout.is_numbered() || number(mark).is_some() => true,
            Turn::First => put(mark, Token::Integer(1)),
            Turn::Next(Some(cursor)) => put(mark, Token::Text(cursor)),
            Turn::Next(None) => {
                number(mark).and_then(|page| page.checked_add(1)).is_some_and(|page| put(mark, Token::Integer(page)))
            }
            Turn::End => false,
        }
    }

    /// Takes note of a page. One that repeats the page before it, or has nothing in it, is no part of the list, save that
    /// the first is always shown: it is the answer to what was asked.
    pub(super) fn admit(&mut self, page: &dyn Json) -> bool {
        let is_first = matches!(self.turn, Turn::First);
        self.turn = Turn::End;
        let Some(content) = self.layout.content_of(page) else { return is_first };
        let count = content.elements().map(Iterator::count);
        let text = serde_json::to_string(&content).ok();
        if count == Some(0) || (text.is_some() && text == self.previous) {
            return is_first;
        }
        self.previous = text;
        self.seen = self.seen.saturating_add(count.unwrap_or_default());
        let is_complete = self.layout.total_of(page).is_some_and(|total| self.seen >= total);
        if !is_complete {
            self.turn = self.after(page);
        }
        true
    }

    /// Asks for no further page.
    pub(super) fn stop(&mut self) {
        self.turn = Turn::End;
    }

    fn after(&self, page: &dyn Json) -> Turn {
        if self.layout.is_numbered() {
            return Turn::Next(None);
        }
        self.layout.cursor_of(page).map_or(Turn::End, |cursor| Turn::Next(Some(cursor)))
    }
}

fn number(mark: &dyn Json) -> Option<i64> {
    mark.view().text()?.parse().ok()
}

fn put(mark: &mut dyn Json, token: Token<'_>) -> bool {
    matches!(mark.accept(token), Reading::Done(fit, _) if fit != Fit::Refused)
}
