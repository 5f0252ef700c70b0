//! A provider that publishes keys on the loopback interface, and an application that trusts it.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, UNIX_EPOCH};

use axum::Router;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::get;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

use super::super::clock::{Clock, Moment};
use super::super::{AccessToken, IdToken, TokenErrorKind, TokenValidator, ValidatorSettings};
use super::signer::Signer;
use crate::error::Error;
use crate::http::{Http, HttpOptions};
use crate::retry::Retry;
use crate::values::Secret;

/// The time at which every test begins, in seconds since 1970.
pub(super) const NOW: u64 = 1_800_000_000;

pub(super) const ISSUER: &str = "https://example.genauth.ai/oidc";

pub(super) struct Provider {
    http: Http,
    validator: TokenValidator,
    /// The time since the test began, in seconds.
    elapsed: Arc<AtomicU64>,
    site: Arc<Site>,
}

/// What the loopback server has.
struct Site {
    answer: Mutex<(StatusCode, String)>,
    fetches: AtomicUsize,
    authorized_fetches: AtomicUsize,
    /// Each answer takes one permit.
    gate: Semaphore,
}

impl Provider {
    /// Publishes the keys of these.
    pub(super) async fn new(signers: &[&Signer]) -> Self {
        Provider::with_settings(signers, |_| {}).await
    }

    pub(super) async fn with_settings(signers: &[&Signer], change: impl FnOnce(&mut ValidatorSettings)) -> Self {
        let site = Arc::new(Site {
            answer: Mutex::new((StatusCode::OK, jwks(signers))),
            fetches: AtomicUsize::new(0),
            authorized_fetches: AtomicUsize::new(0),
            gate: Semaphore::new(Semaphore::MAX_PERMITS),
        });
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut options = HttpOptions::new();
        options.plan.retry = Retry::off();
        options.set_bearer_token("access_token", "ACCESS_TOKEN").unwrap();
        let http = options.build("app_host", &format!("http://{}", listener.local_addr().unwrap())).unwrap();

        let shown = Arc::clone(&site);
        let answer = get(async move |headers: HeaderMap| shown.answer(&headers).await);
        let router = Router::new().route("/oidc/.well-known/jwks.json", answer);
        tokio::spawn(async move { axum::serve(listener, router).await });

        let elapsed = Arc::new(AtomicU64::new(0));
        let mut settings = settings();
        change(&mut settings);
        let validator = TokenValidator::with_clock(settings, clock(&elapsed)).unwrap();
        Provider { http, validator, elapsed, site }
    }

    pub(super) fn publish(&self, signers: &[&Signer]) {
        self.answer_with(StatusCode::OK, &jwks(signers));
    }

    pub(super) fn answer_with(&self, status: StatusCode, body: &str) {
        *self.site.answer.lock().unwrap() = (status, body.to_owned());
    }

    /// Lets fetches wait until [`open`](Self::open).
    pub(super) fn close(&self) {
        self.site.gate.forget_permits(usize::MAX);
    }

    pub(super) fn open(&self) {
        self.site.gate.add_permits(Semaphore::MAX_PERMITS);
    }

    pub(super) fn fetches(&self) -> usize {
        self.site.fetches.load(Ordering::SeqCst)
    }

    /// Fetches that brought credentials, which they should not.
    pub(super) fn authorized_fetches(&self) -> usize {
        self.site.authorized_fetches.load(Ordering::SeqCst)
    }

    pub(super) async fn until_fetched(&self, count: usize) {
        while self.fetches() < count {
            tokio::task::yield_now().await;
        }
    }

    pub(super) fn pass(&self, seconds: u64) {
        self.elapsed.fetch_add(seconds, Ordering::SeqCst);
    }

    pub(super) async fn id_token(&self, token: &str) -> Result<IdToken, Error> {
        self.validator.id_token(&self.http, token, None).await
    }

    pub(super) async fn id_token_of(&self, token: &str, nonce: &str) -> Result<IdToken, Error> {
        self.validator.id_token(&self.http, token, Some(nonce)).await
    }

    pub(super) async fn access_token(&self, token: &str) -> Result<AccessToken, Error> {
        self.validator.access_token(&self.http, token).await
    }
}

impl Site {
    async fn answer(&self, headers: &HeaderMap) -> (StatusCode, String) {
        self.fetches.fetch_add(1, Ordering::SeqCst);
        if headers.contains_key("authorization") {
            self.authorized_fetches.fetch_add(1, Ordering::SeqCst);
        }
        self.gate.acquire().await.unwrap().forget();
        self.answer.lock().unwrap().clone()
    }
}

pub(super) fn settings() -> ValidatorSettings {
    ValidatorSettings {
        app_id: "APP_ID".to_owned(),
        app_secret: Some(Secret::new("APP_SECRET")),
        issuer: ISSUER.to_owned(),
        jwks_path: "/oidc/.well-known/jwks.json".to_owned(),
        id_token_hs256: false,
        leeway: Duration::from_secs(60),
        jwks_lifetime: Duration::from_secs(3600),
        jwks: None,
    }
}

pub(super) fn jwks(signers: &[&Signer]) -> String {
    json!({"keys": signers.iter().map(|signer| &signer.jwk).collect::<Vec<_>>()}).to_string()
}

/// The claims of a good token, with these in the place of its own. One that is null is left out.
pub(super) fn claims(changes: Value) -> Value {
    let mut claims = json!({"iss": ISSUER, "sub": "USER", "aud": "APP_ID", "exp": NOW + 600, "iat": NOW});
    for (name, value) in changes.as_object().unwrap() {
        claims[name] = value.clone();
    }
    claims.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    claims
}

#[track_caller]
pub(super) fn assert_refused<T: std::fmt::Debug>(result: Result<T, Error>, kind: TokenErrorKind) {
    match result {
        Err(Error::Token(error)) => assert_eq!(error.kind(), kind),
        other => panic!("{kind:?} was expected, and not {other:?}"),
    }
}

fn clock(elapsed: &Arc<AtomicU64>) -> Clock {
    let (began, elapsed) = (Instant::now(), Arc::clone(elapsed));
    Clock::new(move || {
        let passed = Duration::from_secs(elapsed.load(Ordering::SeqCst));
        Moment { date: UNIX_EPOCH + Duration::from_secs(NOW) + passed, instant: began + passed }
    })
}
