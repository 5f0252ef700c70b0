//! Where messages reach a user: email addresses and phone numbers.

use serde_json::Value;

use super::refusal;
use crate::answer::Failure;
use crate::call::Call;
use crate::world::users::{User, Users};

/// The country that a phone number without a calling code is in.
const DEFAULT_COUNTRY_CODE: &str = "+86";

/// An email address or a phone number, in the form in which addresses are compared.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Address {
    /// An email address in lower case: case does not matter.
    Email(String),
    /// A phone number and the country calling code, such as `+86`.
    Phone { number: String, country_code: String },
}

/// A kind of address. A user has one of each at most.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Kind {
    Email,
    Phone,
}

impl Address {
    pub(crate) fn email(text: &str) -> Self {
        Address::Email(text.to_lowercase())
    }

    pub(crate) fn phone(number: &str, country_code: Option<&str>) -> Self {
        let country_code = country_code.unwrap_or(DEFAULT_COUNTRY_CODE).to_owned();
        Address::Phone { number: number.to_owned(), country_code }
    }

    /// The address of an object in a body that calls its parts `email`, `phone` and `phoneCountryCode`.
    pub(crate) fn in_body(call: &Call<'_>, object: &str) -> Option<Self> {
        let text = |name: &str| call.body_text(&format!("{object}/{name}"));
        let email = text("email").map(Address::email);
        email.or_else(|| text("phone").map(|number| Address::phone(number, text("phoneCountryCode"))))
    }

    /// The address of this kind that a user has.
    pub(crate) fn of(user: &User, kind: Kind) -> Option<Self> {
        match kind {
            Kind::Email => user.text("email").map(Address::email),
            Kind::Phone => user.text("phone").map(|number| Address::phone(number, user.text("phoneCountryCode"))),
        }
    }

    pub(crate) fn kind(&self) -> Kind {
        match self {
            Address::Email(_) => Kind::Email,
            Address::Phone { .. } => Kind::Phone,
        }
    }

    /// The user whose address it is.
    pub(crate) fn owner<'a>(&self, users: &'a Users) -> Option<&'a User> {
        users.iter().find(|user| Address::of(user, self.kind()).as_ref() == Some(self))
    }

    /// Fails when a user has this address.
    pub(crate) fn free(&self, users: &Users) -> Result<(), Failure> {
        self.owner(users).map_or(Ok(()), |_| Err(refusal::taken(self.kind().name())))
    }

    /// Gives it to a user, in the place of the one that the user had.
    pub(crate) fn give(&self, user: &mut User, is_verified: bool) {
        let mut put = |name: &str, value: Value| drop(user.profile.insert(name.to_owned(), value));
        match self {
            Address::Email(email) => {
                put("email", email.as_str().into());
                put("emailVerified", is_verified.into());
            }
            Address::Phone { number, country_code } => {
                put("phone", number.as_str().into());
                put("phoneCountryCode", country_code.as_str().into());
                put("phoneVerified", is_verified.into());
            }
        }
    }
}

impl Kind {
    /// What people call it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::Email => "email address",
            Kind::Phone => "phone number",
        }
    }

    /// Takes an address of this kind away from a user.
    pub(crate) fn clear(self, user: &mut User) {
        let (properties, verified): (&[&str], _) = match self {
            Kind::Email => (&["email"], "emailVerified"),
            Kind::Phone => (&["phone", "phoneCountryCode"], "phoneVerified"),
        };
        for property in properties {
            user.profile.remove(*property);
        }
        user.profile.insert(verified.to_owned(), false.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_case_of_an_email_address_does_not_matter() {
        assert_eq!(Address::email("Ada@Example.com"), Address::email("ada@example.com"));
    }

    #[test]
    fn a_phone_number_without_a_country_is_chinese() {
        assert_eq!(Address::phone("188", None), Address::phone("188", Some("+86")));
        assert_ne!(Address::phone("188", None), Address::phone("188", Some("+1")));
    }
}
