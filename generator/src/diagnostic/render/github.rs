//! One diagnostic as a workflow command of GitHub Actions, which shows it beside the line of the file.

use super::super::{Diagnostic, Severity};
use super::line::one_line;
use super::position::Position;

/// Such as `::error file=pets.yaml,line=18,...,title=GA0011 dangling-reference::the reference leads to nothing`.
pub(super) fn of(diagnostic: &Diagnostic) -> String {
    let command = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let title = format!("{} {}", diagnostic.rule.code(), diagnostic.rule.name());
    let at = Position::of(&diagnostic.at);
    let numbers = [("line", at.line), ("endLine", at.end_line), ("col", at.column), ("endColumn", at.end_column)];
    let numbers = numbers.into_iter().filter_map(|(name, number)| Some((name, number?.to_string())));
    let properties = [("file", at.file.to_owned())].into_iter().chain(numbers).chain([("title", title)]);
    let properties: Vec<String> =
        properties.map(|(name, value)| format!("{name}={}", property(&one_line(&value)))).collect();
    format!("::{command} {}::{}\n", properties.join(","), data(&sentences(diagnostic)))
}

/// The message, and in lines below it all that does not fit into the command's properties.
fn sentences(diagnostic: &Diagnostic) -> String {
    let mut lines = vec![one_line(&diagnostic.message)];
    if let Some(pointer) = diagnostic.at.pointer().map(ToString::to_string).filter(|pointer| !pointer.is_empty()) {
        lines.push(one_line(&format!("at {pointer}")));
    }
    for (place, label) in &diagnostic.related {
        lines.push(one_line(&format!("{}: {label}", Position::of(place).written())));
    }
    lines.extend(diagnostic.help.iter().map(|help| one_line(&format!("help: {help}"))));
    lines.join("\n")
}

/// As GitHub's toolkit escapes what stands behind the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// As GitHub's toolkit escapes the value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
