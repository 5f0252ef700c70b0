//! Random edits of a text, as bytes: a flipped bit may leave no text at all, and a spliced line often leaves YAML.

use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_oneof};
use proptest::sample::{Index, select};

/// One edit.
#[derive(Clone, Debug)]
pub(crate) enum Edit {
    Flip(Index, u8),
    Insert(Index, String),
    Delete(Index, usize),
    /// Puts a stretch of the text into another place of it.
    Splice {
        from: Index,
        length: usize,
        to: Index,
    },
    /// Puts a line behind another one.
    Line {
        from: Index,
        to: Index,
    },
}

/// What means something in YAML, JSON, JSONPath or OpenAPI.
const WORDS: &[&str] = &[
    "\n",
    "\n  ",
    ": ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    "'",
    "\"",
    "#",
    "&a ",
    "*a",
    "<<: *a",
    "!t ",
    "|",
    ">",
    "? ",
    "---\n",
    "\t",
    "\u{0}",
    "\u{feff}",
    "\u{1f600}",
    "~",
    "null",
    "-1",
    "1e400",
    "9223372036854775808",
    ".nan",
    "$",
    "$..*",
    "[?@.a]",
    "[-1]",
    "$ref: '#/components/schemas/",
    "type: object",
    "type: array",
    "allOf",
    "oneOf",
    "anyOf",
    "enum: []",
    "nullable: true",
    "format: binary",
    "properties",
    "additionalProperties: ",
    "required: ",
    "default: ",
    "in: path",
    "style: deepObject",
    "multipart/form-data",
    "r#type",
    "fn",
    "*/",
    "```",
    "\\u{",
    "]]>",
];

/// One to eight edits.
pub(crate) fn edits() -> impl Strategy<Value = Vec<Edit>> {
    vec(edit(), 1..8)
}

fn edit() -> impl Strategy<Value = Edit> {
    let inserted = prop_oneof![3 => select(WORDS).prop_map(str::to_owned), 1 => ".{0,8}"];
    prop_oneof![
        (any::<Index>(), 0..8_u8).prop_map(|(at, bit)| Edit::Flip(at, bit)),
        (any::<Index>(), inserted).prop_map(|(at, text)| Edit::Insert(at, text)),
        (any::<Index>(), 1..40_usize).prop_map(|(at, length)| Edit::Delete(at, length)),
        (any::<Index>(), 1..80_usize, any::<Index>()).prop_map(|(from, length, to)| Edit::Splice { from, length, to }),
        (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Edit::Line { from, to }),
    ]
}

/// The text after the edits; what is no text then is read as one, as an editor would.
pub(crate) fn edited(text: &str, edits: &[Edit]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    edits.iter().for_each(|edit| apply(&mut bytes, edit));
    String::from_utf8_lossy(&bytes).into_owned()
}

fn apply(bytes: &mut Vec<u8>, edit: &Edit) {
    let end = bytes.len();
    match edit {
        Edit::Flip(at, bit) if end > 0 => bytes[at.index(end)] ^= 1 << bit,
        Edit::Flip(..) => {}
        Edit::Insert(at, text) => insert(bytes, at.index(end + 1), text.as_bytes()),
        Edit::Delete(at, length) => {
            let start = at.index(end + 1);
            bytes.drain(start..end.min(start + length));
        }
        Edit::Splice { from, length, to } => {
            let start = from.index(end + 1);
            let stretch = bytes[start..end.min(start + length)].to_vec();
            insert(bytes, to.index(end + 1), &stretch);
        }
        Edit::Line { from, to } => {
            let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
            if !lines.is_empty() {
                let line = lines[from.index(lines.len())].to_vec();
                let at = lines[..to.index(lines.len())].iter().map(|line| line.len()).sum();
                insert(bytes, at, &line);
            }
        }
    }
}

fn insert(bytes: &mut Vec<u8>, at: usize, inserted: &[u8]) {
    bytes.splice(at..at, inserted.iter().copied());
}
