//! `cargo xtask release prepare`: writes version, changelog and history, and generates anew.

use anyhow::Result;

use generator::diagnostic::Diagnostics;

use super::options::Range;
use super::plan::{self, Plan, SETTINGS};
use super::{repository, settings_text};
use crate::messages::Messages;
use crate::outcome::{Outcome, refusal};
use crate::terminal::Terminal;
use crate::{codegen, docs};

/// Plans, looks whether it can be done, and does it.
pub(super) fn run(range: &Range, dry_run: bool, terminal: &Terminal) -> Result<Outcome> {
    // Before anything else: comparing takes a while.
    let uncommitted = repository::uncommitted(&range.root())?;
    let Some(plan) = plan::of(range, terminal)? else { return Ok(Outcome::Refused) };
    if plan.is_empty() {
        terminal.result(&format!("Nothing to release: {} is up to date.\n", plan.current));
        return Ok(Outcome::Done);
    }
    terminal.result(&summary(&plan));
    if dry_run {
        terminal.result(&format!("\n{}\n", plan.section));
        return Ok(Outcome::Done);
    }
    refuse_others(&plan, &uncommitted)?;
    if !is_sound(&plan, terminal) {
        return Ok(Outcome::Refused);
    }
    for file in plan.files.iter().filter(|file| file.is_changed()) {
        file.write()?;
        terminal.result(&format!("{}: written\n", file.name));
    }
    generate(&plan, terminal)
}

fn summary(plan: &Plan) -> String {
    let (next, current) = (plan.next(), &plan.current);
    let kept =
        if next == current { format!("{next}, as the settings say") } else { format!("{next}, after {current}") };
    match (&plan.released, plan.verdict) {
        (Some((since, _)), Some(verdict)) => {
            format!("Since {since}: {}. The version is {kept}.\n", verdict.name())
        }
        _ => format!("Nothing was released before. The version is {kept}.\n"),
    }
}

/// A release is one commit, so whatever else is changed has to be committed before.
fn refuse_others(plan: &Plan, uncommitted: &[String]) -> Result<()> {
    let is_own = |file: &&String| {
        file.starts_with("generated/") || plan.files.iter().any(|own| own.name == **file && own.name != SETTINGS)
    };
    let mut others: Vec<&str> = uncommitted.iter().filter(|file| !is_own(file)).map(String::as_str).collect();
    // Of the settings, the version may be changed, by this command or by hand.
    let settings = plan.files.iter().find(|file| file.name == SETTINGS);
    if let (Some(settings), Some(committed)) = (settings, repository::committed(&plan.root, SETTINGS)?)
        && settings_text::with_version(&committed, &plan.current).is_some_and(|text| text == settings.old)
    {
        others.retain(|file| *file != SETTINGS);
    }
    if others.is_empty() {
        return Ok(());
    }
    const SHOWN: usize = 5;
    let shown = others.iter().take(SHOWN).map(|file| format!("  {file}\n")).collect::<String>();
    let more = others.len().saturating_sub(SHOWN);
    let more = if more == 0 { String::new() } else { format!("  and {more} more\n") };
    Err(refusal(format!(
        "a release is a commit of its own, and these files are changed as well:\n{shown}{more}  \
         help: commit them first, or put them aside with `git stash --include-untracked`"
    )))
}

/// Whether a crate and a book come out of what is to be written.
fn is_sound(plan: &Plan, terminal: &Terminal) -> bool {
    terminal.progress("generating");
    let mut diagnostics = Diagnostics::default();
    let is_made = generator::generate(&plan.input, &mut diagnostics).is_some() && !diagnostics.has_errors();
    if !is_made {
        Messages::default().tell(&mut diagnostics, terminal);
    }
    is_made
}

fn generate(plan: &Plan, terminal: &Terminal) -> Result<Outcome> {
    let settings = Some(plan.root.join(SETTINGS));
    let out = Some(plan::generated(&plan.root, &plan.package));
    let options = codegen::Options { settings: settings.clone(), out, ..codegen::Options::default() };
    if codegen::run(&options, terminal)? == Outcome::Refused {
        return Ok(Outcome::Refused);
    }
    let out = Some(plan::generated(&plan.root, "docs"));
    docs::run(&docs::Options::for_pages(settings, out), terminal)
}
