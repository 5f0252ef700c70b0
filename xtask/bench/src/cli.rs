//! What can be typed after `cargo xtask bench`.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Run this generator and others in turn on one document, and write what each costs
#[derive(Debug, Parser)]
#[command(name = "bench", bin_name = "cargo xtask bench", args_conflicts_with_subcommands = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten)]
    pub(crate) options: Options,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Run one command and write what it cost; how `bench` measures
    #[command(hide = true)]
    Measure {
        /// The file to write.
        figures: PathBuf,
        /// The command.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, required = true)]
        command: Vec<OsString>,
    },
}

#[derive(Args, Debug)]
pub(crate) struct Options {
    /// The OpenAPI document [default: the vendor's management document beside the checkout, or specs/management.yaml]
    #[arg(long, value_name = "FILE")]
    pub(crate) document: Option<PathBuf>,

    /// How many times each is measured
    #[arg(long, value_name = "N", default_value_t = 5)]
    pub(crate) rounds: usize,

    /// Measure this alone; may be given again
    #[arg(long, value_enum, value_name = "PART")]
    pub(crate) only: Vec<Part>,

    /// The rivals to run, by name with commas between [default: all]
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    pub(crate) rivals: Option<Vec<String>>,

    /// Fetch the rivals that are not there, into target/bench; takes a while
    #[arg(long)]
    pub(crate) install: bool,

    /// A folder that `cargo install --root` put the rivals in [default: target/bench/tools]
    #[arg(long, value_name = "DIR")]
    pub(crate) tools: Option<PathBuf>,

    /// The feature of genauth that is compiled alone
    #[arg(long, value_name = "FEATURE", default_value = "authentication-profile-and-account")]
    pub(crate) area: String,

    /// The file for the report, which is printed anyway [default: BENCHMARKS.md, or none with --only]
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

/// What can be measured.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum Part {
    /// From the document to files
    Generation,
    /// The same for ten and a hundred copies of the document
    Growth,
    /// What rustc needs for those files
    Compile,
    /// A program with one call: how large it becomes
    Size,
    /// Calls in a second, beside the vendor's SDK for Node.js
    Runtime,
}

impl Options {
    /// Whether a part is asked for.
    pub(crate) fn wants(&self, part: Part) -> bool {
        self.only.is_empty() || self.only.contains(&part)
    }

    /// The file for the report: one of all parts should not give way to one of a part.
    pub(crate) fn report(&self) -> Option<&Path> {
        self.out.as_deref().or(self.only.is_empty().then_some(Path::new("BENCHMARKS.md")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn rivals_are_named_with_commas() {
        let cli = Cli::parse_from(["bench", "--rivals", "ploidy,oas3-gen", "--only", "generation"]);
        assert_eq!(cli.options.rivals, Some(vec!["ploidy".to_owned(), "oas3-gen".to_owned()]));
        assert!(cli.options.wants(Part::Generation) && !cli.options.wants(Part::Compile));
    }

    #[test]
    fn a_report_of_a_part_is_written_only_where_one_says() {
        let report = |typed: &[&str]| Cli::parse_from(typed).options.report().map(Path::to_owned);
        assert_eq!(report(&["bench"]), Some(PathBuf::from("BENCHMARKS.md")));
        assert_eq!(report(&["bench", "--only", "size"]), None);
        assert_eq!(report(&["bench", "--only", "size", "--out", "size.md"]), Some(PathBuf::from("size.md")));
    }
}
