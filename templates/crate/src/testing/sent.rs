//! A request as it was sent, before its types are known.

use std::fmt;

use ::http::{HeaderMap, Method, Request, Uri};
use bytes::Bytes;
use percent_encoding::percent_decode_str;

use crate::http::KeptParams;

/// What the crate's own requests say of themselves, in their extensions.
#[derive(Clone)]
pub(crate) struct Origin {
    /// The path behind the base URL, with its variables open.
    pub(crate) template: String,
    /// The path behind the base URL, as it was sent.
    pub(crate) path: String,
    /// The parameters that were given, as the operation's own type.
    pub(crate) params: Option<KeptParams>,
}

/// The variables of a path, by their names in the description, decoded.
pub(super) type Variables = Vec<(String, String)>;

/// A request that came to a mock or a script.
#[derive(Clone)]
#[doc(hidden)]
pub struct Sent {
    request: Request<Bytes>,
}

impl Sent {
    pub(super) fn new(request: Request<Bytes>) -> Self {
        Sent { request }
    }

    pub(super) fn method(&self) -> &Method {
        self.request.method()
    }

    pub(super) fn uri(&self) -> &Uri {
        self.request.uri()
    }

    pub(super) fn headers(&self) -> &HeaderMap {
        self.request.headers()
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers().get(name)?.to_str().ok()
    }

    pub(super) fn body(&self) -> &Bytes {
        self.request.body()
    }

    /// The module of the client that sent it, where the host tells.
    pub(super) fn client(&self) -> Option<&str> {
        self.uri().host()?.strip_suffix(".mock")
    }

    pub(super) fn template(&self) -> Option<&str> {
        self.origin().map(|origin| origin.template.as_str())
    }

    /// The path behind the base URL. A custom request may have brought its query along with it.
    pub(super) fn path(&self) -> &str {
        let path = self.origin().map_or(self.uri().path(), |origin| &origin.path);
        path.split(['?', '#']).next().unwrap_or_default()
    }

    pub(super) fn params(&self) -> Option<&KeptParams> {
        self.origin()?.params.as_ref()
    }

    fn origin(&self) -> Option<&Origin> {
        self.request.extensions().get()
    }
}

/// Method and path. The query stays out of every text, because it can hold secrets.
impl fmt::Display for Sent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method(), self.path())
    }
}

/// A value of a path without its escapes (RFC 3986, section 2.1).
pub(super) fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
