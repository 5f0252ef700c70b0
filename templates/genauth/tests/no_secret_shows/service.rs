//! A service that hands out secrets and keeps what it was sent. It runs on a thread of its own, whose logs are not kept.

use std::future::Future;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::serve::Listener;
use rcgen::CertifiedKey;
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::server::TlsStream;

use crate::secrets::*;

pub const ISSUER: &str = "https://issuer.example/oidc";

pub struct Service {
    pub host: String,
    /// The certificate that a client has to trust, in PEM.
    pub certificate: String,
    sent: Sent,
}

type Sent = Arc<Mutex<Vec<String>>>;

impl Service {
    /// Speaks HTTP/1.1, in the clear.
    pub fn plain() -> Self {
        let sent = Sent::default();
        let routes = routes(&sent);
        let host = elsewhere(async |listener| {
            let _ = axum::serve(listener, routes).await;
        });
        Service { host: format!("http://{host}"), certificate: String::new(), sent }
    }

    /// Speaks HTTP/2, inside of TLS.
    pub fn secure() -> Self {
        let sent = Sent::default();
        let routes = routes(&sent);
        let CertifiedKey { cert, signing_key } = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(signing_key.serialize_der()));
        let config = ServerConfig::builder().with_no_client_auth();
        let mut config = config.with_single_cert(vec![cert.der().clone()], key).unwrap();
        config.alpn_protocols = vec![b"h2".to_vec()];
        let host = elsewhere(async move |tcp| {
            let _ = axum::serve(Tls { tcp, acceptor: TlsAcceptor::from(Arc::new(config)) }, routes).await;
        });
        Service { host: format!("https://{host}"), certificate: cert.pem(), sent }
    }

    /// The credentials, queries and bodies that came: secrets that look different each time are among them.
    pub fn sent(&self) -> Vec<String> {
        self.sent.lock().unwrap().clone()
    }
}

/// Runs a server on a thread of its own, and tells its address.
pub fn elsewhere<F: Future>(serve: impl FnOnce(TcpListener) -> F + Send + 'static) -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap().to_string();
    std::thread::spawn(move || {
        let _silence = tracing::subscriber::set_default(tracing::subscriber::NoSubscriber::new());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async { serve(TcpListener::from_std(listener).unwrap()).await });
    });
    address
}

fn routes(sent: &Sent) -> Router {
    Router::new().fallback(answer).with_state(Arc::clone(sent))
}

async fn answer(State(sent): State<Sent>, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let body = String::from_utf8(body.to_vec()).unwrap();
    let authorization = headers.get(AUTHORIZATION).map(|value| value.to_str().unwrap().to_owned());
    // The scheme and the key's id are no secrets; what follows them is.
    let proof = authorization.as_deref().and_then(|value| value.rsplit([' ', ':']).next()).map(str::to_owned);
    let values = body.split('&').filter_map(|pair| pair.split_once('=')).map(|(_, value)| value.to_owned());
    let long = values.filter(|value| value.len() >= 16);
    let query = uri.query().map(str::to_owned);
    let kept = long.chain(proof).chain(query).chain([body.clone()]).filter(|text| !text.is_empty());
    sent.lock().unwrap().extend(kept);
    let success = |data: Value| json!({"statusCode": 200, "message": "ok", "requestId": "R", "data": data});
    let json = match uri.path() {
        "/api/v3/signin" => success(json!({
            "access_token": ACCESS_TOKEN, "id_token": ID_TOKEN, "refresh_token": REFRESH_TOKEN,
            "token_type": "bearer", "expire_in": 7200,
        })),
        "/api/v3/get-management-token" => success(json!({"access_token": MANAGEMENT_TOKEN, "expires_in": 7200})),
        "/api/v3/list-users" => success(json!({"totalCount": 1, "list": [{"userId": "U", "email": PERSONAL}]})),
        // Departs from the description in every way that is corrected with a warning.
        "/api/v3/get-profile" => {
            success(json!({"userId": null, "email": [PERSONAL], "emailVerified": PERSONAL, PERSONAL: PERSONAL}))
        }
        "/api/v3/verify-delete-account-request" => success(json!({"deleteAccountToken": [DELETE_TOKEN]})),
        "/api/v3/delete-account" => json!({"statusCode": 403, "message": "no", "apiCode": 1300, "x": PERSONAL}),
        "/oidc/token" if body.contains("grant_type=authorization_code") && body.contains("bad-code") => {
            json!({"error": "invalid_grant", "error_description": "no", "x": PERSONAL})
        }
        "/oidc/token" => json!({
            "access_token": ACCESS_TOKEN, "refresh_token": REFRESH_TOKEN, "token_type": "Bearer",
            "device_secret": PERSONAL, "id_token": id_token(),
        }),
        "/oidc/me" => json!({"sub": "U", "name": PERSONAL}),
        "/oidc/token/introspection" => json!({"active": true, "x": PERSONAL}),
        "/oidc/token/revocation" => json!({}),
        "/cas-idp/APP/serviceValidate" => {
            json!({"serviceResponse": {"authenticationSuccess": {"user": "U", "proxyGrantingTicket": TICKET}}})
        }
        "/api/v2/oidc/validate_token" => json!({"sub": "U", "name": PERSONAL}),
        _ => return (StatusCode::BAD_GATEWAY, [("set-cookie", PERSONAL)], PERSONAL).into_response(),
    };
    axum::Json(json).into_response()
}

/// An ID token that is signed with the application's secret.
pub fn id_token() -> String {
    use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};

    let claims = json!({
        "iss": ISSUER, "aud": "APP", "sub": "U", "nonce": NONCE, "name": PERSONAL, "iat": 1, "exp": 4_000_000_000_u64,
    });
    encode(&Header::new(Algorithm::HS256), &claims, &EncodingKey::from_secret(APP_SECRET.as_bytes())).unwrap()
}

/// Connections inside of TLS.
struct Tls {
    tcp: TcpListener,
    acceptor: TlsAcceptor,
}

impl Listener for Tls {
    type Io = TlsStream<TcpStream>;
    type Addr = std::net::SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        loop {
            let Ok((stream, address)) = self.tcp.accept().await else { continue };
            if let Ok(stream) = self.acceptor.accept(stream).await {
                return (stream, address);
            }
        }
    }

    fn local_addr(&self) -> std::io::Result<Self::Addr> {
        self.tcp.local_addr()
    }
}
