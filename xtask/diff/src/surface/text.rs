//! Code as text that is the same for the same type, however it was imported and wherever lines were broken.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use quote::ToTokens;

/// The code of a type, bound or value, with paths cut down to their last name.
pub(super) fn of(tokens: &impl ToTokens) -> String {
    let mut text = String::new();
    write(tokens.to_token_stream(), &mut text);
    text
}

fn write(tokens: TokenStream, text: &mut String) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        if is_path_separator(&tokens, index) {
            // What stands before it is a module, unless it is in angle brackets: `<T as Trait>::Item`.
            let module = text.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_').len();
            if !text.ends_with('>') {
                text.truncate(module);
            } else {
                text.push_str("::");
            }
            index += 2;
            continue;
        }
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                if group.delimiter() == Delimiter::Brace {
                    space(text);
                }
                text.push_str(open);
                write(group.stream(), text);
                trim_comma(text);
                text.push_str(close);
            }
            TokenTree::Ident(_) | TokenTree::Literal(_) => {
                if text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '"' | ')' | ']')) {
                    space(text);
                }
                text.push_str(&token.to_string());
            }
            TokenTree::Punct(punct) => match punct.as_char() {
                ',' => text.push_str(", "),
                ':' if punct.spacing() == Spacing::Alone => text.push_str(": "),
                '+' => text.push_str(" + "),
                '=' => text.push_str(" = "),
                '>' if text.ends_with('-') => {
                    text.truncate(text.len() - 1);
                    text.push_str(" -> ");
                }
                '>' => {
                    trim_comma(text);
                    text.push('>');
                }
                '&' | '\'' | '*' if text.ends_with(|c: char| c.is_alphanumeric()) => {
                    space(text);
                    text.push(punct.as_char());
                }
                other => text.push(other),
            },
        }
        index += 1;
    }
}

fn is_path_separator(tokens: &[TokenTree], index: usize) -> bool {
    let is_colon = |token: Option<&TokenTree>, spacing: Option<Spacing>| matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == ':' && spacing.is_none_or(|it| punct.spacing() == it));
    is_colon(tokens.get(index), Some(Spacing::Joint)) && is_colon(tokens.get(index + 1), None)
}

fn space(text: &mut String) {
    if !text.is_empty() && !text.ends_with([' ', '(', '<', '[', '{']) {
        text.push(' ');
    }
}

/// A comma at the end says nothing.
fn trim_comma(text: &mut String) {
    if text.ends_with(", ") {
        text.truncate(text.len() - 2);
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    fn text(code: &str) -> String {
        of(&syn::parse_str::<syn::Type>(code).expect("the type parses"))
    }

    #[test]
    fn a_type_has_one_text() {
        assert_eq!(text("Option<Vec<super::models::Pet>>"), "Option<Vec<Pet>>");
        assert_eq!(text("::std::vec::Vec<crate::Pet,>"), "Vec<Pet>");
        assert_eq!(text("impl Into<String>"), "impl Into<String>");
        assert_eq!(text("&'a mut dyn Fn(&str, u8) -> json::Option<T>"), "&'a mut dyn Fn(&str, u8) -> Option<T>");
        assert_eq!(text("Box<dyn std::error::Error + Send + 'static>"), "Box<dyn Error + Send + 'static>");
        assert_eq!(text("<T as Iterator>::Item"), "<T as Iterator>::Item");
        assert_eq!(text("[u8; 4]"), "[u8;4]");
    }
}
