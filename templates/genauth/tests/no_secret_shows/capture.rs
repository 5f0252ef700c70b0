//! Every log of this process at the most talkative level, whether it comes by `tracing` or by `log`.

use std::io;
use std::sync::{Mutex, PoisonError};

use tracing::level_filters::LevelFilter;
use tracing_subscriber::fmt::format::FmtSpan;

static TEXT: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Begins to keep all logs.
pub fn begin() {
    tracing_subscriber::fmt()
        .with_max_level(LevelFilter::TRACE)
        .with_span_events(FmtSpan::FULL)
        .with_ansi(false)
        .with_writer(|| Keep)
        .init();
}

/// What was logged so far.
pub fn text() -> String {
    String::from_utf8_lossy(&TEXT.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
}

struct Keep;

impl io::Write for Keep {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        TEXT.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
