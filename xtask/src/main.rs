//! The project's command line, `cargo xtask`; `cli` lists its commands.
//!
//! Lives here: what touches the world, such as reading documents, writing files, printing, and exit statuses.
//! Does not live here: what comes out. The generator makes it, in memory.

mod bench;
mod check_spec;
mod cli;
mod codegen;
mod diff;
mod docs;
mod explain;
mod messages;
mod mock;
mod outcome;
mod output;
mod release;
mod spec;
mod terminal;
mod workspace;

use std::env;
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;
use mimalloc::MiMalloc;

use cli::{Cli, Command};
use outcome::Outcome;
use terminal::Terminal;

/// A run makes millions of small values on all cores. With it, ten times as much to generate takes ten times as long; the
/// allocator of a system may take longer the more there is.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return wrong_command_line(&error),
    };
    let terminal = Terminal::new();
    let outcome = match &cli.command {
        Command::Bench(options) => bench::run(options),
        Command::CheckSpec(options) => check_spec::run(options, &terminal),
        Command::Codegen(options) => codegen::run(options, &terminal),
        Command::Diff(options) => diff::run(options, &terminal),
        Command::Docs(options) => docs::run(options, &terminal),
        Command::Explain(options) => explain::run(options, &terminal),
        Command::Mock(options) => mock::run(options),
        Command::Release(options) => release::run(options, &terminal),
        Command::Spec(options) => spec::run(options, &terminal),
    };
    if let Err(error) = &outcome {
        terminal.error(&format!("error: {error:#}\n"));
    }
    outcome::status(&outcome)
}

/// What clap says, with its status, which is 2. For `diff` that means something else.
fn wrong_command_line(error: &clap::Error) -> ExitCode {
    let is_wrong = !matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    if is_wrong && env::args_os().nth(1).is_some_and(|command| command == "diff") {
        // Nothing can be done about a stream that nobody reads.
        let _ = error.print();
        return ExitCode::from(diff::WRONG_COMMAND_LINE);
    }
    error.exit()
}
