//! The bridge from tokens to text: `syn` reads them, `prettyplease` prints them, and blank lines go where a
//! person would put them.

use proc_macro2::TokenStream;

use super::docs;

/// Prints items, an empty line between each two of them.
pub(super) fn print(items: impl IntoIterator<Item = TokenStream>) -> String {
    items.into_iter().map(one).collect::<Vec<_>>().join("\n")
}

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

/// Prints one item. Tokens that are no item would be a fault of an emitter; they are printed as they are, so that
/// the compiler points at them.
fn one(tokens: TokenStream) -> String {
    match syn::parse2::<syn::Item>(tokens.clone()) {
        Ok(item) => spaced(&prettyplease::unparse(&syn::File {
            shebang: None,
            frontmatter: None,
            attrs: Vec::new(),
            items: vec![item],
        })),
        Err(_) => tokens.to_string(),
    }
}

/// Puts an empty line before every documented member but the first, and each line of a documentation on a line of its own.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + text.len() / 8);
    let mut previous = "";
    for line in text.lines() {
        let code = line.trim_start();
        let documented = code.starts_with("///");
        let follows_member = !previous.ends_with('{') && !previous.trim_start().starts_with("///");
        if documented && line.starts_with(' ') && follows_member && !previous.is_empty() {
            spaced.push('\n');
        }
        match code.strip_prefix("///") {
            Some(lines) => {
                let indent = line.get(..line.len() - code.len()).unwrap_or_default();
                for line in lines.split(docs::BREAK) {
                    spaced.extend([indent, "///", line, "\n"]);
                }
            }
            None => spaced.extend([line, "\n"]),
        }
        previous = line;
    }
    spaced
}
