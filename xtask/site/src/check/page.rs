//! The links and anchors of a page.

use std::cell::RefCell;
use std::collections::BTreeSet;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// What of a page matters for links.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// `href` and `src`, as they are written, each once.
    pub(crate) links: BTreeSet<String>,
    /// `id`, and `name` of `a`.
    pub(crate) anchors: BTreeSet<String>,
    /// Whether links are relative to something other than the page.
    pub(crate) has_base: bool,
}

impl Page {
    /// Reads a page. Links and anchors are attributes of tags, so the tokens tell, and no tree is built.
    pub(crate) fn parse(html: &str) -> Self {
        let tokenizer = Tokenizer::new(Attributes::default(), TokenizerOpts::default());
        let input = BufferQueue::default();
        input.push_back(StrTendril::from(html));
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        tokenizer.sink.page.into_inner()
    }
}

#[derive(Default)]
struct Attributes {
    page: RefCell<Page>,
}

impl TokenSink for Attributes {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => self.take(&tag),
            _ => TokenSinkResult::Continue,
        }
    }
}

impl Attributes {
    fn take(&self, tag: &Tag) -> TokenSinkResult<()> {
        let mut page = self.page.borrow_mut();
        for attribute in &tag.attrs {
            let value = attribute.value.to_string();
            match (&*tag.name, &*attribute.name.local) {
                ("base", "href") => page.has_base = true,
                (_, "href" | "src") => drop(page.links.insert(value)),
                (_, "id") | ("a", "name") => drop(page.anchors.insert(value)),
                _ => {}
            }
        }
        // The tokenizer does not know by itself that a script holds no tags.
        match &*tag.name {
            "script" => TokenSinkResult::RawData(html5ever::tokenizer::states::RawKind::ScriptData),
            "style" => TokenSinkResult::RawData(html5ever::tokenizer::states::RawKind::Rawtext),
            _ => TokenSinkResult::Continue,
        }
    }
}
