//! CAS: who a ticket belongs to.

mod json;
mod xml;

use std::fmt;

use super::{OpenIdErrorKind, answer};
use crate::AuthenticationClient;
use crate::call::{Call, RawResponse};
use crate::error::Error;
use crate::http::{Request, escape};
use crate::json::Extra;
use crate::values::Secret;

/// The user whom a ticket belongs to (CAS Protocol 3.0, 2.5.1).
///
/// `Debug` shows the names of the attributes, as the values are personal.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct CasUser {
    /// The user's name.
    pub user: String,
    /// What else is told about the user. In XML, an attribute that is there more than once is a list.
    pub attributes: Extra,
    /// Names the ticket by which the application may act for the user elsewhere.
    pub proxy_granting_ticket: Option<Secret>,
    /// The proxies that the sign-in went through, the last one first.
    pub proxies: Vec<String>,
}

impl fmt::Debug for CasUser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CasUser")
            .field("user", &self.user)
            .field("attributes", &self.attributes.keys().collect::<Vec<_>>())
            .field("proxy_granting_ticket", &self.proxy_granting_ticket)
            .field("proxies", &self.proxies)
            .finish()
    }
}

/// How CAS answers. What this crate makes of it is the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CasFormat {
    /// JSON.
    #[default]
    Json,
    /// XML.
    Xml,
}

impl AuthenticationClient {
    /// Asks who a ticket belongs to, by the first version of CAS (CAS Protocol 3.0, 2.4). It tells the user's name alone.
    ///
    /// A ticket is good for one question, so this is not sent again by itself. `service` is the one that the sign-in was
    /// begun with. A ticket that is refused is an [`Error::OpenId`] of the kind
    /// [`CasRefused`](OpenIdErrorKind::CasRefused).
    ///
    /// `validateTicketV1`: `GET /cas-idp/{appId}/validate`
    pub fn validate_ticket_v1(&self, ticket: impl AsRef<str>, service: impl AsRef<str>) -> Call<CasUser> {
        self.ticket_request("validate", ticket.as_ref(), service.as_ref()).call_with(
            "validateTicketV1",
            "text/plain, */*",
            read_text,
        )
    }

    /// Asks who a ticket belongs to, by the second version of CAS (CAS Protocol 3.0, 2.5).
    ///
    /// A ticket is good for one question, so this is not sent again by itself. `service` is the one that the sign-in was
    /// begun with. A ticket that is refused is an [`Error::OpenId`] of the kind
    /// [`CasRefused`](OpenIdErrorKind::CasRefused).
    ///
    /// `validateTicketV2`: `GET /cas-idp/{appId}/serviceValidate`
    pub fn validate_ticket_v2(
        &self,
        ticket: impl AsRef<str>,
        service: impl AsRef<str>,
        format: CasFormat,
    ) -> Call<CasUser> {
        let request = self.ticket_request("serviceValidate", ticket.as_ref(), service.as_ref());
        match format {
            CasFormat::Json => {
                request.query("format", "JSON").call_with("validateTicketV2", "application/json", json::read)
            }
            CasFormat::Xml => {
                request.query("format", "XML").call_with("validateTicketV2", "application/xml, text/xml", xml::read)
            }
        }
    }

    fn ticket_request(&self, operation: &str, ticket: &str, service: &str) -> Request {
        let path = format!("/cas-idp/{}/{operation}", escape(self.app_id()));
        let request = self.http.get(path).without_credentials().not_repeatable();
        request.query("service", service).query("ticket", ticket)
    }
}

/// `yes` and the user's name in a line each, or `no`.
fn read_text(response: &RawResponse) -> Result<CasUser, Error> {
    let mut lines = text(response)?.lines().map(str::trim);
    match (lines.next(), lines.next()) {
        (Some("yes"), Some(user)) if !user.is_empty() => Ok(CasUser { user: user.to_owned(), ..CasUser::default() }),
        (Some("no"), _) => Err(refused(None, None, response)),
        _ => Err(answer::unreadable(response, "neither `yes` with a user name nor `no`")),
    }
}

/// A user who has a name; without one, nobody has signed in.
fn named(user: CasUser, response: &RawResponse) -> Result<CasUser, Error> {
    if user.user.trim().is_empty() { Err(answer::unreadable(response, "a success without a user")) } else { Ok(user) }
}

fn text(response: &RawResponse) -> Result<&str, Error> {
    answer::check(response)?;
    std::str::from_utf8(response.body()).map_err(|error| answer::unreadable(response, error.to_string()))
}

fn refused(code: Option<String>, description: Option<String>, response: &RawResponse) -> Error {
    answer::refused(OpenIdErrorKind::CasRefused { code, description }, response)
}
