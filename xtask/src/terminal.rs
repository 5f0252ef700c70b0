//! What people see: progress and problems on the error stream, results on the output stream.

use std::cell::Cell;
use std::env;
use std::ffi::OsStr;
use std::io::{self, IsTerminal, Write};

use generator::diagnostic::Style;

/// The two streams. A stream that nobody reads any more is no reason to fail, so write errors are passed over.
pub(crate) struct Terminal {
    style: Style,
    shows_progress: bool,
    has_progress: Cell<bool>,
}

impl Terminal {
    pub(crate) fn new() -> Self {
        let is_terminal = io::stderr().is_terminal() && env::var_os("TERM").is_none_or(|kind| kind != "dumb");
        Self {
            style: style(is_terminal, env::var_os("NO_COLOR").as_deref()),
            shows_progress: is_terminal,
            has_progress: Cell::new(false),
        }
    }

    /// How diagnostics are to be rendered for the error stream.
    pub(crate) fn style(&self) -> Style {
        self.style
    }

    /// Says what is going on, in a line that the next message takes away. A log file gets none of it.
    pub(crate) fn progress(&self, text: &str) {
        if self.shows_progress {
            self.has_progress.set(true);
            write(&mut io::stderr(), &format!("\r\x1b[K{text} ..."));
        }
    }

    /// Says what is wrong.
    pub(crate) fn error(&self, text: &str) {
        self.clear_progress();
        write(&mut io::stderr(), text);
    }

    /// Gives the result.
    pub(crate) fn result(&self, text: &str) {
        self.clear_progress();
        write(&mut io::stdout(), text);
    }

    fn clear_progress(&self) {
        if self.has_progress.replace(false) {
            write(&mut io::stderr(), "\r\x1b[K");
        }
    }
}

/// Colour is for terminals, unless `NO_COLOR` is there and says something (<https://no-color.org>).
fn style(is_terminal: bool, no_color: Option<&OsStr>) -> Style {
    if is_terminal && no_color.is_none_or(OsStr::is_empty) { Style::Colour } else { Style::Plain }
}

fn write(stream: &mut impl Write, text: &str) {
    let _ = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_is_for_terminals_without_no_color() {
        assert_eq!(style(true, None), Style::Colour);
        assert_eq!(style(true, Some("".as_ref())), Style::Colour, "an empty variable says nothing");
        assert_eq!(style(true, Some("0".as_ref())), Style::Plain, "whatever it says");
        assert_eq!(style(false, None), Style::Plain);
    }
}
