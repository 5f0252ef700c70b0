//! What time it is.

use std::sync::Arc;
use std::time::{Instant, SystemTime};

/// Tells the time. A test brings its own.
#[derive(Clone)]
pub(super) struct Clock(Arc<dyn Fn() -> Moment + Send + Sync>);

/// One moment, on both clocks.
#[derive(Clone, Copy)]
pub(super) struct Moment {
    /// For dates in tokens.
    pub(super) date: SystemTime,
    /// For lifetimes. It does not jump when somebody sets the date.
    pub(super) instant: Instant,
}

impl Clock {
    pub(super) fn system() -> Self {
        Clock::new(|| Moment { date: SystemTime::now(), instant: Instant::now() })
    }

    pub(super) fn new(now: impl Fn() -> Moment + Send + Sync + 'static) -> Self {
        Clock(Arc::new(now))
    }

    pub(super) fn now(&self) -> Moment {
        (self.0)()
    }
}
