//! Where a link leads.

use std::path::Path;

use percent_encoding::percent_decode_str;

/// A place on the site.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Target {
    /// The path of the file, from the root of the site.
    pub(crate) file: String,
    /// What stands after `#`.
    pub(crate) anchor: Option<String>,
}

impl Target {
    /// Resolves `link` on the page `page`, as RFC 3986, section 5.2 says. A link to another host or of another scheme
    /// has no target.
    pub(crate) fn parse(page: &str, link: &str) -> Option<Self> {
        if link.starts_with("//") || has_scheme(link) {
            return None;
        }
        let (rest, anchor) = match link.split_once('#') {
            Some((rest, anchor)) => (rest, Some(decode(anchor))),
            None => (link, None),
        };
        let path = decode(rest.split('?').next().unwrap_or_default());
        let file = if path.is_empty() { page.to_owned() } else { resolve(page, &path) };
        Some(Self { file, anchor })
    }

    /// The page that a server shows for a folder.
    pub(crate) fn index(&self) -> String {
        let folder = self.file.trim_end_matches('/');
        if folder.is_empty() { "index.html".to_owned() } else { format!("{folder}/index.html") }
    }
}

/// The path of `file` from the root of the site, with `/` on every system.
pub(crate) fn path_in(site: &Path, file: &Path) -> String {
    let path = file.strip_prefix(site).unwrap_or(file);
    path.iter().map(|name| name.to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// RFC 3986, section 3.1
fn has_scheme(link: &str) -> bool {
    let scheme = link.split_once(':').map(|(scheme, _)| scheme).unwrap_or_default();
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(|character| character.is_ascii_alphanumeric() || "+-.".contains(character))
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

fn resolve(page: &str, path: &str) -> String {
    let mut parts: Vec<&str> = if path.starts_with('/') { Vec::new() } else { page.split('/').collect() };
    // The last part of a page's path is the page itself.
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::Target;

    fn target(link: &str) -> Option<(String, Option<String>)> {
        Target::parse("management/users/index.html", link).map(|target| (target.file, target.anchor))
    }

    #[test]
    fn a_link_is_resolved_from_its_page() {
        let to = |file: &str, anchor: Option<&str>| Some((file.to_owned(), anchor.map(str::to_owned)));
        assert_eq!(target("list.html"), to("management/users/list.html", None));
        assert_eq!(target("../../index.html?highlight=a#b"), to("index.html", Some("b")));
        assert_eq!(target("#%E6%B3%A8"), to("management/users/index.html", Some("注")));
        assert_eq!(target("/a/./b.html"), to("a/b.html", None));
    }

    #[test]
    fn other_hosts_and_schemes_are_left_alone() {
        for link in ["https://example.com/", "//example.com/", "mailto:a@example.com", "data:,"] {
            assert_eq!(target(link), None, "{link}");
        }
    }
}
