//! A second look at a text that was made safe, by the parser that rustdoc and mdBook use themselves.
//!
//! What `docs` knows of Markdown is little; this knows all of it, and only judges.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::LANGUAGES;

/// Whether rustdoc would run a part of the text as a test, or a page would hold HTML or an image of it.
pub(super) fn is_in(text: &str) -> bool {
    may_be_in(text) && Parser::new_ext(text, Options::all()).any(|event| is_hazard(&event))
}

/// Most texts have nothing of what a hazard begins with, and are not parsed.
fn may_be_in(text: &str) -> bool {
    ["    ", "~~~", "```", "<", "!["].iter().any(|sign| text.contains(sign))
}

fn is_hazard(event: &Event<'_>) -> bool {
    match event {
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
            !LANGUAGES.contains(&&**language) && &**language != "text"
        }
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented) | Tag::HtmlBlock | Tag::Image { .. }) => true,
        Event::Html(_) | Event::InlineHtml(_) => true,
        _ => false,
    }
}
