//! A stream of pages.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::progress::Progress;
use super::{Items, Layout};
#[cfg(feature = "blocking")]
use crate::blocking::BlockingStream;
use crate::call::CallFuture;
use crate::error::Error;
use crate::json::Json;

/// The pages of a list, one request each.
///
/// A page is asked for when the stream is polled for it, and never before. The stream begins with the page that the
/// request names, or else with the first, and ends in one of these ways:
///
/// - a page has nothing in it, or the very content of the page before it (a service that does not know page numbers);
/// - as many elements have come as the service says there are;
/// - an answer has no cursor, where a cursor asks for the next page;
/// - a call fails: its error comes once, and nothing after it.
///
/// A page with fewer elements than others is no end. The page that shows the end by its content is not part of the stream,
/// unless it is the first.
///
/// ```no_run
#[doc = concat!("# use ", env!("CARGO_CRATE_NAME"), "::{Error, Pages};")]
/// # async fn show(mut pages: Pages<String>) -> Result<(), Error> {
/// // let mut pages = client.list_users_pages(request);
/// while let Some(page) = pages.next().await {
///     println!("{:?}", page?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "pages are only asked for when the stream is polled"]
pub struct Pages<R> {
    request: Box<dyn Ask<R> + Send>,
    json: fn(&R) -> &dyn Json,
    progress: Progress,
    call: Option<CallFuture<R>>,
}

impl<R> Pages<R> {
    /// Begins with the page that `input` names at its `mark`; `ask` makes a call of the input.
    pub(crate) fn new<I, C>(
        layout: Layout,
        input: I,
        mark: fn(&mut I) -> &mut dyn Json,
        ask: impl Fn(&I) -> C + Send + 'static,
    ) -> Self
    where
        R: Json + 'static,
        I: Send + 'static,
        C: IntoFuture<IntoFuture = CallFuture<R>>,
    {
        let request = Box::new(Request { input, mark, ask: move |input: &I| ask(input).into_future() });
        Pages { request, json: |answer| answer, progress: Progress::new(layout), call: None }
    }

    /// What the pages hold, one after the other.
    pub(crate) fn elements<T: 'static>(self, elements: fn(R) -> Option<Vec<T>>) -> Items<T>
    where
        R: 'static,
    {
        Items::new(self, elements)
    }

    /// The next page; `None` when there is no further one.
    ///
    /// The future may be dropped before it is ready: the next one goes on waiting for the same answer.
    ///
    /// # Errors
    ///
    /// Those of the call that asks for a page, once.
    pub async fn next(&mut self) -> Option<Result<R, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// The same pages as an iterator that waits for each.
    #[cfg(feature = "blocking")]
    pub fn blocking(self) -> BlockingStream<Self> {
        BlockingStream::new(self)
    }
}

impl<R> Stream for Pages<R> {
    type Item = Result<R, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        if this.call.is_none() && !this.progress.prepare(this.request.mark()) {
            return Poll::Ready(None);
        }
        let call = this.call.get_or_insert_with(|| this.request.ask());
        let answer = ready!(Pin::new(call).poll(context));
        this.call = None;
        let is_shown = match &answer {
            Ok(page) => this.progress.admit((this.json)(page)),
            Err(_) => {
                this.progress.stop();
                true
            }
        };
        Poll::Ready(is_shown.then_some(answer))
    }
}

impl<R> fmt::Debug for Pages<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").finish_non_exhaustive()
    }
}

/// An operation with its arguments, to be called again and again.
trait Ask<R> {
    /// What says which page is meant.
    fn mark(&mut self) -> &mut dyn Json;

    fn ask(&self) -> CallFuture<R>;
}

struct Request<I, F> {
    input: I,
    mark: fn(&mut I) -> &mut dyn Json,
    ask: F,
}

impl<R, I, F: Fn(&I) -> CallFuture<R>> Ask<R> for Request<I, F> {
    fn mark(&mut self) -> &mut dyn Json {
        (self.mark)(&mut self.input)
    }

    fn ask(&self) -> CallFuture<R> {
        (self.ask)(&self.input)
    }
}
