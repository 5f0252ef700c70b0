//! The project's command line: `cargo xtask codegen`, `cargo xtask check-spec`, `cargo xtask docs`, `cargo xtask mock`, `cargo xtask bench`.
//!
//! Lives here: what touches the world, such as reading documents, writing files, printing, and exit statuses.
//! Does not live here: what comes out. The generator makes it, in memory.

mod bench;
mod check_spec;
mod cli;
mod codegen;
mod docs;
mod explain;
mod messages;
mod mock;
mod outcome;
mod output;
mod terminal;
mod workspace;

use std::process::ExitCode;

use clap::Parser;

use cli::{Cli, Command};
use outcome::Outcome;
use terminal::Terminal;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let terminal = Terminal::new();
    let outcome = match &cli.command {
        Command::Bench(options) => bench::run(options),
        Command::CheckSpec(options) => check_spec::run(options, &terminal),
        Command::Codegen(options) => codegen::run(options, &terminal),
        Command::Docs(options) => docs::run(options, &terminal),
        Command::Explain(options) => explain::run(options, &terminal),
        Command::Mock(options) => mock::run(options),
    };
    if let Err(error) = &outcome {
        terminal.error(&format!("error: {error:#}\n"));
    }
    outcome::status(&outcome)
}
