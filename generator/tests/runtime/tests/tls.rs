//! Trust: a certificate that nobody vouches for is refused unless its root is known.

mod support;

use std::sync::Arc;

use genauth::{Client, Error, ReqwestTransport, Retry, TransportErrorKind};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::server::WebPkiClientVerifier;
use tokio_rustls::rustls::{RootCertStore, ServerConfig};

/// An authority of one's own, and a server that it vouches for.
struct Server {
    address: String,
    authority: CertifiedIssuer<'static, KeyPair>,
}

impl Server {
    /// `asks` says whether clients have to show a certificate of the same authority.
    async fn start(asks: bool) -> Self {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
        let key = KeyPair::generate().unwrap();
        let certificate =
            CertificateParams::new(vec!["localhost".to_owned()]).unwrap().signed_by(&key, &authority).unwrap();
        let mut roots = RootCertStore::empty();
        roots.add(CertificateDer::from(authority.der().to_vec())).unwrap();
        let config = ServerConfig::builder();
        let config = if asks {
            config.with_client_cert_verifier(WebPkiClientVerifier::builder(Arc::new(roots)).build().unwrap())
        } else {
            config.with_no_client_auth()
        };
        let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
        let config = config.with_single_cert(vec![certificate.der().clone()], key).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("https://localhost:{}", listener.local_addr().unwrap().port());
        let acceptor = TlsAcceptor::from(Arc::new(config));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let Ok(mut stream) = acceptor.accept(stream).await else { continue };
                let mut chunk = [0; 4096];
                let _ = stream.read(&mut chunk).await;
                let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").await;
                let _ = stream.shutdown().await;
            }
        });
        Server { address, authority }
    }

    fn client(&self, transport: ReqwestTransport) -> Client {
        Client::builder().base_url(&self.address).retry(Retry::off()).transport(transport).build().unwrap()
    }
}

#[tokio::test]
async fn an_unknown_authority_is_refused_by_default() {
    let server = Server::start(false).await;
    let error = server.client(ReqwestTransport::new().unwrap()).empty().await.unwrap_err();
    let Error::Transport(error) = error else { panic!("{error:?}") };
    assert_eq!(error.kind(), TransportErrorKind::Tls);
}

#[tokio::test]
async fn its_root_makes_it_known() {
    let server = Server::start(false).await;
    let transport = ReqwestTransport::builder().root_certificates_pem(server.authority.pem().as_bytes()).build();
    server.client(transport.unwrap()).empty().await.unwrap();
}

#[tokio::test]
async fn the_switch_with_the_loud_name_accepts_anything() {
    let server = Server::start(false).await;
    let transport = ReqwestTransport::builder().danger_accept_any_server_certificate().build();
    server.client(transport.unwrap()).empty().await.unwrap();
}

#[tokio::test]
async fn a_client_certificate_is_shown() {
    let server = Server::start(true).await;
    let root = server.authority.pem();
    let without = ReqwestTransport::builder().root_certificates_pem(root.as_bytes()).build().unwrap();
    assert!(server.client(without).empty().await.is_err());

    let key = KeyPair::generate().unwrap();
    let own = CertificateParams::new(vec!["client".to_owned()]).unwrap().signed_by(&key, &server.authority).unwrap();
    let identity = format!("{}{}", own.pem(), key.serialize_pem());
    let with = ReqwestTransport::builder()
        .root_certificates_pem(root.as_bytes())
        .client_certificate_pem(identity.as_bytes())
        .build()
        .unwrap();
    server.client(with).empty().await.unwrap();
}

#[test]
fn settings_that_cannot_be_used_are_told_and_hold_no_secret() {
    let problem = |builder: genauth::ReqwestTransportBuilder| builder.build().unwrap_err().to_string();
    let builder = ReqwestTransport::builder;
    assert_eq!(problem(builder().proxy("::hunter2")), "`proxy` is not a URL that a proxy can have");
    assert_eq!(
        problem(builder().root_certificates_pem(b"hunter2")),
        "`root_certificates_pem` holds no certificate in PEM"
    );
    assert_eq!(
        problem(builder().client_certificate_pem(b"hunter2")),
        "`client_certificate_pem` holds no certificate with a private key in PEM"
    );
}

#[tokio::test]
async fn everything_goes_through_the_proxy() {
    let proxy = support::Server::answering("200 OK", "", "").await;
    let transport = ReqwestTransport::builder().proxy(proxy.address()).build().unwrap();
    let client = Client::builder().base_url("http://service.invalid").transport(transport).build().unwrap();
    client.empty().await.unwrap();
    assert_eq!(proxy.request_line(), "DELETE http://service.invalid/empty");
}
