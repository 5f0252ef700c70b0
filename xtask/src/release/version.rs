//! The next version of the crate by Cargo's rules (the Cargo Book, chapter \"SemVer Compatibility\").

use semver::Version;

use diff::Verdict;

/// The version after a release, by what changed since; the same if nothing did.
pub(super) fn next(released: &Version, verdict: Verdict) -> Version {
    let Version { major, minor, patch, .. } = *released;
    // What was released before its time is followed by what it was to become.
    if !released.pre.is_empty() && verdict != Verdict::Nothing {
        return Version::new(major, minor, patch);
    }
    match (major, verdict) {
        (_, Verdict::Nothing) => released.clone(),
        (0, Verdict::Major) => Version::new(0, minor + 1, 0),
        (0, Verdict::Minor | Verdict::Patch) | (_, Verdict::Patch) => Version::new(major, minor, patch + 1),
        (_, Verdict::Minor) => Version::new(major, minor + 1, 0),
        (_, Verdict::Major) => Version::new(major + 1, 0, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_leftmost_number_that_is_not_zero_counts_breaks() {
        let rows = [
            ("0.1.3", ["0.2.0", "0.1.4", "0.1.4", "0.1.3"]),
            ("1.2.3", ["2.0.0", "1.3.0", "1.2.4", "1.2.3"]),
            ("1.0.0-rc.1", ["1.0.0", "1.0.0", "1.0.0", "1.0.0-rc.1"]),
        ];
        for (released, expected) in rows {
            let released: Version = released.parse().expect("a version");
            let verdicts = [Verdict::Major, Verdict::Minor, Verdict::Patch, Verdict::Nothing];
            assert_eq!(verdicts.map(|verdict| next(&released, verdict).to_string()), expected, "{released}");
        }
    }
}
