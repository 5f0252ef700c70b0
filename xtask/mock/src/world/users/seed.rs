//! The user that is there from the beginning.

use serde_json::{Map, json};

use super::User;
use crate::world::clock;

/// Ada Lovelace, who signs in as `ada`, by `ada@example.com` or by the phone number 18800000001.
pub(crate) fn ada(id: &str) -> User {
    let now = clock::now();
    let profile = json!({
        "userId": id,
        "createdAt": now,
        "updatedAt": now,
        "statusChangedAt": now,
        "passwordLastSetAt": now,
        "status": "Activated",
        "workStatus": "Active",
        "username": "ada",
        "email": "ada@example.com",
        "emailVerified": true,
        "phone": "18800000001",
        "phoneCountryCode": "+86",
        "phoneVerified": true,
        "name": "Ada Lovelace",
        "givenName": "Ada",
        "familyName": "Lovelace",
        "nickname": "Ada",
        "gender": "F",
        "birthdate": "1815-12-10T00:00:00.000Z",
        "company": "Analytical Engines",
        "country": "GB",
        "city": "London",
        "zoneinfo": "Europe/London",
        "locale": "en-GB",
        "website": "https://ada.example.com",
        "photo": "https://ada.example.com/portrait.png",
        "userSourceType": "adminCreated",
        "loginsCount": 0,
        "resetPasswordOnNextLogin": false,
    });
    User {
        profile: profile.as_object().cloned().unwrap_or_default(),
        password: Some("correct horse battery staple".to_owned()),
        custom_data: Map::new(),
    }
}
