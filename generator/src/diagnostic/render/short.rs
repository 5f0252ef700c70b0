//! One diagnostic as a line, which editors and `grep` can read.

use super::super::Diagnostic;
use super::line::one_line;
use super::position::Position;

/// Such as `pets.yaml:18:25: error[GA0011]: the reference leads to nothing`.
pub(super) fn of(diagnostic: &Diagnostic) -> String {
    let Diagnostic { rule, severity, message, at, .. } = diagnostic;
    let at = Position::of(at).written();
    one_line(&format!("{at}: {}[{}]: {message}", severity.name(), rule.code())) + "\n"
}
