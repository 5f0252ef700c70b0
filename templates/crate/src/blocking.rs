//! Calls without an async runtime of one's own (feature `blocking`).
//!
//! Every method of a client answers something that can be awaited, and [`Blocking::wait`] waits for it instead. So
//! there is no second set of clients, and what the one can do the other can do too.
//!
//! ```ignore
//! use genauth::blocking::Blocking;
//!
//! let answer = client.get_profile().wait()?;
//! ```
//!
//! Streams have a method `blocking`, which makes them a [`BlockingStream`].

mod stream;

use std::future::IntoFuture;
use std::sync::OnceLock;
use std::thread;

use tokio::runtime::{Builder, Handle};

pub use self::stream::BlockingStream;
use crate::error::{ConfigurationError, Error};

/// Waits for a call, on any thread.
pub trait Blocking<T>: IntoFuture<Output = Result<T, Error>> + Sized {
    /// Waits until the call is over.
    ///
    /// It may be called anywhere, but inside of async code it holds up the thread: await the call there.
    ///
    /// # Errors
    ///
    /// Those of the call, and [`Error::Configuration`] when this machine can start no more threads.
    fn wait(self) -> Result<T, Error>;
}

impl<F, T> Blocking<T> for F
where
    F: IntoFuture<Output = Result<T, Error>> + Send,
    F::IntoFuture: Send,
    T: Send,
{
    fn wait(self) -> Result<T, Error> {
        let runtime = runtime()?;
        if Handle::try_current().is_err() {
            return runtime.block_on(self.into_future());
        }
        // A thread that belongs to a runtime must not drive another one, so a fresh one does.
        thread::scope(|scope| {
            let waiting = thread::Builder::new().spawn_scoped(scope, || runtime.block_on(self.into_future()));
            waiting.map_err(|_| no_runtime())?.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        })
    }
}

/// The one runtime of all blocking calls. A thread of its own keeps it going, so that idle connections are looked after
/// between calls.
fn runtime() -> Result<&'static Handle, Error> {
    static RUNTIME: OnceLock<Option<Handle>> = OnceLock::new();
    let start = || {
        let runtime = Builder::new_current_thread().enable_all().build().ok()?;
        let handle = runtime.handle().clone();
        let run = move || runtime.block_on(std::future::pending::<()>());
        thread::Builder::new().name("blocking-calls".to_owned()).spawn(run).ok()?;
        Some(handle)
    };
    RUNTIME.get_or_init(start).as_ref().ok_or_else(no_runtime)
}

fn no_runtime() -> Error {
    ConfigurationError::new("blocking", "cannot start a thread").into()
}
