//! What all connections share.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::{HeaderName, HeaderValue, StatusCode};
use serde_json::{Value, json};

use super::expectation::{Expectation, ExpectationError, Scripts};
use super::faults::Faults;
use super::journal::Journal;
use crate::credentials::{Audience, Credentials};
use crate::judge::Judge;
use crate::sample::Variant;
use crate::world::World;

/// The documents, the state, and what was asked of the mock itself.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(super) described: Vec<Described>,
    pub(super) credentials: Credentials,
    pub(super) world: Mutex<World>,
    pub(super) journal: Journal,
    pub(super) scripts: Scripts,
    pub(super) faults: Faults,
    /// What is answered without a look at the state, when somebody asked for samples.
    pub(super) samples: Mutex<Option<(Variant, u64)>>,
    pub(super) is_strict: bool,
    pub(super) seed: u64,
    /// Where a line for each request goes, if anywhere.
    pub(super) log: Option<fn(&str)>,
}

/// A document with its judge and the credentials that it asks for.
#[derive(Debug)]
pub(super) struct Described {
    pub(super) judge: Arc<Judge>,
    pub(super) audience: Audience,
}

impl Shared {
    /// Scripts answers: all of them, or none when one cannot be given.
    pub(super) fn expect(&self, expectations: Vec<Expectation>) -> Result<(), ExpectationError> {
        expectations.iter().try_for_each(|expectation| self.check(expectation))?;
        for expectation in expectations {
            self.scripts.add(Expectation { used: 0, ..expectation });
        }
        Ok(())
    }

    fn check(&self, expectation: &Expectation) -> Result<(), ExpectationError> {
        let is_known = self.described.iter().any(|it| it.judge.document().operation(&expectation.operation).is_some());
        if !is_known {
            return Err(ExpectationError::UnknownOperation(expectation.operation.clone()));
        }
        if let Some(status) = expectation.status.filter(|status| StatusCode::from_u16(*status).is_err()) {
            return Err(ExpectationError::Status(status));
        }
        for (name, value) in &expectation.headers {
            if name.parse::<HeaderName>().is_err() || HeaderValue::from_str(value).is_err() {
                return Err(ExpectationError::Header(name.clone()));
            }
        }
        Ok(())
    }

    /// Forgets requests, scripts and state.
    pub(super) fn reset(&self) {
        self.journal.clear();
        self.scripts.clear();
        self.credentials.reset();
        *lock(&self.samples) = None;
        *lock(&self.world) = World::new(self.credentials.settings().clone(), Arc::clone(self.credentials.tokens()));
    }

    /// The messages that were sent so far.
    pub(super) fn messages(&self) -> Value {
        json!(lock(&self.world).messages.all())
    }

    /// A fresh access token of the first user. `url` is the mock's own address.
    pub(super) fn user_token(&self, url: &str) -> Option<String> {
        let user = lock(&self.world).users.iter().next()?.id().to_owned();
        Some(self.credentials.tokens().issue(&format!("{url}/oidc"), &user, "openid profile").access_token)
    }

    /// Names and secrets, with fresh tokens.
    pub(super) fn shown_credentials(&self, host: &str) -> Value {
        let settings = self.credentials.settings();
        let url = format!("http://{host}");
        let (management, _) = self.credentials.tokens().issue_management(&format!("{url}/oidc"));
        json!({
            "appId": settings.app_id,
            "appSecret": settings.app_secret,
            "accessKeyId": settings.access_key_id,
            "accessKeySecret": settings.access_key_secret,
            "userPoolId": settings.user_pool_id,
            "managementToken": management,
            "userToken": self.user_token(&url),
        })
    }

    /// Says a line where somebody listens.
    pub(super) fn say(&self, line: impl FnOnce() -> String) {
        if let Some(log) = self.log {
            log(&line());
        }
    }
}

/// A lock that a panicking task does not spoil for the others.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
