//! Words for characters that no identifier can hold.

use unicode_ident::is_xid_continue;

/// The wire name with its symbols spelled out where they are all there is to tell names apart.
///
/// Between letters a symbol only separates words (`zh-CN`); a sign before a number (`-1`) and a name without
/// any letter or digit (`*`) are spelled.
pub(super) fn spell(wire_name: &str) -> String {
    if wire_name.chars().any(is_legal) {
        return match wire_name.split_at_checked(1) {
            Some(("-", rest)) if starts_with_digit(rest) => format!("minus {rest}"),
            Some(("+", rest)) if starts_with_digit(rest) => format!("plus {rest}"),
            _ => separated(wire_name),
        };
    }
    wire_name.chars().filter(|c| !c.is_whitespace()).map(word).collect::<Vec<_>>().join(" ")
}

/// Whether a character may stand in an identifier, and is not there to join others: `²` is a number and may not.
fn is_legal(c: char) -> bool {
    c.is_ascii_alphanumeric() || !c.is_ascii() && c.is_alphanumeric() && is_xid_continue(c)
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit())
}

/// Characters that are neither letters nor digits become spaces, so that no case conversion has to know them.
fn separated(text: &str) -> String {
    if text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') {
        return text.to_owned();
    }
    text.chars().map(|c| if is_legal(c) || c == '_' { c } else { ' ' }).collect()
}

fn word(symbol: char) -> String {
    let name = match symbol {
        '!' => "not",
        '"' => "quote",
        '#' => "hash",
        '$' => "dollar",
        '%' => "percent",
        '&' => "and",
        '\'' => "apostrophe",
        '(' => "open parenthesis",
        ')' => "close parenthesis",
        '*' => "star",
        '+' => "plus",
        ',' => "comma",
        '-' => "minus",
        '.' => "dot",
        '/' => "slash",
        ':' => "colon",
        ';' => "semicolon",
        '<' => "less than",
        '=' => "equals",
        '>' => "greater than",
        '?' => "question",
        '@' => "at",
        '[' => "open bracket",
        '\\' => "backslash",
        ']' => "close bracket",
        '^' => "caret",
        '_' => "underscore",
        '`' => "backtick",
        '{' => "open brace",
        '|' => "pipe",
        '}' => "close brace",
        '~' => "tilde",
        other => return format!("u{:x}", u32::from(other)),
    };
    name.to_owned()
}
