//! Errors of other libraries as diagnostics.

use std::io;
use std::sync::Arc;

use super::{Diagnostic, Place, Rule, nearest};
use crate::source::{LARGEST, Source, Unit, boundary};

/// What to do with a large document that means no harm.
pub(crate) const TRUST: &str = "`--trust-size` reads it all the same, if you trust it";

impl Diagnostic {
    /// A file that could not be read; `name` is what messages show.
    pub fn unreadable(name: impl Into<String>, error: &io::Error) -> Self {
        let name = name.into();
        let (message, help) = match error.kind() {
            io::ErrorKind::NotFound => {
                (format!("the file `{name}` does not exist"), "check the path, or create the file")
            }
            io::ErrorKind::InvalidData => (format!("the file `{name}` is no UTF-8 text"), "save it as UTF-8"),
            io::ErrorKind::IsADirectory => (format!("`{name}` is a folder"), "name the file in it"),
            _ => (format!("the file `{name}` cannot be read: {error}"), "check that you may read it"),
        };
        Self::new(Rule::UnreadableFile, message, Place::file(name)).help(help)
    }

    /// A file that is longer than what is read of any; `name` is what messages show.
    pub fn too_long(name: impl Into<String>) -> Self {
        let name = name.into();
        let most = LARGEST / (1024 * 1024);
        let message = format!("the file `{name}` is longer than the {most} MiB that are read");
        Self::new(Rule::TooLarge, message, Place::file(name))
            .help(format!("split it, or leave out what the client does not need; {TRUST}"))
    }

    /// A YAML text that cannot be parsed, or that does not fit the type it was read into.
    pub fn yaml(source: &Arc<Source>, rule: Rule, error: &serde_yaml::Error) -> Self {
        let fault = YamlFault::of(&error.to_string());
        let at = |line, column| word(source, source.offset(line, column, Unit::Characters));
        let (line, column) = error.location().map_or((1, 1), |location| (location.line(), location.column()));
        let mut diagnostic = Self::new(rule, fault.message, at(line, column));
        // The parser also knows what it was about to read; that is where the cause often is.
        if let Some((context, line, column)) = fault.context {
            diagnostic = diagnostic.related(at(line, column), context);
        }
        diagnostic.help = meant(&diagnostic.message).or_else(|| yaml_remedy(&diagnostic.message, source, line));
        diagnostic
    }

    /// A JSON text that cannot be parsed.
    pub(crate) fn json(source: &Arc<Source>, error: &serde_json::Error) -> Self {
        let text = error.to_string();
        let message = text.rsplit_once(" at line ").map_or(text.as_str(), |(message, _)| message);
        let start = source.offset(error.line(), error.column(), Unit::Bytes);
        let mut diagnostic = Self::new(Rule::JsonSyntax, message, word(source, start));
        diagnostic.help = json_remedy(message).map(str::to_owned);
        diagnostic
    }
}

/// The message of the YAML parser, taken apart: `A at line 1 column 2, while B at line 3 column 4`.
struct YamlFault {
    message: String,
    context: Option<(String, usize, usize)>,
}

impl YamlFault {
    fn of(text: &str) -> Self {
        let (message, context) =
            text.split_once(", while ").map_or((text, None), |(message, context)| (message, Some(context)));
        let context = context.and_then(|context| {
            let (context, line, column) = split_place(context)?;
            Some((plain_context(context), line, column))
        });
        let message = split_place(message).map_or(message, |(message, _, _)| message);
        Self { message: message.to_owned(), context }
    }
}

fn split_place(text: &str) -> Option<(&str, usize, usize)> {
    let (message, place) = text.rsplit_once(" at line ")?;
    let (line, column) = place.split_once(" column ")?;
    Some((message, line.parse().ok()?, column.parse().ok()?))
}

fn plain_context(context: &str) -> String {
    match context {
        "parsing a flow sequence" => "this list is still open".to_owned(),
        "parsing a flow mapping" => "this mapping is still open".to_owned(),
        "scanning a quoted scalar" => "this quote is still open".to_owned(),
        "parsing a block mapping" => "in the mapping that begins here".to_owned(),
        "parsing a block collection" => "in the list that begins here".to_owned(),
        "scanning a simple key" => "this is read as a key".to_owned(),
        _ => format!("while {context}"),
    }
}

/// What an entry is probably meant to be that is not known: "unknown field `hiden`, expected one of `clients`, `hidden`".
fn meant(message: &str) -> Option<String> {
    let unknown = ["unknown field `", "unknown variant `"];
    let (_, rest) = unknown.iter().find_map(|unknown| message.split_once(unknown))?;
    let (word, known) = rest.split_once("`, expected ")?;
    // What is known stands in the quotes, every other part.
    nearest(word, known.split('`').skip(1).step_by(2)).map(|known| format!("did you mean `{known}`?"))
}

fn yaml_remedy(message: &str, source: &Source, line: usize) -> Option<String> {
    let is_tab = || {
        source
            .text()
            .lines()
            .nth(line.saturating_sub(1))
            .is_some_and(|line| line.trim_start_matches(' ').starts_with('\t'))
    };
    let help = if message.contains("mapping values are not allowed") {
        "put the text in quotes if it holds a colon and a space; else mend the indentation of this line"
    } else if message.contains("cannot start any token") && is_tab() {
        "indent with spaces: YAML does not take tabs"
    } else if message.contains("cannot start any token") {
        "put the text in quotes"
    } else if message.contains("expected ',' or ']'") {
        "close the list with `]`, or put a comma between its elements"
    } else if message.contains("expected ',' or '}'") {
        "close the mapping with `}`, or put a comma between its entries"
    } else if message.contains("did not find expected key")
        || message.contains("block end")
        || message.contains("could not find expected ':'")
    {
        "mend the indentation: this line does not line up with those above it; or put a colon after the key"
    } else if message.contains("unexpected end of stream") {
        "close the quote or bracket that is still open"
    } else if message.contains("unknown anchor") {
        "define the anchor with `&name` before it is used"
    } else if message.contains("more than one document") {
        "keep one document in a file: remove the line `---` and what follows it"
    } else {
        return None;
    };
    Some(help.to_owned())
}

fn json_remedy(message: &str) -> Option<&'static str> {
    match message {
        "trailing comma" => Some("remove the comma before the closing bracket"),
        "key must be a string" => Some("put the key in double quotes, and leave no comma after the last entry"),
        "expected value" => Some("put a text in double quotes; comments and single quotes are no JSON"),
        "expected `:`" => Some("put a colon between the key and its value"),
        "trailing characters" => Some("remove what follows the closing bracket"),
        _ if message.starts_with("EOF") => Some("close the bracket or quote that is still open"),
        _ if message.starts_with("expected `,`") => Some("put a comma between the entries, or close the bracket"),
        _ if message.contains("control character") => Some("write a line break in a text as `\\n`"),
        _ if message.contains("escape") => Some("write a backslash as `\\\\`"),
        _ => None,
    }
}

/// The word at `start`, or the character if there is no word.
fn word(source: &Arc<Source>, start: usize) -> Place {
    let start = boundary(source.text(), start);
    let rest = source.text().get(start..).unwrap_or_default();
    let word = rest.find(|character: char| !character.is_alphanumeric()).unwrap_or(rest.len());
    let first = rest.chars().next().filter(|character| !character.is_whitespace()).map_or(0, char::len_utf8);
    Place::span(source, start..start + word.max(first))
}
