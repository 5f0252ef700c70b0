#![doc = include_str!("testing/guide.md")]
#![allow(dead_code, reason = "which parts a crate needs depends on its document and on the features that are on")]

mod clients;
mod mock;
mod transport;

mod expectation;
mod expected;
mod operation;
mod operations;
mod state;

mod sent;
mod sent_request;

mod content;
mod form;
mod given;
mod pairs;

mod answer;
mod failure;

mod script;

pub use self::answer::Answer;
pub use self::content::Content;
pub use self::expectation::Expectation;
pub use self::failure::Failure;
pub use self::given::Given;
pub use self::mock::Mock;
pub(crate) use self::operation::Operation;
pub use self::script::Script;
pub(crate) use self::sent::Origin;
pub use self::sent_request::SentRequest;
pub use self::transport::MockTransport;
use crate::error::Error;

/// A client whose settings are this crate's own, so that there is nothing wrong with them.
#[expect(clippy::panic, reason = "a fault of this crate, which its own tests would show")]
fn ready<T>(built: Result<T, Error>) -> T {
    match built {
        Ok(client) => client,
        Err(error) => panic!("the client of the mock cannot be built: {error}"),
    }
}
