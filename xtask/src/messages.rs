//! How a command tells of problems: in what form, on which stream, how many, and which of them it does not let pass.

use clap::{Args, ValueEnum};
use generator::diagnostic::{Diagnostic, Diagnostics, Format, Kind, Limit, Severity};

use crate::terminal::Terminal;

/// The options of every command that tells of problems; generator/DIAGNOSTICS.md describes what comes out.
#[derive(Args, Clone, Debug, Default, Hash)]
pub(crate) struct Messages {
    /// How problems are written
    #[arg(long, value_name = "FORM", value_enum, default_value_t)]
    message_format: Form,

    /// Let no problem of this kind pass: it becomes an error, so nothing is written; several have commas between them
    #[arg(long, value_name = "KIND", value_enum, value_delimiter = ',')]
    deny: Vec<Deny>,

    /// Show at most so many problems, and count the rest; 0 shows all [default: 50 and 3 of each warning; json, github: all]
    #[arg(long, value_name = "N")]
    max_problems: Option<usize>,
}

#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq, ValueEnum)]
enum Form {
    /// For people, with an excerpt of the document
    #[default]
    Human,
    /// A line each
    Short,
    /// For programs: an object a line, on the output stream, which has nothing else on it
    Json,
    /// For GitHub Actions, which makes annotations of it
    Github,
}

#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, ValueEnum)]
enum Deny {
    /// What the document describes and the generator cannot do
    Unsupported,
    /// Every warning
    Warnings,
}

impl Messages {
    /// Makes errors of what is denied, says all that is wrong, and gives the words.
    pub(crate) fn tell(&self, diagnostics: &mut Diagnostics, terminal: &Terminal) -> String {
        let denied = diagnostics.deny(|diagnostic| self.deny.iter().any(|kind| kind.is_of(diagnostic)));
        let problems = diagnostics.render_as(self.format(terminal), self.limit());
        self.repeat(&problems, terminal);
        if denied > 0 {
            let (nouns, are) = if denied == 1 { ("problem", "is an error") } else { ("problems", "are errors") };
            terminal.error(&format!("{denied} {nouns} {are} because of `--deny`\n"));
        }
        problems
    }

    /// Says problems in words that are there already.
    pub(crate) fn repeat(&self, problems: &str, terminal: &Terminal) {
        match self.message_format {
            Form::Json => terminal.result(problems),
            // GitHub reads both streams.
            Form::Human | Form::Short | Form::Github => terminal.error(problems),
        }
    }

    /// Says to people what came of the command.
    pub(crate) fn result(&self, text: &str, terminal: &Terminal) {
        match self.message_format {
            Form::Json => terminal.error(text),
            Form::Human | Form::Short | Form::Github => terminal.result(text),
        }
    }

    fn format(&self, terminal: &Terminal) -> Format {
        match self.message_format {
            Form::Human => Format::Human(terminal.style()),
            Form::Short => Format::Short,
            Form::Json => Format::Json,
            Form::Github => Format::GitHub,
        }
    }

    fn limit(&self) -> Limit {
        match self.max_problems {
            None => Limit::Usual,
            Some(0) => Limit::All,
            Some(most) => Limit::Most(most),
        }
    }
}

impl Deny {
    fn is_of(self, diagnostic: &Diagnostic) -> bool {
        match self {
            Self::Unsupported => diagnostic.rule.kind() == Kind::UnsupportedFeature,
            Self::Warnings => diagnostic.severity == Severity::Warning,
        }
    }
}
