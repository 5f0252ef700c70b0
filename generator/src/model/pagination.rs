//! Lists that are cut into pages.

use super::{Ident, Item, Presence};

/// How an operation's list is cut into pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Pagination {
    /// How one page leads to the next.
    pub step: Step,
    /// The part of the request that says which page is meant.
    pub part: RequestPart,
    /// The fields that lead there from that part, the outermost first.
    pub mark: Vec<Member>,
    /// The wire name of the property or parameter with the most elements of a page.
    pub limit: Option<String>,
    /// The methods that go through the pages; none where no answer could show the end.
    pub streams: Option<Streams>,
}

/// How one page leads to the next.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Step {
    /// By counting from 1.
    Number,
    /// By what the last answer has at this path of wire names.
    Cursor(Vec<String>),
}

/// A part of a request that a method takes as one argument.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum RequestPart {
    /// The struct of the parameters.
    Parameters,
    /// The body.
    Body,
}

/// A field on a way through objects.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Member {
    /// The name in JSON.
    pub wire_name: String,
    /// The field's name.
    pub name: Ident,
    /// Whether it may be missing or null.
    pub presence: Presence,
}

/// The methods beside an operation that go through its pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Streams {
    /// The name of the method for the pages.
    pub pages: Ident,
    /// What tells one page from another, as a path of wire names from the answer's root.
    pub content: Vec<String>,
    /// Where an answer tells how many elements there are in all; empty where none is described.
    pub total: Vec<String>,
    /// The method for the elements, where the answer's list is described.
    pub elements: Option<Elements>,
}

/// The method for the elements of all pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Elements {
    /// The method's name.
    pub name: Ident,
    /// The fields that lead to the list from the answer's root.
    pub list: Vec<Member>,
    /// An element of the list.
    pub item: Item,
}
