//! Rust as text. What fits its line is written as it comes out; what does not, and what was built of tokens, is read by `syn`
//! and printed by `prettyplease`. Both ways give the same text, which spares nearly all code the longer one.

use proc_macro2::{Ident as Token, Span, TokenStream};

use crate::model::Ident;

/// What a member of an item is indented by.
pub(super) const INDENT: &str = "    ";

/// What the body of a method is indented by.
pub(super) const BODY: &str = "        ";

/// The longest line that `prettyplease` leaves in one piece, in bytes.
pub(super) const WIDTH: usize = 89;

/// `use path::{A, B};` over as many lines as it takes; nothing for no names.
pub(super) fn import(path: &str, names: &[&str]) -> String {
    const WIDTH: usize = 100;
    match names {
        [] => String::new(),
        [name] => format!("use {path}::{name};\n"),
        names => {
            let line = format!("use {path}::{{{}}};\n", names.join(", "));
            if line.len() <= WIDTH + 1 {
                return line;
            }
            let mut lines = vec![String::from("   ")];
            for name in names {
                let fits = lines.last().is_some_and(|line| line.len() + name.len() + 2 <= WIDTH);
                if !fits {
                    lines.push(String::from("   "));
                }
                if let Some(last) = lines.last_mut() {
                    last.push_str(&format!(" {name},"));
                }
            }
            format!("use {path}::{{\n{}\n}};\n", lines.join("\n"))
        }
    }
}

/// An item that was written as if all of it fitted.
pub(super) fn item(text: String) -> String {
    if fits(&text) { text } else { printed(&text).unwrap_or(text) }
}

/// The block that `head` opens, with its members, an empty line between each two of them.
pub(super) fn block(head: &str, members: impl IntoIterator<Item = String>) -> String {
    let members: Vec<String> = members.into_iter().map(member).collect();
    format!("{head}\n{}}}\n", members.join("\n"))
}

/// `open`, parts and `close` on one line, or a line for each part where that is too long.
pub(super) fn parts(indent: &str, open: &str, parts: &[String], close: &str) -> String {
    let line = format!("{indent}{open}{}{close}\n", parts.join(", "));
    if line.len() <= WIDTH + 1 {
        return line;
    }
    let parts: String = parts.iter().flat_map(|part| [indent, INDENT, part, ",\n"]).collect();
    format!("{indent}{open}\n{parts}{indent}{close}\n")
}

/// `Self` with its fields, on one line only where it is short.
pub(super) fn literal(indent: &str, fields: &[String]) -> String {
    /// The longest literal that `prettyplease` leaves on one line, in bytes and without its closing brace.
    const SHORT: usize = 34;
    let line = format!("Self {{ {} ", fields.join(", "));
    if line.len() <= SHORT {
        return format!("{indent}{line}}}\n");
    }
    let fields: String = fields.iter().flat_map(|field| [indent, INDENT, field, ",\n"]).collect();
    format!("{indent}Self {{\n{fields}{indent}}}\n")
}

/// Methods called on a value, on one line or on one line each.
pub(super) fn chain(indent: &str, value: &str, calls: &[String]) -> String {
    let line = format!("{indent}{value}.{}\n", calls.join("."));
    if line.len() <= WIDTH + 1 {
        return line;
    }
    let calls: String = calls.iter().flat_map(|call| ["\n", indent, INDENT, ".", call]).collect();
    format!("{indent}{value}{calls}\n")
}

/// Prints an item that was built of tokens. Tokens that are no item would be a fault of an emitter; they are printed as they
/// are, so that the compiler points at them.
pub(super) fn print(tokens: TokenStream) -> String {
    match syn::parse2::<syn::Item>(tokens.clone()) {
        Ok(item) => unparsed(item),
        Err(_) => tokens.to_string(),
    }
}

/// An identifier as a token.
pub(super) fn token(name: &Ident) -> Token {
    match name.as_str().strip_prefix("r#") {
        Some(keyword) => Token::new_raw(keyword, Span::call_site()),
        None => Token::new(name.as_str(), Span::call_site()),
    }
}

/// The lines between an item's braces.
pub(super) fn body_of(item: &str) -> String {
    let lines: Vec<&str> = item.trim_end().lines().collect();
    match lines.as_slice() {
        [_, body @ .., _] => body.iter().map(|line| format!("{line}\n")).collect(),
        _ => String::new(),
    }
}

fn member(text: String) -> String {
    if fits(&text) {
        return text;
    }
    printed(&format!("impl T {{\n{text}}}")).map_or(text, |block| body_of(&block))
}

/// Whether no line would have to be broken. Comments never are.
fn fits(text: &str) -> bool {
    text.lines().all(|line| line.len() <= WIDTH || line.trim_start().starts_with("///"))
}

fn printed(text: &str) -> Option<String> {
    syn::parse_str(text).ok().map(unparsed)
}

fn unparsed(item: syn::Item) -> String {
    let file = syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] };
    spaced(&prettyplease::unparse(&file))
}

/// Puts an empty line before every documented member but the first.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + text.len() / 8);
    let mut previous = "";
    for line in text.lines() {
        let is_documented = line.starts_with(' ') && line.trim_start().starts_with("///");
        let follows_member = !previous.ends_with('{') && !previous.trim_start().starts_with("///");
        if is_documented && follows_member && !previous.is_empty() {
            spaced.push('\n');
        }
        spaced.extend([line, "\n"]);
        previous = line;
    }
    spaced
}
