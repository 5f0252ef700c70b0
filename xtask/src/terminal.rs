//! What people see: progress and problems on the error stream, results on the output stream.

use std::cell::Cell;
use std::env;
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
        let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
        let is_terminal = io::stderr().is_terminal() && env::var_os("TERM").is_none_or(|kind| kind != "dumb");
        Self {
            style: if is_terminal && !is_set("NO_COLOR") { Style::Colour } else { Style::Plain },
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

fn write(stream: &mut impl Write, text: &str) {
    let _ = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
}
