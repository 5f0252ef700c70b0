//! What a scope tells of a user (OpenID Connect Core 1.0, section 5.4).

use serde_json::{Map, Value, json};

use crate::world::users::User;

/// The claims of each scope, with the property of `UserDto` that each stands for.
const CLAIMS: [(&str, &[(&str, &str)]); 5] = [
    (
        "profile",
        &[
            ("name", "name"),
            ("nickname", "nickname"),
            ("given_name", "givenName"),
            ("family_name", "familyName"),
            ("middle_name", "middleName"),
            ("preferred_username", "preferredUsername"),
            ("profile", "profile"),
            ("picture", "photo"),
            ("website", "website"),
            ("gender", "gender"),
            ("birthdate", "birthdate"),
            ("zoneinfo", "zoneinfo"),
            ("locale", "locale"),
            ("updated_at", "updatedAt"),
        ],
    ),
    ("username", &[("username", "username")]),
    ("email", &[("email", "email"), ("email_verified", "emailVerified")]),
    ("phone", &[("phone_number", "phone"), ("phone_number_verified", "phoneVerified")]),
    ("external_id", &[("external_id", "externalId")]),
];

/// The parts of the claim `address`.
const ADDRESS: [(&str, &str); 6] = [
    ("formatted", "formatted"),
    ("street_address", "streetAddress"),
    ("locality", "city"),
    ("region", "region"),
    ("postal_code", "postalCode"),
    ("country", "country"),
];

/// The scopes that are known.
pub(super) const SCOPES: [&str; 8] =
    ["openid", "profile", "username", "email", "phone", "address", "external_id", "offline_access"];

/// The claims about a user that these scopes allow. What the user lacks is left out.
pub(super) fn claims(user: &User, scope: &str) -> Map<String, Value> {
    let has = |name: &str| scope.split_ascii_whitespace().any(|word| word == name);
    let mut claims = Map::from_iter([("sub".to_owned(), json!(user.id()))]);
    for (_, listed) in CLAIMS.iter().filter(|(name, _)| has(name)) {
        claims.extend(present(user, listed));
    }
    if has("address") {
        let address: Map<String, Value> = present(user, &ADDRESS).collect();
        claims.insert("address".to_owned(), address.into());
    }
    claims
}

/// The names of all claims.
pub(super) fn names() -> Vec<&'static str> {
    let listed = CLAIMS.iter().flat_map(|(_, claims)| claims.iter().map(|(claim, _)| *claim));
    ["sub", "iss", "aud", "exp", "iat", "nonce", "at_hash", "address"].into_iter().chain(listed).collect()
}

fn present<'a>(user: &'a User, listed: &'a [(&str, &str)]) -> impl Iterator<Item = (String, Value)> + 'a {
    let present = listed.iter().filter_map(|(claim, property)| Some((claim, user.profile.get(*property)?)));
    present.filter(|(_, value)| !value.is_null()).map(|(claim, value)| ((*claim).to_owned(), value.clone()))
}
