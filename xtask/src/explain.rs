//! `cargo xtask explain`: what a rule means, and an example of wrong and right.

use anyhow::Result;
use clap::Args;
use generator::diagnostic::{Rule, Severity};

use crate::outcome::{Outcome, refusal};
use crate::terminal::Terminal;

/// Explain a rule that a document can break: what it says, why, and an example of wrong and right
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// Codes or names, such as `GA0012` or `reference-cycle`, or rules of `diff` [default: a list of all but those of `diff`]
    #[arg(value_name = "RULE")]
    rules: Vec<String>,

    /// Explain every rule
    #[arg(long, conflicts_with = "rules")]
    all: bool,
}

/// Prints the texts, or the list of the rules.
pub(crate) fn run(options: &Options, terminal: &Terminal) -> Result<Outcome> {
    if options.rules.is_empty() && !options.all {
        terminal.result(&list());
        return Ok(Outcome::Done);
    }
    let named = options.rules.iter().map(|name| text(name)).collect::<Result<Vec<_>>>()?;
    let texts = if options.all { Rule::all().map(|rule| rule.explanation().to_owned()).collect() } else { named };
    terminal.result(&texts.join("\n"));
    Ok(Outcome::Done)
}

/// What there is to say of a rule, be it one that documents can break or one of `diff`.
fn text(name: &str) -> Result<String> {
    if let Some(rule) = ::diff::rules::find(name) {
        return Ok(::diff::render::rule(rule));
    }
    match Rule::find(name) {
        Ok(rule) => Ok(rule.explanation().to_owned()),
        Err(Some(near)) => Err(refusal(format!("there is no rule `{name}`: did you mean `{near}`?"))),
        Err(None) => Err(refusal(format!("there is no rule `{name}`: `cargo xtask explain` lists all"))),
    }
}

fn list() -> String {
    let line = |rule: Rule| {
        let severity = match rule.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        format!("{}  {severity:<7}  {}\n", rule.code(), rule.name())
    };
    Rule::all().map(line).collect()
}
