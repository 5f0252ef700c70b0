//! How a command ends, and the exit status that says so.

use std::fmt;
use std::process::ExitCode;

use anyhow::{Error, Result};

/// How a command ended that came to its end.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Outcome {
    /// All is well.
    Done,
    /// Something is wrong with what the command was given; it has been said, and nothing was written.
    Refused,
    /// What a status of its own stands for, which the command's help explains.
    Status(u8),
}

/// An error that whoever gave the command can mend, with what is wrong and how; any other is trouble of the machine.
pub(crate) fn refusal(message: String) -> Error {
    Error::new(Refusal(message))
}

/// What the exit statuses mean. Status 2, for a wrong command line, is clap's; `diff` has statuses of its own.
pub(crate) const STATUSES: &str = "\
Exit status:
  0  done
  1  something is wrong with what the command was given, or something is not up to date; nothing was written
  2  the command line is wrong
  3  trouble of the machine, such as a file that cannot be written; what was there is as it was

`diff` has other statuses: `cargo xtask diff --help` tells them.";

/// The status of a command that came to its end, or did not.
pub(crate) fn status(outcome: &Result<Outcome>) -> ExitCode {
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Refused) => ExitCode::from(1),
        Ok(Outcome::Status(status)) => ExitCode::from(*status),
        Err(error) if error.is::<Refusal>() => ExitCode::from(1),
        Err(_) => ExitCode::from(3),
    }
}

/// An error that whoever gave the command can mend.
#[derive(Debug)]
pub(crate) struct Refusal(String);

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Refusal {}
