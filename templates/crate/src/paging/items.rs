//! A stream of what pages hold.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec;

use futures_core::Stream;

use super::Pages;
#[cfg(feature = "blocking")]
use crate::blocking::BlockingStream;
use crate::error::Error;

/// The elements of a list, page after page.
///
/// The next page is asked for when all elements of the last one are taken and another is polled for. [`Pages`] says
/// where the list ends.
///
/// ```no_run
#[doc = concat!("# use ", env!("CARGO_CRATE_NAME"), "::{Error, Items};")]
/// # async fn show(mut users: Items<String>) -> Result<(), Error> {
/// // let mut users = client.list_users_all(request);
/// while let Some(user) = users.next().await {
///     println!("{:?}", user?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "elements are only asked for when the stream is polled"]
pub struct Items<T> {
    pages: Pin<Box<dyn Stream<Item = Result<Vec<T>, Error>> + Send>>,
    page: vec::IntoIter<T>,
}

impl<T> Items<T> {
    pub(super) fn new<R: 'static>(pages: Pages<R>, elements: fn(R) -> Option<Vec<T>>) -> Self
    where
        T: 'static,
    {
        Items { pages: Box::pin(Lists { pages, elements }), page: Vec::new().into_iter() }
    }

    /// The next element; `None` when there is no further one.
    ///
    /// The future may be dropped before it is ready: no element is lost by that.
    ///
    /// # Errors
    ///
    /// Those of the call that asks for a page, once.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// All elements that are left, once the last page has come.
    ///
    /// # Errors
    ///
    /// The first error; the elements that came before it are dropped.
    pub async fn try_collect(mut self) -> Result<Vec<T>, Error> {
        let mut all = Vec::new();
        while let Some(element) = self.next().await {
            all.push(element?);
        }
        Ok(all)
    }

    /// The same elements as an iterator that waits for each.
    #[cfg(feature = "blocking")]
    pub fn blocking(self) -> BlockingStream<Self> {
        BlockingStream::new(self)
    }
}

/// No element is ever pinned.
impl<T> Unpin for Items<T> {}

impl<T> Stream for Items<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(element) = self.page.next() {
                return Poll::Ready(Some(Ok(element)));
            }
            match ready!(self.pages.as_mut().poll_next(context)) {
                Some(Ok(page)) => self.page = page.into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<T> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").finish_non_exhaustive()
    }
}

/// The list of each page.
struct Lists<R, T> {
    pages: Pages<R>,
    elements: fn(R) -> Option<Vec<T>>,
}

impl<R, T> Stream for Lists<R, T> {
    type Item = Result<Vec<T>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let page = ready!(Pin::new(&mut self.pages).poll_next(context));
        let elements = self.elements;
        Poll::Ready(page.map(|page| page.map(|page| elements(page).unwrap_or_default())))
    }
}
