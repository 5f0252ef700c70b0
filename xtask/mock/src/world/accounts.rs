//! Accounts as their owners see them: what the parts of the authentication API that change accounts have in common.

mod address;
mod clock;
mod logins;
mod password;
mod random;
pub(crate) mod refusal;
#[cfg(test)]
pub(crate) mod testing;
mod tickets;

pub(crate) use address::{Address, Kind};
pub(crate) use clock::{Clock, stamp};
pub(crate) use logins::{Login, Logins};
pub(crate) use password::{password, strength};
pub(crate) use random::Random;
pub(crate) use tickets::Tickets;

use std::time::Duration;

use http::Method;
use serde_json::{Value, json};

use super::mfa::{Enrolment, Factors};
use super::profile::Change;
use super::users::User;
use super::{Handler, World, mfa, passcodes, profile, sign_in, sign_up};
use crate::answer::Failure;
use crate::call::{Call, Caller, Reply};

/// How long the token that allows a change is good for.
const CHANGE_IS_OPEN: Duration = Duration::from_secs(60);

/// How long the enrolment of a factor stays open: a person has to get an app ready.
const ENROLMENT_IS_OPEN: Duration = Duration::from_secs(600);

/// What is remembered of accounts beside the users themselves.
#[derive(Debug)]
pub(crate) struct Accounts {
    /// What time it is.
    pub(crate) clock: Clock,
    /// Where passcodes, tokens and secrets come from.
    pub(crate) random: Random,
    /// Who signed in when.
    pub(crate) logins: Logins,
    /// The second factors of all users.
    pub(crate) factors: Factors,
    /// Second factors that are about to be enrolled.
    pub(crate) enrolments: Tickets<Enrolment>,
    /// Changes of an email address or a phone number that are allowed.
    pub(crate) changes: Tickets<Change>,
    /// The ids of users who may set a new password.
    pub(crate) resets: Tickets<String>,
    /// The ids of users who may delete their accounts.
    pub(crate) deletions: Tickets<String>,
}

impl Accounts {
    /// The state that a mock begins with.
    pub(crate) fn new(seed: u64) -> Self {
        Accounts {
            clock: Clock::default(),
            random: Random::new(seed),
            logins: Logins::default(),
            factors: Factors::default(),
            enrolments: Tickets::new(ENROLMENT_IS_OPEN),
            changes: Tickets::new(CHANGE_IS_OPEN),
            resets: Tickets::new(CHANGE_IS_OPEN),
            deletions: Tickets::new(CHANGE_IS_OPEN),
        }
    }
}

/// The handler of an operation on accounts, where it has one.
pub(super) fn handler(method: &Method, path: &str) -> Option<Handler> {
    sign_up::handler(method, path)
        .or_else(|| sign_in::handler(method, path))
        .or_else(|| passcodes::handler(method, path))
        .or_else(|| profile::handler(method, path))
        .or_else(|| mfa::handler(method, path))
        .or_else(|| logins::handler(method, path))
}

/// What a handler replies when its work has ended this way.
pub(crate) fn settle(outcome: Result<Reply, Failure>) -> Reply {
    outcome.unwrap_or_else(Reply::from)
}

/// The answer of an operation that has nothing to tell but that it is done. Such envelopes have no `data`.
pub(crate) fn done() -> Reply {
    Reply::Whole(json!({"statusCode": 200, "message": "success"}))
}

/// The same for an operation whose envelope has the outcome in its `data`.
pub(crate) fn success() -> Reply {
    Reply::Data(json!({"success": true}))
}

/// The user who calls.
///
/// # Errors
///
/// When nobody is signed in, or the account is gone.
pub(crate) fn caller<'a>(world: &'a World, call: &Call<'_>) -> Result<&'a User, Failure> {
    let Caller::User { user_id, .. } = &call.caller else { return Err(refusal::not_signed_in()) };
    world.users.get(user_id).ok_or_else(refusal::not_signed_in)
}

/// The user who calls, to be changed; the time of the change is noted.
///
/// # Errors
///
/// When nobody is signed in, or the account is gone.
pub(crate) fn caller_mut<'a>(world: &'a mut World, call: &Call<'_>) -> Result<&'a mut User, Failure> {
    let Caller::User { user_id, .. } = &call.caller else { return Err(refusal::not_signed_in()) };
    let now = world.accounts.clock.now();
    let user = world.users.get_mut(user_id).ok_or_else(refusal::not_signed_in)?;
    user.profile.insert("updatedAt".to_owned(), Value::from(stamp(now)));
    Ok(user)
}
