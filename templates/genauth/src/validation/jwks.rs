//! Fetching the provider's keys when they are needed, and keeping them for a while.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::runtime::Handle;
use tokio::sync::{Mutex as Turns, OwnedMutexGuard as Turn};

use super::clock::Clock;
use super::key_set::KeySet;
use super::shared_failure::copy_of;
use crate::call::{Call, RawResponse};
use crate::error::{ApiError, ConfigurationError, DecodeError, Error, StatusError, TransportError, TransportErrorKind};
use crate::http::Http;
use crate::json::Failure;

/// The name of the request in errors and logs.
const OPERATION: &str = "jwks";

/// How long a fetch for an unknown key, or one that failed, is followed by no other. Anyone can send tokens that name
/// keys which do not exist, and the provider is not to pay for that.
const REST: Duration = Duration::from_secs(30);

/// The keys at one address.
pub(super) struct Jwks {
    path: String,
    lifetime: Duration,
    clock: Clock,
    state: Mutex<State>,
    /// Held by the task that fetches. The others wait for it, and share what it brings.
    turns: Arc<Turns<()>>,
}

#[derive(Clone, Default)]
struct State {
    /// What was fetched last. Empty at first.
    keys: Arc<KeySet>,
    fetched_at: Option<Instant>,
    rests_since: Option<Instant>,
    /// Why the last fetch brought nothing, if it did not.
    failure: Option<Arc<Error>>,
    /// How many fetches have ended, whichever way.
    fetches: u64,
}

impl Jwks {
    pub(super) fn new(path: String, lifetime: Duration, clock: Clock) -> Self {
        let (state, turns) = (Mutex::default(), Arc::default());
        Jwks { path, lifetime, clock, state, turns }
    }

    /// The keys, for a token that names this one. Whether it is among them is still to be seen.
    ///
    /// Keys whose time is over are used on while the provider cannot be reached: a provider that is down must not stop
    /// those who hold good tokens.
    pub(super) async fn keys(self: &Arc<Self>, http: &Http, key_id: Option<&str>) -> Result<Arc<KeySet>, Error> {
        let before = self.state();
        if !self.wants_fetch(&before, key_id) {
            return before.answer(key_id);
        }
        let turn = Arc::clone(&self.turns).lock_owned().await;
        if self.state().fetches == before.fetches {
            self.fetch(turn, http).await?;
        }
        self.state().answer(key_id)
    }

    fn wants_fetch(&self, state: &State, key_id: Option<&str>) -> bool {
        let suffices = self.is_within(state.fetched_at, self.lifetime) && state.keys.has(key_id);
        let is_resting = self.is_within(state.rests_since, REST);
        !suffices && !is_resting
    }

    /// Fetches in a task of its own. A caller that gives up waiting, as a server does for a client that hangs up, would
    /// otherwise take away the keys from all the others.
    async fn fetch(self: &Arc<Self>, turn: Turn<()>, http: &Http) -> Result<(), Error> {
        let Ok(runtime) = Handle::try_current() else {
            return Err(
                ConfigurationError::new("runtime", "is missing: calls have to be awaited inside of Tokio").into()
            );
        };
        let (jwks, http) = (Arc::clone(self), http.clone());
        let task = runtime.spawn(async move {
            let request: Call<KeySet> = http.get(jwks.path.clone()).without_credentials().call_with(
                OPERATION,
                "application/json, application/jwk-set+json",
                read,
            );
            jwks.keep(request.await);
            drop(turn);
        });
        task.await.map_err(|error| TransportError::new(TransportErrorKind::Other, error).during(OPERATION).into())
    }

    fn keep(&self, result: Result<KeySet, Error>) {
        let now = self.clock.now().instant;
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.fetches = state.fetches.wrapping_add(1);
        // Keys that were not old were fetched again because one was not among them.
        let was_for_unknown_key = self.is_within(state.fetched_at, self.lifetime);
        let has_failed_later = result.is_err() && state.fetched_at.is_some();
        state.rests_since = (was_for_unknown_key || has_failed_later).then_some(now);
        match result {
            Ok(keys) => {
                state.keys = Arc::new(keys);
                state.fetched_at = Some(now);
                state.failure = None;
            }
            Err(error) => state.failure = Some(Arc::new(error)),
        }
    }

    fn state(&self) -> State {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn is_within(&self, since: Option<Instant>, time: Duration) -> bool {
        since.is_some_and(|since| self.clock.now().instant.saturating_duration_since(since) < time)
    }
}

impl State {
    /// Without the key, a failure is the reason: nobody knows whether there is such a key.
    fn answer(&self, key_id: Option<&str>) -> Result<Arc<KeySet>, Error> {
        match &self.failure {
            Some(failure) if !self.keys.has(key_id) => Err(copy_of(failure, OPERATION)),
            _ => Ok(Arc::clone(&self.keys)),
        }
    }
}

fn read(response: &RawResponse) -> Result<KeySet, Error> {
    if let Some(outcome) = response.outcome().filter(|_| !response.is_success()) {
        return Err(Box::new(ApiError::new(outcome.clone(), response.clone())).into());
    }
    if !response.status().is_success() {
        return Err(Box::new(StatusError::new(response.clone())).into());
    }
    KeySet::from_json(response.body()).map_err(|error| {
        // The error's own text can show a part of the body.
        let message = format!("no JWK Set (RFC 7517, 5), at line {} column {}", error.line(), error.column());
        let failure = Failure { pointer: String::new(), message };
        Box::new(DecodeError::new(failure, response.clone())).into()
    })
}
