//! Fetches an access token, shares it among all calls, and renews it in time.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{PoisonError, RwLock};
use std::time::Duration;

use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{HeaderMap, HeaderName, HeaderValue, Request, StatusCode};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use tokio::sync::{Mutex, MutexGuard};
use tokio::time::Instant;

use crate::api_code;
use crate::call::{Call, RawResponse};
use crate::error::{ApiError, ConfigurationError, DecodeError, Error, StatusError};
use crate::http::{AuthorizeFuture, Authorizer, Http};
use crate::json::{self, Failure};
use crate::random;
use crate::validation;
use crate::values::Secret;

/// How long a renewal that failed is left alone while the old token still works, and one that mended nothing.
const PAUSE: Duration = Duration::from_secs(10);

/// How long a call waits for the renewal of a token that still works.
const PATIENCE: Duration = Duration::from_secs(5);

/// The longest lifetime that is believed. A clock has no room for just any number.
const LONGEST: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// Exchanges the access key for a token (`POST /api/v3/get-management-token`). However many calls need it, there is one
/// exchange at a time, and its outcome is theirs.
pub(crate) struct TokenAuthorizer {
    access_key_id: String,
    access_key_secret: Secret,
    /// The header that names the user pool. `None` when the user named the pool already.
    pool_header: Option<HeaderName>,
    current: RwLock<Option<Token>>,
    /// Whether the service refused the last token, so that the next one comes in its place.
    was_refused: AtomicBool,
    /// Held during an exchange. It keeps the last failure, for those who waited for it.
    exchange: Mutex<Option<Failed>>,
}

/// A token with what goes with it.
#[derive(Clone)]
struct Token {
    authorization: HeaderValue,
    pool: Option<HeaderValue>,
    fetched_at: Instant,
    /// Whether it came in the place of one that the service refused.
    is_replacement: bool,
    renew_at: Instant,
    expires_at: Instant,
}

/// An exchange that did not succeed.
struct Failed {
    at: Instant,
    error: Error,
}

impl TokenAuthorizer {
    pub(crate) fn new(access_key_id: String, access_key_secret: Secret, pool_header: Option<HeaderName>) -> Self {
        let (current, exchange) = (RwLock::new(None), Mutex::new(None));
        let was_refused = AtomicBool::new(false);
        TokenAuthorizer { access_key_id, access_key_secret, pool_header, current, was_refused, exchange }
    }

    async fn token(&self, http: &Http) -> Result<Token, Error> {
        let (now, current) = (Instant::now(), self.current());
        match current {
            Some(token) if now < token.renew_at => Ok(token),
            // It still works: one call renews it, and the others go on with it.
            Some(token) if now < token.expires_at => match self.exchange.try_lock() {
                Ok(guard) => {
                    // Before the attempt: its call may give up, and the next one must not wait for the same in vain.
                    self.postpone(&token);
                    let renewed = tokio::time::timeout(PATIENCE, self.renew(http, guard)).await;
                    Ok(renewed.ok().and_then(Result::ok).unwrap_or(token))
                }
                Err(_) => Ok(token),
            },
            _ => {
                let mut guard = self.exchange.lock().await;
                // Somebody else may have been at it in the meantime. What they got is for all who waited, however short its
                // lifetime, or each of them would fetch another.
                match (self.current(), guard.take_if(|failed| failed.at < now)) {
                    (Some(token), _) if now < token.fetched_at || Instant::now() < token.expires_at => Ok(token),
                    _ => match guard.as_ref() {
                        Some(failed) => Err(failed.error.clone()),
                        None => self.renew(http, guard).await,
                    },
                }
            }
        }
    }

    async fn renew(&self, http: &Http, mut guard: MutexGuard<'_, Option<Failed>>) -> Result<Token, Error> {
        match self.fetch(http).await {
            Ok(token) => {
                self.store(token.clone());
                Ok(token)
            }
            Err(error) => {
                *guard = Some(Failed { at: Instant::now(), error: error.clone() });
                Err(error)
            }
        }
    }

    /// Goes on with a token, and lets nobody renew it for a while.
    fn postpone(&self, token: &Token) {
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        // It may have been refused and forgotten by now.
        if let Some(current) = current.as_mut().filter(|current| current.authorization == token.authorization) {
            current.renew_at = Instant::now() + PAUSE;
        }
    }

