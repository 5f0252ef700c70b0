//! Where an answer keeps what a stream of pages has to look at.

use crate::json::{Json, View};

/// Paths of property names, each from the answer's root. An empty path other than that of the content leads nowhere.
#[derive(Clone, Copy)]
pub(crate) struct Layout {
    content: &'static [&'static str],
    total: &'static [&'static str],
    cursor: &'static [&'static str],
}

impl Layout {
    /// What tells one page from another: its list, or where none is described, all that the envelope holds.
    pub(crate) const fn content(path: &'static [&'static str]) -> Self {
        Layout { content: path, total: &[], cursor: &[] }
    }

    /// How many elements all pages have together.
    pub(crate) const fn total(self, path: &'static [&'static str]) -> Self {
        Layout { total: path, ..self }
    }

    /// What asks for the page that follows. Without it, pages are asked for by number.
    pub(crate) const fn cursor(self, path: &'static [&'static str]) -> Self {
        Layout { cursor: path, ..self }
    }

    pub(super) fn is_numbered(self) -> bool {
        self.cursor.is_empty()
    }

    /// The content of a page; nothing where it is missing or null.
    pub(super) fn content_of(self, answer: &dyn Json) -> Option<View<'_>> {
        at(answer, self.content).filter(|view| !matches!(view, View::Absent | View::Null))
    }

    /// The total that a page tells. A missing one reads as zero, and then the pages have to show where they end.
    pub(super) fn total_of(self, answer: &dyn Json) -> Option<usize> {
        let total = text(answer, self.total)?.parse().ok()?;
        (total > 0).then_some(total)
    }

    pub(super) fn cursor_of(self, answer: &dyn Json) -> Option<String> {
        text(answer, self.cursor).filter(|cursor| !cursor.is_empty())
    }
}

fn text(answer: &dyn Json, path: &[&str]) -> Option<String> {
    if path.is_empty() {
        return None;
    }
    Some(at(answer, path)?.text()?.into_owned())
}

fn at<'a>(answer: &'a dyn Json, path: &[&str]) -> Option<View<'a>> {
    path.iter().try_fold(answer.view(), |view, name| {
        let (_, inner) = view.members()?.find(|(key, _)| key == name)?;
        Some(inner)
    })
}
