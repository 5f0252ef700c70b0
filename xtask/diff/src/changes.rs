//! All that changed, and what it comes to.

use crate::finding::Finding;
use crate::level::Level;
use crate::{Version, api, attribution, surface};

/// All that changed between two versions; on each level the worst first, and then by rule and path.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// In the API; `None` if one of the versions has none.
    pub api: Option<Vec<Finding>>,
    /// In the crate's public surface; `None` if one of the versions has none.
    pub surface: Option<Vec<Finding>>,
}

/// What the next version of the crate has to be by Cargo's rules, for versions from 1.0.0; the worst comes first.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Verdict {
    /// A program that compiled may not compile any more.
    Major,
    /// There is more to use, or the service promises something else and every program still compiles.
    Minor,
    /// Texts changed.
    Patch,
    /// No new version is needed.
    Nothing,
}

impl Verdict {
    /// The verdict's name in every output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Major => "major",
            Self::Minor => "minor",
            Self::Patch => "patch",
            Self::Nothing => "nothing",
        }
    }
}

impl Changes {
    /// What changed from one version to another, on the levels that both have.
    pub fn between(old: &Version, new: &Version) -> Self {
        let api = old.api.as_ref().zip(new.api.as_ref()).map(|(old, new)| sorted(api::compare(old, new)));
        let surface = old.surface.as_ref().zip(new.surface.as_ref()).map(|(before, after)| {
            let mut findings = surface::compare(before, after);
            attribution::attribute(&mut findings, [new, old].into_iter().filter_map(|version| version.api.as_ref()));
            sorted(findings)
        });
        Self { api, surface }
    }

    /// Every finding, those of the API first.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.api.iter().chain(&self.surface).flatten()
    }

    /// How many findings there are of a level.
    pub fn count(&self, level: Level) -> usize {
        self.iter().filter(|finding| finding.level == level).count()
    }

    /// The worst level among the findings; the exit status of `cargo xtask diff` follows it.
    pub fn worst(&self) -> Option<Level> {
        self.iter().map(|finding| finding.level).min()
    }

    /// What the next version of the crate has to be.
    ///
    /// Cargo's rules are about what compiles, so only the surface makes a version major. A service that becomes stricter
    /// breaks programs of the older version just as well, and no version number can keep it from that: such a break makes
    /// the version minor, and is told of. Where there is no surface to compare, the API has to stand for it.
    pub fn verdict(&self) -> Verdict {
        let worst = |findings: &Option<Vec<Finding>>| findings.iter().flatten().map(|finding| finding.level).min();
        let of = |level| match level {
            None => Verdict::Nothing,
            Some(Level::Cosmetic) => Verdict::Patch,
            Some(Level::Additive) => Verdict::Minor,
            Some(Level::Breaking) => Verdict::Major,
        };
        let (api, surface) = (of(worst(&self.api)), of(worst(&self.surface)));
        if self.surface.is_some() { surface.min(api.max(Verdict::Minor)) } else { api }
    }
}

fn sorted(mut findings: Vec<Finding>) -> Vec<Finding> {
    let key = |finding: &Finding| (finding.level, finding.rule.id, finding.path.clone(), finding.item.clone());
    findings.sort_by_cached_key(key);
    findings
}
