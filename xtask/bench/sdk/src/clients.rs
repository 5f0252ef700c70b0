//! The emitted clients as the measurements use them, and the runtime that they are measured on.

use genauth::{AuthenticationClient, Error, ManagementClient, ReqwestTransport, Transport};

/// A client of the service at `host`, with a user's token. It uses no proxy, whatever the environment names.
///
/// # Errors
///
/// When the client cannot be set up.
pub fn over_network(host: &str) -> Result<AuthenticationClient, Error> {
    over(host, ReqwestTransport::builder().no_proxy().build()?)
}

/// A client of whatever the transport leads to, with a user's token.
///
/// # Errors
///
/// When the client cannot be set up.
pub fn over(host: &str, transport: impl Transport) -> Result<AuthenticationClient, Error> {
    let builder = AuthenticationClient::builder().app_id("APP").app_secret("SECRET").app_host(host);
    builder.access_token("TOKEN").transport(transport).build()
}

/// A client of the management API over such a transport, with an access key.
///
/// # Errors
///
/// When the client cannot be set up.
pub fn management(transport: impl Transport) -> Result<ManagementClient, Error> {
    let builder = ManagementClient::builder().access_key_id("64f000000000000000000000").access_key_secret("SECRET");
    builder.host("http://service.example").transport(transport).build()
}

/// A runtime of one thread, so that every allocation and all the time of a call are its own thread's.
///
/// # Errors
///
/// When the operating system denies it.
pub fn one_thread() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()
}
