//! Proxies, certificates, limits: what can be set about the network.

use std::time::Duration;

use super::ReqwestTransport;
use crate::error::ConfigurationError;

/// The largest answer that is read unless the user says otherwise: 64 MiB.
pub(super) const MAX_RESPONSE_SIZE: usize = 64 * 1024 * 1024;

/// Settings of a [`ReqwestTransport`].
///
/// Proxies that the environment names (`HTTPS_PROXY`, `NO_PROXY` and so on) are used unless
/// [`no_proxy`](Self::no_proxy) says otherwise.
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct ReqwestTransportBuilder {
    client: reqwest::ClientBuilder,
    max_response_size: usize,
    problem: Option<ConfigurationError>,
}

impl ReqwestTransportBuilder {
    pub(super) fn new() -> Self {
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            // What is sent again, and when, is decided for the whole call.
            .retry(reqwest::retry::never())
            .connect_timeout(Duration::from_secs(5))
            .read_timeout(Duration::from_secs(30));
        ReqwestTransportBuilder { client, max_response_size: MAX_RESPONSE_SIZE, problem: None }
    }

    /// How long connecting may take, TLS included; 5 seconds unless set.
    pub fn connect_timeout(self, timeout: Duration) -> Self {
        self.with(|client| client.connect_timeout(timeout))
    }

    /// How long the service may be silent in the middle of an answer; 30 seconds unless set.
    pub fn read_timeout(self, timeout: Duration) -> Self {
        self.with(|client| client.read_timeout(timeout))
    }

    /// How many bytes an answer may have, after decompression; 64 MiB unless set.
    pub fn max_response_size(self, bytes: usize) -> Self {
        ReqwestTransportBuilder { max_response_size: bytes, ..self }
    }

    /// Whether answers may come compressed by gzip; they may unless set.
    pub fn compression(self, allowed: bool) -> Self {
        self.with(|client| client.gzip(allowed))
    }

    /// Sends everything through a proxy, such as `http://proxy.example.com:3128`.
    pub fn proxy(mut self, url: &str) -> Self {
        match reqwest::Proxy::all(url) {
            Ok(proxy) => self.with(|client| client.proxy(proxy)),
            Err(_) => {
                self.fail("proxy", "is not a URL that a proxy can have");
                self
            }
        }
    }

    /// Uses no proxy, even if the environment names one.
    pub fn no_proxy(self) -> Self {
        self.with(reqwest::ClientBuilder::no_proxy)
    }

    /// Trusts these certificates, in PEM, beside those of the machine.
    pub fn root_certificates_pem(mut self, pem: &[u8]) -> Self {
        match reqwest::Certificate::from_pem_bundle(pem) {
            Ok(certificates) if !certificates.is_empty() => self.with(|client| client.tls_certs_merge(certificates)),
            _ => {
                self.fail("root_certificates_pem", "holds no certificate in PEM");
                self
            }
        }
    }

    /// Presents this certificate to the service: its chain and its private key, one after the other, in PEM.
    pub fn client_certificate_pem(mut self, pem: &[u8]) -> Self {
        match reqwest::Identity::from_pem(pem) {
            Ok(identity) => self.with(|client| client.identity(identity)),
            Err(_) => {
                self.fail("client_certificate_pem", "holds no certificate with a private key in PEM");
                self
            }
        }
    }

    /// Talks to anyone who says that they are the service. **Whoever stands in between reads and changes everything,
    /// secrets included.** Only for tests against a server on the same machine.
    pub fn danger_accept_any_server_certificate(self) -> Self {
        self.with(|client| client.tls_danger_accept_invalid_certs(true))
    }

    /// Builds the transport.
    ///
    /// # Errors
    ///
    /// When a setting cannot be used, or TLS cannot be set up on this machine.
    pub fn build(self) -> Result<ReqwestTransport, ConfigurationError> {
        if let Some(problem) = self.problem {
            return Err(problem);
        }
        let client = self
            .client
            .build()
            .map_err(|_| ConfigurationError::new("transport", "cannot be set up: no usable TLS on this machine"))?;
        let mut transport = ReqwestTransport::from(client);
        transport.max_response_size = self.max_response_size;
        transport.may_redirect = false;
        Ok(transport)
    }

    fn with(self, change: impl FnOnce(reqwest::ClientBuilder) -> reqwest::ClientBuilder) -> Self {
        ReqwestTransportBuilder { client: change(self.client), ..self }
    }

    /// Keeps the first problem.
    fn fail(&mut self, setting: &'static str, problem: &'static str) {
        self.problem.get_or_insert(ConfigurationError::new(setting, problem));
    }
}