    async fn fetch(&self, http: &Http) -> Result<Token, Error> {
        let body = serde_json::json!({
            "accessKeyId": self.access_key_id,
            "accessKeySecret": self.access_key_secret.expose(),
        });
        let call: Call<Answer> = http
            .post("/api/v3/get-management-token")
            .without_credentials()
            .repeatable()
            .bytes("application/json", body.to_string().into_bytes())
            .call_with("get-management-token", "application/json", answer);
        let asked = Instant::now();
        self.accept(call.await?, asked)
    }

    /// Makes a token of an answer. Its lifetime counts from when it was asked for, which is on the safe side.
    fn accept(&self, answer: Answer, asked: Instant) -> Result<Token, Error> {
        let token = answer.access_token.expose();
        let unusable = || ConfigurationError::new("access_key_id", "was answered with a token that no header can hold");
        let mut authorization = HeaderValue::from_str(&format!("Bearer {token}")).map_err(|_| unusable())?;
        authorization.set_sensitive(true);
        let pool = validation::unverified_claim(token, "scoped_userpool_id");
        let lifetime = Duration::from_secs(answer.expires_in).min(LONGEST);
        // Between 75 % and 90 % of its life, so that many processes do not renew at the same moment.
        let renew_after = lifetime.mul_f64(0.75) + random::duration_up_to(lifetime.mul_f64(0.15));
        let at = |after: Duration| asked.checked_add(after).unwrap_or(asked);
        Ok(Token {
            authorization,
            pool: pool.and_then(|pool| HeaderValue::from_str(&pool).ok()),
            fetched_at: Instant::now(),
            is_replacement: self.was_refused.swap(false, Ordering::Relaxed),
            renew_at: at(renew_after),
            expires_at: at(lifetime),
        })
    }

    /// No step that could panic is taken while the lock is held, so a poisoned one holds a whole value all the same.
    fn current(&self) -> Option<Token> {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn store(&self, token: Token) {
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Some(token);
    }
}

impl Authorizer for TokenAuthorizer {
    fn authorize<'a>(&'a self, http: &'a Http, request: &'a mut Request<Bytes>) -> AuthorizeFuture<'a> {
        Box::pin(async move {
            let token = self.token(http).await?;
            request.headers_mut().insert(AUTHORIZATION, token.authorization);
            if let Some((name, pool)) = self.pool_header.clone().zip(token.pool) {
                request.headers_mut().entry(name).or_insert(pool);
            }
            Ok(())
        })
    }

    /// A token can end before its time. Then it is forgotten, and the request is sent once more with another.
    fn should_replay(&self, sent: &HeaderMap, response: &RawResponse) -> bool {
        let is_refused = response.effective_status() == StatusCode::UNAUTHORIZED.as_u16()
            || response.outcome().is_some_and(|outcome| outcome.code == Some(api_code::NOT_SIGNED_IN));
        if !is_refused {
            return false;
        }
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        match &*current {
            Some(token) if sent.get(AUTHORIZATION) == Some(&token.authorization) => {
                // A new token did not mend it. Another one for each call that fails would only be a storm.
                if token.is_replacement && token.fetched_at.elapsed() < PAUSE {
                    return false;
                }
                *current = None;
                self.was_refused.store(true, Ordering::Relaxed);
            }
            // Another call has renewed it already, or is about to.
            _ => {}
        }
        true
    }
}

impl fmt::Debug for TokenAuthorizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenAuthorizer").field("access_key_id", &self.access_key_id).finish_non_exhaustive()
    }
}

/// What the exchange brings. The lifetime is in seconds.
#[derive(Deserialize)]
struct Answer {
    access_token: Secret,
    #[serde(deserialize_with = "seconds")]
    expires_in: u64,
}

/// The service writes numbers as texts too, as everywhere.
fn seconds<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    let number = json::Token::of_value(&value).integer().and_then(|(number, _)| u64::try_from(number).ok());
    number.ok_or_else(|| D::Error::custom("no number of seconds"))
}

fn answer(response: &RawResponse) -> Result<Answer, Error> {
    /// The answer comes in the usual envelope.
    #[derive(Deserialize)]
    struct Enveloped {
        data: Answer,
    }
    if !response.is_success() {
        return Err(match response.outcome() {
            Some(outcome) => Box::new(ApiError::new(outcome.clone(), response.clone())).into(),
            None => Box::new(StatusError::new(response.clone())).into(),
        });
    }
    response.body_as().map(|enveloped: Enveloped| enveloped.data).map_err(|error| {
        // The text of the parser can quote what it read, and that may be the token.
        let message = format!("no token was found, line {}, column {}", error.line(), error.column());
        Box::new(DecodeError::new(Failure { pointer: "/data".to_owned(), message }, response.clone())).into()
    })
}
