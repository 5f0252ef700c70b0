//! Which rules count for more or less than usual, everywhere or at some places, and why.

use std::sync::Arc;

use serde::Deserialize;

use super::Settings;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule, Severity};
use crate::source::{Pointer, Source};

/// One entry of `rules`: a level for the problems of a rule.
#[derive(Clone, Debug, Deserialize, Hash)]
#[serde(deny_unknown_fields)]
pub struct RuleLevel {
    /// The rule's code or name, such as `GA0025` or `undeclared-tag`; or the name of an unsupported feature.
    pub rule: String,
    /// What its problems are.
    pub level: Level,
    /// The document, by path from the settings file; all of them without it.
    #[serde(default)]
    pub document: Option<String>,
    /// The place as a JSON pointer, which stands for all that is below it; all places without it.
    #[serde(default)]
    pub at: Option<String>,
    /// Why; for whoever reads the settings in a year.
    pub reason: String,
}

/// What a problem is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Nothing is generated until it is mended.
    Error,
    /// It is reported.
    Warning,
    /// It is not reported.
    Allow,
}

impl Settings {
    /// Gives each problem the level that the settings have for it. Of several entries that match, the last decides.
    ///
    /// An entry that matches nothing is a problem itself: what it allowed is mended, or it never was what was meant.
    pub(crate) fn set_levels(&self, diagnostics: &mut Diagnostics) {
        let Some(source) = &self.source else { return };
        let list = Pointer::root().child("rules");
        let mut faults = Vec::new();
        let mut entries = Vec::with_capacity(self.rules.len());
        for (index, level) in self.rules.iter().enumerate() {
            let at = list.index(index);
            match level.rule(source, &at) {
                Ok(rule) => entries.push(Entry { level, rule, at, is_used: false }),
                Err(fault) => faults.push(*fault),
            }
        }
        diagnostics.retain(|diagnostic| {
            let level = entries.iter_mut().filter(|entry| entry.matches(diagnostic)).fold(None, |_, entry| {
                entry.is_used = true;
                Some(entry.level.level)
            });
            match level {
                Some(Level::Allow) => return false,
                Some(Level::Error) => diagnostic.severity = Severity::Error,
                Some(Level::Warning) => diagnostic.severity = Severity::Warning,
                None => {}
            }
            true
        });
        diagnostics.extend(faults);
        diagnostics.extend(entries.iter().filter(|entry| !entry.is_used).map(|entry| entry.unused(source)));
    }
}

/// An entry that can be followed.
struct Entry<'a> {
    level: &'a RuleLevel,
    rule: Rule,
    at: Pointer,
    is_used: bool,
}

impl Entry<'_> {
    fn matches(&self, diagnostic: &Diagnostic) -> bool {
        self.rule.covers(diagnostic.rule) && self.level.is_at(&diagnostic.at)
    }

    fn unused(&self, source: &Arc<Source>) -> Diagnostic {
        let message = format!("no problem of the rule `{}` is at this place", self.level.rule);
        Diagnostic::new(Rule::UnusedAllowance, message, Place::value(source, &self.at.child("rule")))
            .label("matches nothing")
            .help("remove the entry, or correct what it names")
    }
}

impl RuleLevel {
    /// The rule, where the entry is one that can be followed.
    fn rule(&self, source: &Arc<Source>, at: &Pointer) -> Result<Rule, Box<Diagnostic>> {
        let fault = |message: String, field: &str, help: String| {
            let place = Place::value(source, &at.child(field));
            Box::new(Diagnostic::new(Rule::InvalidSettings, message, place).help(help))
        };
        let rule = Rule::find(&self.rule).map_err(|near| {
            let help = near
                .map_or("`cargo xtask explain` lists all rules".to_owned(), |near| format!("did you mean `{near}`?"));
            fault(format!("there is no rule `{}`", self.rule), "rule", help)
        })?;
        if rule.severity() == Severity::Error && self.level != Level::Error {
            let message = format!("the rule `{}` cannot be lowered: nothing could be generated", self.rule);
            return Err(fault(message, "level", "mend the document, or lay an overlay over it that does".to_owned()));
        }
        if self.reason.trim().is_empty() {
            let message = "a level without a reason".to_owned();
            return Err(fault(message, "reason", "say why, for whoever reads this in a year".to_owned()));
        }
        Ok(rule)
    }

    fn is_at(&self, place: &Place) -> bool {
        let is_in = |document: &String| {
            let folder = place.name().strip_suffix(document.as_str());
            folder.is_some_and(|folder| folder.is_empty() || folder.ends_with('/'))
        };
        let is_below = |at: &String| {
            let pointer = place.pointer().map(ToString::to_string).unwrap_or_default();
            pointer.strip_prefix(at.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.document.as_ref().is_none_or(is_in) && self.at.as_ref().is_none_or(is_below)
    }
}
