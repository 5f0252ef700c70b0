//! `cargo xtask release check`: whether version and changelog keep up with the changes.

use anyhow::Result;

use super::options::Range;
use super::plan;
use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Compares, and says what is missing.
pub(super) fn run(range: &Range, terminal: &Terminal) -> Result<Outcome> {
    let Some(plan) = plan::of(range, terminal)? else { return Ok(Outcome::Refused) };
    if plan.is_empty() && plan.current == plan.required {
        terminal.result(&format!("Nothing to release: {} is up to date.\n", plan.current));
        return Ok(Outcome::Done);
    }
    let mut missing = Vec::new();
    if plan.current < plan.required {
        let since = plan.released.as_ref().map(|(since, _)| since.as_str()).unwrap_or_default();
        let verdict = plan.verdict.map(diff::Verdict::name).unwrap_or_default();
        missing.push(format!(
            "the version is {}, and the changes since {since} ({verdict}) ask for {} or more",
            plan.current, plan.required
        ));
    }
    if !plan.has_section {
        missing.push(format!("the changelog has no section of version {}", plan.current));
    }
    if missing.is_empty() {
        terminal.result(&format!("{} is prepared.\n", plan.current));
        return Ok(Outcome::Done);
    }
    for problem in missing {
        terminal.error(&format!("error: {problem}\n"));
    }
    terminal.error("  help: `cargo xtask release prepare` writes version, changelog and history\n");
    Ok(Outcome::Refused)
}
