//! What the owners of accounts are refused with. Codes that the service documents are given where one fits.

use crate::answer::Failure;

/// Nobody is signed in, or the account is gone.
pub(crate) fn not_signed_in() -> Failure {
    Failure::new(401, 2020, "not signed in")
}

/// There is no such user.
pub(crate) fn unknown_user() -> Failure {
    Failure::new(403, 2004, "the user does not exist")
}

/// The account is locked until an administrator unlocks it.
pub(crate) fn locked() -> Failure {
    Failure::new(403, 2005, "the user is locked")
}

/// The account is out of use.
pub(crate) fn disabled() -> Failure {
    Failure::new(403, 2_120_008, "the user is disabled")
}

/// The password is wrong.
pub(crate) fn wrong_password() -> Failure {
    Failure::new(403, 2006, "the password is wrong")
}

/// One of both is wrong; which one is not said.
pub(crate) fn wrong_account_or_password() -> Failure {
    Failure::new(403, 2333, "the account or the password is wrong")
}

/// There is no such application.
pub(crate) fn unknown_application() -> Failure {
    Failure::new(404, 2011, "the application does not exist")
}

/// The passcode was never sent to this address for this purpose, was used, is wrong or is over.
pub(crate) fn wrong_passcode() -> Failure {
    Failure::plain(400, "the passcode is wrong, used or expired, or was sent for another purpose")
}

/// A token that allows a change is unknown, used, expired or somebody else's.
pub(crate) fn wrong_token(name: &str) -> Failure {
    Failure::plain(400, format!("{name} is unknown, used, expired or of another user"))
}

/// Another user has it.
pub(crate) fn taken(what: &str) -> Failure {
    Failure::plain(409, format!("another user has this {what}"))
}

/// The request lacks something that its other parts ask for.
pub(crate) fn missing(pointer: &str) -> Failure {
    Failure::plain(400, format!("{pointer} is missing"))
}

/// The account is not in a state in which this can be done.
pub(crate) fn out_of_place(message: &str) -> Failure {
    Failure::plain(422, message)
}
