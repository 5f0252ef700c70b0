//! Words that Rust or the emitted files keep for themselves.

/// Whether a word needs `r#` to be an identifier, in any edition up to 2024.
pub(super) fn is_keyword(word: &str) -> bool {
    const KEYWORDS: &[&str] = &[
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
        "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
        "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type",
        "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
    ];
    KEYWORDS.binary_search(&word).is_ok()
}

/// Whether a word cannot be an identifier even with `r#`.
pub(super) fn is_unescapable(word: &str) -> bool {
    matches!(word, "self" | "Self" | "super" | "crate" | "_")
}

/// Whether emitted files use a type or trait of this name by its short name, so that a schema cannot have it.
pub(super) fn is_reserved_type(name: &str) -> bool {
    const RESERVED: &[&str] = &[
        "BTreeMap",
        "Box",
        "Clone",
        "Date",
        "DateTime",
        "Debug",
        "Default",
        "Eq",
        "Err",
        "From",
        "Hash",
        "Into",
        "None",
        "Nullable",
        "Ok",
        "Option",
        "PartialEq",
        "Self",
        "Some",
        "String",
        "UnknownValue",
        "Value",
        "Vec",
    ];
    RESERVED.binary_search(&name).is_ok()
}

/// Whether Windows takes a file of this name, whatever its ending, for a device.
pub(super) fn is_device(name: &str) -> bool {
    let numbered =
        |name: &str| matches!(name.as_bytes(), [b'c', b'o', b'm', b'0'..=b'9'] | [b'l', b'p', b't', b'0'..=b'9']);
    matches!(name, "con" | "prn" | "aux" | "nul" | "conin" | "conout") || numbered(name)
}

#[cfg(test)]
mod tests {
    use super::{is_keyword, is_reserved_type};

    #[test]
    fn tables_are_sorted() {
        for word in ["abstract", "as", "gen", "yield", "type", "mod"] {
            assert!(is_keyword(word), "{word}");
        }
        for name in ["BTreeMap", "Vec", "Option", "Date", "DateTime", "Self"] {
            assert!(is_reserved_type(name), "{name}");
        }
    }
}
