//! Streams without an async runtime of one's own.

use std::future::poll_fn;
use std::pin::Pin;

use futures_core::Stream;

use super::Blocking;
use crate::error::Error;

/// A stream as an iterator, each step of which waits for the next item.
///
/// Like [`Blocking::wait`] it may be used anywhere, but inside of async code it holds up the thread. What ends the stream
/// ends the iterator, and dropping the one drops the other.
#[must_use = "iterators do nothing unless they are asked for an item"]
#[derive(Debug)]
pub struct BlockingStream<S> {
    stream: S,
}

impl<S> BlockingStream<S> {
    pub(crate) fn new(stream: S) -> Self {
        BlockingStream { stream }
    }
}

impl<S, T> Iterator for BlockingStream<S>
where
    S: Stream<Item = Result<T, Error>> + Unpin + Send,
    T: Send,
{
    type Item = Result<T, Error>;

    /// Waits for the next item.
    ///
    /// Its errors are those of the stream, and [`Error::Configuration`] when this machine can start no more threads.
    fn next(&mut self) -> Option<Self::Item> {
        let stream = &mut self.stream;
        let next = async { poll_fn(|context| Pin::new(&mut *stream).poll_next(context)).await.transpose() };
        next.wait().transpose()
    }
}
