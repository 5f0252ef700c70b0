//! `README.md` is the page of its folder: `index.html` on the site.
//!
//! mdBook's own preprocessor renames the pages only; links to them would lead nowhere.

use std::path::Path;

use mdbook_driver::book::{Book, BookItem};
use mdbook_markdown::pulldown_cmark::{Event, Tag};
use mdbook_markdown::{MarkdownOptions, new_cmark_parser};

const README: &str = "README.md";
const INDEX: &str = "index.md";

/// Renames the pages, and the links to them.
pub(crate) fn rename(book: &mut Book) {
    book.for_each_mut(|item| {
        let BookItem::Chapter(chapter) = item else { return };
        if let Some(path) = chapter.path.as_mut().filter(|path| path.file_name() == Path::new(README).file_name()) {
            path.set_file_name(INDEX);
        }
        chapter.content = relink(&chapter.content);
    });
}

/// Only the targets of links are touched: samples and text may speak of a README.
fn relink(markdown: &str) -> String {
    let mut relinked = String::with_capacity(markdown.len());
    let mut copied = 0;
    for (event, range) in new_cmark_parser(markdown, &MarkdownOptions::default()).into_offset_iter() {
        let Event::Start(Tag::Link { dest_url, .. }) = event else { continue };
        if !is_readme(&dest_url) {
            continue;
        }
        // The target is the last part of a link: `[README.md](README.md)`.
        let Some(at) = markdown.get(range.clone()).and_then(|link| link.rfind(README)) else { continue };
        let start = range.start + at;
        relinked.push_str(markdown.get(copied..start).unwrap_or_default());
        relinked.push_str(INDEX);
        copied = start + README.len();
    }
    relinked + markdown.get(copied..).unwrap_or_default()
}

fn is_readme(target: &str) -> bool {
    let path = target.split('#').next().unwrap_or_default();
    !path.contains("://") && path.rsplit('/').next() == Some(README)
}

#[cfg(test)]
mod tests {
    use super::relink;

    #[test]
    fn only_targets_of_links_are_renamed() {
        assert_eq!(relink("[README.md](README.md)"), "[README.md](index.md)");
        assert_eq!(relink("| [a](../README.md#b) | `README.md` |"), "| [a](../index.md#b) | `README.md` |");
        for text in
            ["README.md", "```md\n[a](README.md)\n```\n", "[a](https://example.com/README.md)", "[a](MY-README.md)"]
        {
            assert_eq!(relink(text), text);
        }
    }
}
