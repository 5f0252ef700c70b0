//! The version in the text of the settings: read, and written without touching anything else.

use generator::source::{Pointer, Source};
use semver::Version;

/// The text with another version. `None` if it states none, or not as a plain word.
pub(super) fn with_version(text: &str, version: &Version) -> Option<String> {
    let pointer = Pointer::root().child("package").child("version");
    let source = Source::new("settings", text);
    let span = source.locate(&pointer)?;
    let key = source.locate_key(&pointer)?;
    let written = source.text().get(span.start..span.end)?;
    // Of something that is not there, the nearest ancestor is found.
    let is_there = source.text().get(key.start..key.end) == Some("version");
    // The place of a quoted word may take in the comment behind it.
    let quotes = ['"', '\''];
    let bare = written.trim_start_matches(quotes).split(|c: char| quotes.contains(&c) || c.is_whitespace()).next()?;
    if !is_there || bare.parse::<Version>().is_err() {
        return None;
    }
    let mark = source.text().len();
    let skipped = text.len() - mark;
    let (start, end) = (span.start + skipped, span.end + skipped);
    Some(format!("{}{}{}", text.get(..start)?, written.replacen(bare, &version.to_string(), 1), text.get(end..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited(text: &str) -> Option<String> {
        with_version(text, &Version::new(1, 2, 3))
    }

    #[test]
    fn nothing_but_the_version_changes() {
        let text =
            "# A comment.\r\npackage:\r\n  name: shop # name\r\n  version:   '0.1.0'   # version\r\nx: 0.1.0\r\n";
        assert_eq!(edited(text).as_deref(), Some(text.replace("'0.1.0'", "'1.2.3'")).as_deref());
        assert_eq!(edited("package: {version: 0.1.0, name: a}").as_deref(), Some("package: {version: 1.2.3, name: a}"));
        assert_eq!(edited("\u{feff}package: {version: 0.1.0}").as_deref(), Some("\u{feff}package: {version: 1.2.3}"));
    }

    #[test]
    fn a_version_that_is_not_written_is_not_made_up() {
        assert_eq!(edited("package: {name: shop}"), None);
        assert_eq!(edited("package: {version: soon}"), None);
        assert_eq!(edited("package: {version: {a: 0.1.0}}"), None);
    }
}
