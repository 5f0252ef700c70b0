//! The factors that users have.

use serde_json::{Value, json};

use super::otp::Otp;

/// The factors of all users, in the order in which they were enrolled.
#[derive(Debug, Default)]
pub(crate) struct Factors {
    enrolled: Vec<Factor>,
}

/// A factor of one user.
#[derive(Debug)]
pub(crate) struct Factor {
    pub(crate) id: String,
    pub(crate) user_id: String,
    /// The kind, such as `SMS`.
    pub(crate) kind: String,
    /// The details, such as the phone number.
    pub(crate) profile: Value,
    /// The one-time passwords of an authenticator app.
    pub(crate) otp: Option<Otp>,
}

impl Factors {
    /// Adds a factor. A user has one of each kind: an older one goes.
    pub(super) fn enrol(&mut self, factor: Factor) {
        self.enrolled.retain(|older| older.user_id != factor.user_id || older.kind != factor.kind);
        self.enrolled.push(factor);
    }

    /// The factors of a user.
    pub(crate) fn of<'a>(&'a self, user_id: &'a str) -> impl Iterator<Item = &'a Factor> {
        self.enrolled.iter().filter(move |factor| factor.user_id == user_id)
    }

    /// The one-time passwords of a user.
    pub(super) fn otp_of(&mut self, user_id: &str) -> Option<&mut Otp> {
        let mut factors = self.enrolled.iter_mut().filter(|factor| factor.user_id == user_id);
        factors.find_map(|factor| factor.otp.as_mut())
    }

    /// Removes a factor of a user; false when the user has no such factor.
    pub(super) fn remove(&mut self, user_id: &str, id: &str) -> bool {
        let before = self.enrolled.len();
        self.enrolled.retain(|factor| factor.user_id != user_id || factor.id != id);
        self.enrolled.len() < before
    }

    /// Removes all factors of a user.
    pub(crate) fn remove_all_of(&mut self, user_id: &str) {
        self.enrolled.retain(|factor| factor.user_id != user_id);
    }
}

impl Factor {
    /// As the API has it.
    pub(super) fn answer(&self) -> Value {
        json!({"factorId": self.id, "factorType": self.kind, "profile": self.profile})
    }
}
