//! What can be typed after `cargo xtask`.

use clap::{Parser, Subcommand};

use crate::{bench, check_spec, codegen, diff, docs, explain, mock, outcome, release, spec};

/// The whole command line. Whether clap breaks lines depends on which packages are built beside this one, so it never does.
#[derive(Debug, Parser)]
#[command(name = "xtask", bin_name = "cargo xtask", term_width = 0)]
#[command(about = "The command line of the SDK generator", long_about = None, after_help = outcome::STATUSES)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// One variant a subcommand, each with the options it takes.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Bench(bench::Options),
    CheckSpec(check_spec::Options),
    Codegen(codegen::Options),
    Diff(diff::Options),
    Docs(docs::Options),
    Explain(explain::Options),
    Mock(mock::Options),
    Release(release::Options),
    Spec(spec::Options),
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        super::Cli::command().debug_assert();
    }
}
