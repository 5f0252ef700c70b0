//! The clients that are ready to be used with a mock.

use super::{Mock, ready};
use crate::{AuthenticationClient, ManagementClient, Retry};

impl Mock {
    /// A client of an application that talks to this mock: the application `mock` at `https://authentication.mock`, with
    /// the secret `mock-secret`. Nobody is signed in.
    ///
    /// It sends each request once, so that a test says exactly what comes back; a call with [`retry`](crate::Call::retry)
    /// goes by other rules. Where the application builds its client itself, give that one [`transport`](Self::transport).
    ///
    /// # Panics
    ///
    /// Never, unless the crate itself is at fault.
    pub fn authentication_client(&self) -> AuthenticationClient {
        let builder = AuthenticationClient::builder().app_id("mock").app_secret("mock-secret");
        let builder = builder.app_host("https://authentication.mock").retry(Retry::off());
        ready(builder.transport(self.transport()).build())
    }

    /// A client of an administrator that talks to this mock: the access key `mock` at `https://management.mock`, with the
    /// secret `mock-secret`. Requests are signed as ever.
    ///
    /// It sends each request once, as [`authentication_client`](Self::authentication_client) does.
    ///
    /// # Panics
    ///
    /// Never, unless the crate itself is at fault.
    pub fn management_client(&self) -> ManagementClient {
        let builder = ManagementClient::builder().access_key_id("mock").access_key_secret("mock-secret");
        let builder = builder.host("https://management.mock").retry(Retry::off());
        ready(builder.transport(self.transport()).build())
    }
}
