//! JSON pointers (RFC 6901), cheap to carry along a walk.

use std::fmt;
use std::sync::Arc;

/// The way from the root of a document to one of its nodes.
///
/// A linked list that shares its beginning: a walk makes one for every node, and renders almost none of them.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Pointer(Option<Arc<Step>>);

/// What two steps most often differ in comes first.
#[derive(PartialEq, Eq, Hash)]
struct Step {
    depth: usize,
    token: Token,
    parent: Pointer,
}

/// One step of a [`Pointer`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Token {
    /// The key of a mapping.
    Key(Arc<str>),
    /// The place in a sequence, counted from 0.
    Index(usize),
}

impl Pointer {
    /// The whole document.
    pub fn root() -> Self {
        Self(None)
    }

    /// The value under `key`.
    #[must_use]
    pub fn child(&self, key: &str) -> Self {
        self.step(Token::Key(key.into()))
    }

    /// The element at `index`.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.step(Token::Index(index))
    }

    /// The pointer without its last step; `None` at the root.
    pub fn parent(&self) -> Option<Self> {
        self.0.as_ref().map(|step| step.parent.clone())
    }

    /// The last step; `None` at the root.
    pub fn last(&self) -> Option<&Token> {
        self.0.as_ref().map(|step| &step.token)
    }

    /// The steps, from the root on.
    pub fn tokens(&self) -> Vec<Token> {
        let mut tokens = Vec::new();
        let mut rest = self;
        while let Some(step) = &rest.0 {
            tokens.push(step.token.clone());
            rest = &step.parent;
        }
        tokens.reverse();
        tokens
    }

    /// The steps that lead here from a node above, none from the node itself; `None` when that is not above.
    pub(crate) fn steps_from(&self, above: &Self) -> Option<Vec<Token>> {
        let count = self.depth().checked_sub(above.depth())?;
        let mut rest = self;
        for _ in 0..count {
            rest = &rest.0.as_ref()?.parent;
        }
        (rest == above).then(|| self.tokens().split_off(above.depth()))
    }

    fn depth(&self) -> usize {
        self.0.as_ref().map_or(0, |step| step.depth)
    }

    /// Reads what [`Display`](fmt::Display) writes. Every step becomes a key; a sequence takes a key that is a number.
    pub fn parse(text: &str) -> Self {
        text.split('/').skip(1).fold(Self::root(), |pointer, token| pointer.child(&unescape(token)))
    }

    /// The node at the end of one more step.
    pub(crate) fn step(&self, token: Token) -> Self {
        Self(Some(Arc::new(Step { depth: self.depth() + 1, token, parent: self.clone() })))
    }
}

/// Undoes the escapes of RFC 6901 in one step.
pub(crate) fn unescape(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

impl fmt::Display for Pointer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.tokens().iter().try_for_each(|token| match token {
            Token::Key(key) => write!(formatter, "/{}", key.replace('~', "~0").replace('/', "~1")),
            Token::Index(index) => write!(formatter, "/{index}"),
        })
    }
}

impl fmt::Debug for Pointer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?}", self.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::{Pointer, Token};

    #[test]
    fn writes_and_reads_escapes() {
        let pointer = Pointer::root().child("paths").child("/api/~x").child("get").child("parameters").index(0);
        assert_eq!(pointer.to_string(), "/paths/~1api~1~0x/get/parameters/0");
        assert_eq!(Pointer::parse(&pointer.to_string()).to_string(), pointer.to_string());
        assert_eq!(Pointer::root().to_string(), "");
    }

    #[test]
    fn steps_lead_down_from_a_node() {
        let above = Pointer::root().child("a").index(1);
        let node = above.child("b").index(2);
        assert_eq!(node.steps_from(&above), Some(vec![Token::Key("b".into()), Token::Index(2)]));
        assert_eq!(node.steps_from(&node), Some(Vec::new()));
        assert_eq!(node.steps_from(&Pointer::root()), Some(node.tokens()));
        assert_eq!(above.steps_from(&node), None);
        assert_eq!(node.steps_from(&Pointer::root().child("a").index(0)), None);
    }
}
