//! Who may call: signatures and tokens of the management API, application ids and tokens of the authentication API.

mod settings;

mod application;
mod management;
mod management_token;
mod scheme;

mod signature;
mod tokens;

mod authorization;
mod clock;
mod custom_header;
mod objection;

pub(crate) use authorization::Authorization;
pub(crate) use clock::seconds_since_1970;
pub(crate) use management_token::handler;
pub use settings::Settings;
pub(crate) use tokens::{Grant, Issued, Tokens};

use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use bytes::Bytes;
use http::{HeaderMap, Method};

use crate::call::Caller;
use crate::document::{Document, Operation};
use crate::judge::Violation;
use crate::server::lock;
use signature::Nonces;

/// What a document asks for beyond what it can say itself.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Audience {
    /// The authentication API: an application's id with every call, a user's token where the operation asks for one.
    Authentication,
    /// The management API: a signature, or a token of an access key.
    Management,
    /// Another API: the security schemes as its document states them.
    Other,
}

impl Audience {
    /// The audience of a document, by the security schemes that it declares.
    pub(crate) fn of(document: &Document) -> Self {
        let declares = |name: &str| document.at(&format!("/components/securitySchemes/{name}")).is_some();
        match (declares("x-authing-app-id"), declares("x-authing-userpool-id")) {
            (true, _) => Audience::Authentication,
            (false, true) => Audience::Management,
            (false, false) => Audience::Other,
        }
    }

    /// The audience that a request's credentials are meant for, where two documents have the operation.
    pub(crate) fn of_request(headers: &HeaderMap) -> Self {
        let is_signed = matches!(Authorization::of(headers), Authorization::Signature { .. });
        if is_signed || custom_header::find(headers, "userpool-id").is_some() {
            Audience::Management
        } else {
            Audience::Authentication
        }
    }
}

/// Checks credentials, and remembers what must not come twice.
#[derive(Debug)]
pub(crate) struct Credentials {
    settings: Settings,
    tokens: Arc<Tokens>,
    nonces: Mutex<Nonces>,
}

/// What a request shows of itself.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Presented<'a> {
    pub(crate) method: &'a Method,
    /// The path as sent.
    pub(crate) path: &'a str,
    /// What stands after the question mark, as sent.
    pub(crate) query: Option<&'a str>,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) body: &'a Bytes,
}

impl Credentials {
    pub(crate) fn new(settings: Settings) -> Self {
        let tokens = Arc::new(Tokens::new(&settings));
        Credentials { settings, tokens, nonces: Mutex::default() }
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Forgets every token and every nonce.
    pub(crate) fn reset(&self) {
        self.tokens.reset();
        *lock(&self.nonces) = Nonces::default();
    }

    pub(crate) fn tokens(&self) -> &Arc<Tokens> {
        &self.tokens
    }

    /// Who calls an operation of `document`, and what is wrong with the credentials.
    pub(crate) fn check(
        &self,
        audience: Audience,
        document: &Document,
        operation: &Operation,
        presented: Presented<'_>,
    ) -> (Caller, Vec<Violation>) {
        match audience {
            Audience::Authentication => application::check(&self.settings, &self.tokens, operation, presented),
            Audience::Management => management::check(self, operation, presented, SystemTime::now()),
            Audience::Other => (Caller::Nobody, scheme::check(document, operation, presented)),
        }
    }
}
