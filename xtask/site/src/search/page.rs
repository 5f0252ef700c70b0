//! What is searched and shown of a page.

use std::path::Path;

use mdbook_driver::book::{Book, BookItem, Chapter};
use mdbook_markdown::pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};
use mdbook_markdown::{MarkdownOptions, new_cmark_parser};

use super::tokens::first_chinese;

/// As much of the front as a result may show, in bytes.
const EXCERPT: usize = 300;

/// The parts of a page, as text. A text is in pieces: paragraphs, cells of tables, headings.
pub(crate) struct Page {
    pub(crate) url: String,
    pub(crate) title: String,
    /// Where the page stands, as HTML.
    pub(crate) breadcrumbs: String,
    /// What stands before the second section: what the page is about, and by which names.
    pub(crate) front: Vec<String>,
    /// Everything after it.
    pub(crate) body: Vec<String>,
}

/// The pages of a book, in its order.
pub(crate) fn chapters(book: &Book) -> impl Iterator<Item = &Chapter> {
    book.iter().filter_map(|item| match item {
        BookItem::Chapter(chapter) if chapter.path.is_some() => Some(chapter),
        _ => None,
    })
}

impl Page {
    pub(crate) fn read(chapter: &Chapter) -> Self {
        let (front, body) = text(&chapter.content);
        let places = chapter.parent_names.iter().chain([&chapter.name]).map(|name| escape(name));
        Self {
            url: chapter.path.as_deref().map(url).unwrap_or_default(),
            title: chapter.name.clone(),
            breadcrumbs: places.collect::<Vec<_>>().join(" » "),
            front,
            body,
        }
    }

    /// The title, in Chinese as well: an operation names its Chinese terms in the front, the most fitting one first.
    pub(crate) fn titles(&self) -> String {
        let chinese = self.front.iter().find_map(|piece| first_chinese(piece)).unwrap_or_default();
        format!("{} {chinese}", self.title)
    }

    /// The beginning of the front, up to the end of a word.
    pub(crate) fn excerpt(&self) -> String {
        let mut excerpt = String::new();
        for word in self.front.iter().flat_map(|piece| piece.split_whitespace()) {
            if excerpt.len() + word.len() > EXCERPT {
                break;
            }
            excerpt.push_str(word);
            excerpt.push(' ');
        }
        excerpt
    }
}

fn url(path: &Path) -> String {
    let names: Vec<_> = path.iter().map(|name| name.to_string_lossy()).collect();
    Path::new(&names.join("/")).with_extension("html").to_string_lossy().into_owned()
}

/// mdBook puts breadcrumbs into the page as they are.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The front and the body. Left out is what would only make every page look alike: samples, which repeat the names of
/// the tables, the heads of tables, and notes in quotes.
fn text(markdown: &str) -> (Vec<String>, Vec<String>) {
    let mut options = MarkdownOptions::default();
    options.smart_punctuation = false;
    let (mut front, mut body) = (Vec::new(), Vec::new());
    let (mut sections, mut left_out) = (0, 0);
    let mut piece = String::new();
    for event in new_cmark_parser(markdown, &options) {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) => sections += 1,
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => left_out += 1,
            Event::Start(Tag::CodeBlock(_) | Tag::TableHead | Tag::BlockQuote(_)) => left_out += 1,
            Event::End(
                TagEnd::CodeBlock | TagEnd::TableHead | TagEnd::BlockQuote(_) | TagEnd::Heading(HeadingLevel::H1),
            ) => {
                left_out -= 1;
            }
            Event::Text(text) | Event::Code(text) if left_out == 0 => piece.push_str(&text),
            Event::SoftBreak | Event::HardBreak => piece.push(' '),
            Event::End(TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::TableCell | TagEnd::Item) => {
                let text = if sections < 2 { &mut front } else { &mut body };
                text.push(std::mem::take(&mut piece));
            }
            _ => {}
        }
    }
    (front, body)
}
