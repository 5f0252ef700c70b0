//! One change, with all that is needed to tell of it.

use generator::model::{Area, Client, Operation, Place};

use crate::level::{Level, Side};
use crate::rule::Rule;

/// One change.
#[derive(Clone, Debug)]
pub struct Finding {
    /// What kind of change it is.
    pub rule: &'static Rule,
    /// How much it matters: what the rule says of the side.
    pub level: Level,
    /// The half of the exchange that it is in.
    pub side: Side,
    /// What changed, in a sentence without a full stop, in Markdown of which there is only `code`.
    pub message: String,
    /// Where it stands for people, such as `CreateUserDto.profile.name` or `POST /api/v3/users`.
    pub path: String,
    /// Where it stands in the newer document, or in the older one if it is gone; `None` for the crate's surface.
    pub place: Option<Place>,
    /// The clients of its operations, such as `AuthenticationClient`, sorted; empty where it belongs to none.
    pub clients: Vec<String>,
    /// The areas of its operations as the documents spell their tags, sorted; empty where it belongs to none.
    pub areas: Vec<String>,
    /// The operations that it can be noticed in, sorted; for a shared type there are many.
    pub callers: Vec<Caller>,
    /// The Rust item as callers write it, such as `AuthenticationClient::delete_account` or `models::UserDto::name`.
    pub item: Option<String>,
    /// What there was, as people write it: a type, a limit, a signature, a name.
    pub before: Option<String>,
    /// What there is.
    pub after: Option<String>,
    /// What a caller should do, in whole sentences.
    pub advice: String,
}

/// An operation that a change can be noticed in.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Caller {
    /// The client, such as `AuthenticationClient`.
    pub client: String,
    /// The area's tag, as the document spells it.
    pub area: String,
    /// The method, such as `delete_account`.
    pub method: String,
    /// The operation as it is sent, such as `POST /api/v3/delete-account`.
    pub request: String,
    /// What its page is called.
    pub title: String,
}

impl Caller {
    /// An operation, and where it belongs.
    pub(crate) fn of(client: &Client, area: &Area, operation: &Operation) -> Self {
        Self {
            client: client.name.to_string(),
            area: area.wire_name.clone(),
            method: operation.name.to_string(),
            request: format!("{} {}", operation.method.as_str(), operation.path.text),
            title: operation.title().to_owned(),
        }
    }
}
