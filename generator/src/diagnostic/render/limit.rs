//! How many diagnostics are written out; the rest is counted.

use super::Format;

/// How many to write out. Errors come before others.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum Limit {
    /// What suits the format: 50 for people, and of each warning or note no more than three; all for programs.
    #[default]
    Usual,
    /// As many as somebody asked for, whatever they are.
    Most(usize),
    /// Every one.
    All,
}

/// How many find room.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rooms {
    /// Of all.
    pub(super) all: usize,
    /// Of one warning or note: a few show what it is about. Every error is to be mended, so none is folded away.
    pub(super) of_each: usize,
}

impl Limit {
    pub(super) fn rooms(self, format: Format) -> Rooms {
        let is_for_people = matches!(format, Format::Human(_) | Format::Short);
        match self {
            Self::Usual if is_for_people => Rooms { all: 50, of_each: 3 },
            Self::Most(all) => Rooms { all, of_each: all },
            Self::Usual | Self::All => Rooms { all: usize::MAX, of_each: usize::MAX },
        }
    }
}
