//! The text of the crate's changelog: what people wrote in it is kept, what is made is made anew.

use semver::Version;

/// The heading of what is not released.
const UNRELEASED: &str = "## [Unreleased]";

/// The lines between which this program writes.
const BEGIN: &str = "<!-- made by `cargo xtask release prepare`; what stands outside of these two lines is kept -->";
const END: &str = "<!-- made until here -->";

/// A changelog, taken apart at its headings of the second level.
pub(super) struct Changelog<'a> {
    head: &'a str,
    sections: Vec<Section<'a>>,
}

struct Section<'a> {
    heading: &'a str,
    body: &'a str,
}

impl<'a> Changelog<'a> {
    pub(super) fn parse(text: &'a str) -> Self {
        let mut starts: Vec<usize> = Vec::new();
        let mut at = 0;
        let mut is_code = false;
        for line in text.split_inclusive('\n') {
            is_code ^= line.starts_with("```");
            if !is_code && line.starts_with("## ") {
                starts.push(at);
            }
            at += line.len();
        }
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        let section = |(start, end): (&usize, usize)| {
            let whole = text.get(*start..end).unwrap_or_default();
            let (heading, body) = whole.split_once('\n').unwrap_or((whole, ""));
            Section { heading: heading.trim_end(), body }
        };
        let sections = starts.iter().zip(ends).map(section).collect();
        Self { head: text.get(..starts.first().copied().unwrap_or(text.len())).unwrap_or_default(), sections }
    }

    /// Whether a version has a section.
    pub(super) fn has(&self, version: &Version) -> bool {
        self.sections.iter().any(|section| section.version().as_ref() == Some(version))
    }

    /// What people wrote that is not released yet: under `Unreleased`, and beside what was made for a version after the last release.
    pub(super) fn notes(&self, released: Option<&Version>) -> String {
        let open = self.sections.iter().filter(|section| section.is_open(released));
        let notes: Vec<String> = open.map(Section::by_hand).filter(|text| !text.is_empty()).collect();
        notes.join("\n\n")
    }

    /// The changelog with a section for a version, in the place of all that is not released yet.
    pub(super) fn with(&self, version: &Version, released: Option<&Version>, made: &str) -> String {
        let section = section(version, &self.notes(released), made);
        let mut text = format!("{}\n\n{UNRELEASED}\n\n{section}\n", self.head.trim_end());
        for section in self.sections.iter().filter(|section| !section.is_open(released)) {
            text.push_str(&format!("\n{}\n{}\n", section.heading, format_args!("\n{}", section.body.trim())));
        }
        text
    }
}

/// The section of a version.
pub(super) fn section(version: &Version, notes: &str, made: &str) -> String {
    let notes = if notes.is_empty() { String::new() } else { format!("{notes}\n\n") };
    format!("## [{version}]\n\n{notes}{BEGIN}\n\n{made}\n\n{END}")
}

impl Section<'_> {
    /// The version in the heading: `## [0.2.0] - 2026-03-01`.
    fn version(&self) -> Option<Version> {
        let (version, _) = self.heading.strip_prefix("## [")?.split_once(']')?;
        version.parse().ok()
    }

    fn is_open(&self, released: Option<&Version>) -> bool {
        match self.version() {
            Some(version) => released.is_none_or(|released| version > *released),
            None => self.heading == UNRELEASED,
        }
    }

    /// The body without what was made.
    fn by_hand(&self) -> String {
        let Some((before, rest)) = self.body.split_once(BEGIN) else { return self.body.trim().to_owned() };
        let after = rest.split_once(END).map_or("", |(_, after)| after);
        let parts = [before.trim(), after.trim()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "# Changelog\n\nWords.\n\n## [Unreleased]\n\n- By hand.\n\n## [0.1.0] - 2026-01-01\n\n- First.\n";

    fn with(text: &str, version: &str, made: &str) -> String {
        let version = version.parse().expect("a version");
        Changelog::parse(text).with(&version, Some(&Version::new(0, 1, 0)), made)
    }

    #[test]
    fn a_section_takes_what_was_unreleased_and_the_rest_stays() {
        let once = with(OLD, "0.1.1", "- Made.");
        insta::assert_snapshot!(once);
        assert_eq!(with(&once, "0.1.1", "- Made."), once, "a second run changes nothing");
    }

    #[test]
    fn a_later_run_renames_the_section_and_keeps_what_people_wrote() {
        let once = with(OLD, "0.1.1", "- Made.").replace("<!-- made until", "- Within.\n<!-- made until");
        let twice = with(&once.replace("- By hand.", "- By hand, and better."), "0.2.0", "- Made anew.");
        assert!(twice.contains("## [0.2.0]\n\n- By hand, and better.\n\n<!-- made by"), "{twice}");
        assert!(!twice.contains("0.1.1") && !twice.contains("- Made.") && !twice.contains("- Within."), "{twice}");
        assert!(
            Changelog::parse(&twice).has(&Version::new(0, 2, 0))
                && !Changelog::parse(&twice).has(&Version::new(0, 1, 1))
        );
    }

    #[test]
    fn a_heading_in_code_is_no_heading() {
        let text = "# C\n\n## [0.1.0]\n\n```\n## [0.3.0]\n```\n";
        assert!(!Changelog::parse(text).has(&Version::new(0, 3, 0)));
        assert!(with(text, "0.2.0", "x").contains("```\n## [0.3.0]\n```"));
    }
}
