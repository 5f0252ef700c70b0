//! Passwords in requests, and how strong they are.

use super::refusal;
use crate::answer::Failure;
use crate::call::Call;

/// The password at `pointer` of a body. `encryption` points at its `passwordEncryptType`.
///
/// # Errors
///
/// When it is missing, or encrypted: the mock has no key.
pub(crate) fn password<'a>(call: &'a Call<'_>, pointer: &str, encryption: &str) -> Result<&'a str, Failure> {
    match call.body_text(encryption) {
        None | Some("none") => call.body_text(pointer).ok_or_else(|| refusal::missing(pointer)),
        Some(other) => {
            let message = format!("the mock cannot read passwords encrypted with {other}; send plain text");
            Err(Failure::plain(422, message))
        }
    }
}

/// The strength of a password as `passwordSecurityLevel` has it: 1 is weak, 2 is fair, 3 is strong.
pub(crate) fn strength(password: &str) -> u8 {
    let kinds: [fn(char) -> bool; 4] = [
        |character| character.is_lowercase(),
        |character| character.is_uppercase(),
        |character| character.is_numeric(),
        |character| !character.is_alphanumeric(),
    ];
    let used = kinds.into_iter().filter(|kind| password.chars().any(kind)).count();
    match used {
        _ if password.chars().count() < 6 => 1,
        0 | 1 => 1,
        2 => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_gains_by_length_and_by_kinds_of_characters() {
        let levels = ["aB3!", "aaaaaaaa", "correct horse battery staple", "Correct horse 3"].map(strength);
        assert_eq!(levels, [1, 1, 2, 3]);
    }
}
