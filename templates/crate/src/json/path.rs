//! Where in a document the reader is: a JSON pointer (RFC 6901) that costs nothing until it is printed.

use std::fmt;

/// A chain of steps that lives on the stack of the reader.
#[derive(Clone, Copy)]
pub(crate) enum Path<'a> {
    Root,
    Property { parent: &'a Path<'a>, name: &'a str },
    Element { parent: &'a Path<'a>, index: usize },
}

impl<'a> Path<'a> {
    pub(crate) fn property(&'a self, name: &'a str) -> Self {
        Path::Property { parent: self, name }
    }

    pub(crate) fn element(&'a self, index: usize) -> Self {
        Path::Element { parent: self, index }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Root => Ok(()),
            Path::Property { parent, name } => {
                write!(f, "{parent}/{}", name.replace('~', "~0").replace('/', "~1"))
            }
            Path::Element { parent, index } => write!(f, "{parent}/{index}"),
        }
    }
}
