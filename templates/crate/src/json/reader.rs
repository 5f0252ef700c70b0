//! What a reader carries along: how tolerant it is, whom it reads for, and what it has seen.

use std::fmt;

use super::{Fit, Path};

/// Whether a value that departs from the API's description is corrected or an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Correct and log.
    Tolerant,
    /// The first departure is an error.
    Strict,
}

/// The state of one reading.
pub(crate) struct Reader {
    mode: Mode,
    /// The operation whose answer is read; `None` when nothing is to be logged.
    operation: Option<&'static str>,
    /// Properties that the description names.
    pub(crate) known: usize,
    /// Properties and enum values that it does not name.
    pub(crate) unknown: usize,
    /// Where the reading broke off.
    broke_at: Option<String>,
}

impl Reader {
    /// Reads the answer to an operation.
    pub(crate) fn of_operation(operation: &'static str, mode: Mode) -> Self {
        Reader { operation: Some(operation), ..Reader::silent(mode) }
    }

    /// Reads without a trace in the log: plain serde, or a trial whose result may be thrown away.
    pub(crate) fn silent(mode: Mode) -> Self {
        Reader { mode, operation: None, known: 0, unknown: 0, broke_at: None }
    }

    pub(crate) fn is_strict(&self) -> bool {
        self.mode == Mode::Strict
    }

    /// Takes note of a value that did not fit exactly.
    pub(crate) fn note(
        &mut self,
        fit: Fit,
        path: &Path<'_>,
        expected: &'static str,
        found: &'static str,
    ) -> Result<(), Departure> {
        match fit {
            Fit::Exact => Ok(()),
            Fit::Unknown => {
                self.unknown += 1;
                Ok(())
            }
            Fit::Corrected | Fit::Refused => self.depart(path, expected, found),
        }
    }

    /// A value departs from the description. The value itself is not told: it could be a secret.
    pub(crate) fn depart(
        &mut self,
        path: &Path<'_>,
        expected: &'static str,
        found: &'static str,
    ) -> Result<(), Departure> {
        if self.is_strict() {
            self.break_off(path);
            return Err(Departure { expected, found });
        }
        if let Some(operation) = self.operation {
            tracing::warn!(operation, pointer = %path, expected, found, "the answer departs from its description");
        }
        Ok(())
    }

    /// Remembers the innermost place at which the reading failed.
    pub(crate) fn break_off(&mut self, path: &Path<'_>) {
        self.broke_at.get_or_insert_with(|| path.to_string());
    }

    /// Joins the place with what the deserializer says about it.
    pub(crate) fn failure(self, error: impl fmt::Display) -> Failure {
        Failure { pointer: self.broke_at.unwrap_or_default(), message: error.to_string() }
    }
}

/// One departure from the description.
pub(crate) struct Departure {
    expected: &'static str,
    found: &'static str,
}

impl fmt::Display for Departure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}, found {}", self.expected, self.found)
    }
}

/// Why and where a reading failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    /// JSON pointer; empty for the whole document.
    pub(crate) pointer: String,
    /// Names JSON types and places, never values.
    pub(crate) message: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.pointer.is_empty() {
            f.write_str(&self.message)
        } else {
            write!(f, "{}: {}", self.pointer, self.message)
        }
    }
}
