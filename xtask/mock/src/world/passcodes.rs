//! Passcodes: the messages that carry them, and whether one proves that its owner has read it.

use std::fmt;
use std::time::{Duration, SystemTime};

use http::Method;
use serde::Serialize;
use serde_json::json;

use super::accounts::{Address, done, refusal, settle, stamp};
use super::{Handler, World};
use crate::answer::Failure;
use crate::call::{Call, Reply};

/// How long a passcode is good for.
const GOOD_FOR: Duration = Duration::from_secs(300);

/// How many messages are kept.
const KEPT: usize = 1_000;

/// The messages that were "sent", oldest first. Nothing leaves the mock.
#[derive(Debug, Default)]
pub(crate) struct Messages {
    sent: Vec<Message>,
}

/// A text message or an email.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Message {
    /// The purpose, such as `CHANNEL_LOGIN`.
    pub(crate) channel: String,
    /// The email address or the phone number.
    pub(crate) address: String,
    /// The country calling code of a phone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) phone_country_code: Option<String>,
    /// The six digits that it carries.
    pub(crate) passcode: String,
    /// When it was sent, as RFC 3339 text.
    pub(crate) sent_at: String,
    /// Whether the passcode was used, or came out of use because of a newer one.
    pub(crate) is_used: bool,
    #[serde(skip)]
    to: Address,
    #[serde(skip)]
    until: SystemTime,
}

impl Messages {
    /// All of them, oldest first.
    pub(crate) fn all(&self) -> &[Message] {
        &self.sent
    }

    fn send(&mut self, to: Address, channel: &str, passcode: String, now: SystemTime) {
        for older in self.sent.iter_mut().filter(|message| message.to == to && message.channel == channel) {
            older.is_used = true;
        }
        if self.sent.len() == KEPT {
            self.sent.remove(0);
        }
        let (address, phone_country_code) = match &to {
            Address::Email(email) => (email.clone(), None),
            Address::Phone { number, country_code } => (number.clone(), Some(country_code.clone())),
        };
        let (channel, sent_at, until) = (channel.to_owned(), stamp(now), now + GOOD_FOR);
        self.sent.push(Message { channel, address, phone_country_code, passcode, sent_at, is_used: false, to, until });
    }

    fn find(&mut self, to: &Address, channels: &[&str], passcode: &str, now: SystemTime) -> Option<&mut Message> {
        self.sent.iter_mut().find(|message| {
            let is_meant = message.to == *to && channels.contains(&message.channel.as_str());
            is_meant && !message.is_used && message.until > now && message.passcode == passcode
        })
    }
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message")
            .field("channel", &self.channel)
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

/// Sends a passcode.
pub(crate) fn send(world: &mut World, to: Address, channel: &str) {
    let (passcode, now) = (world.accounts.random.passcode(), world.accounts.clock.now());
    world.messages.send(to, channel, passcode, now);
}

/// Uses up a passcode that was sent to this address for one of these purposes.
///
/// # Errors
///
/// When there is no such passcode.
pub(crate) fn prove(world: &mut World, to: &Address, channels: &[&str], passcode: &str) -> Result<(), Failure> {
    let now = world.accounts.clock.now();
    let message = world.messages.find(to, channels, passcode, now).ok_or_else(refusal::wrong_passcode)?;
    message.is_used = true;
    Ok(())
}

pub(super) fn handler(method: &Method, path: &str) -> Option<Handler> {
    let handler: Handler = match (method.as_str(), path) {
        ("POST", "/api/v3/send-sms") => |world, call| settle(send_sms(world, call)),
        ("POST", "/api/v3/send-email") => |world, call| settle(send_email(world, call)),
        ("POST", "/api/v3/pre-check-code") => |world, call| settle(pre_check_code(world, call)),
        _ => return None,
    };
    Some(handler)
}

fn send_sms(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let number = required(call, "/phoneNumber")?;
    let to = Address::phone(number, call.body_text("/phoneCountryCode"));
    send(world, to, required(call, "/channel")?);
    Ok(done())
}

fn send_email(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let to = Address::email(required(call, "/email")?);
    send(world, to, required(call, "/channel")?);
    Ok(done())
}

fn pre_check_code(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let payload = if call.body_text("/codeType") == Some("SMS") { "/smsCodePayload" } else { "/emailCodePayload" };
    let to = Address::in_body(call, payload).ok_or_else(|| refusal::missing(payload))?;
    let channel = required(call, &format!("{payload}/channel"))?;
    let passcode = required(call, &format!("{payload}/passCode"))?;
    let now = world.accounts.clock.now();
    let is_valid = world.messages.find(&to, &[channel], passcode, now).is_some();
    Ok(Reply::Data(json!({"isValid": is_valid})))
}

/// A text that a body has to have.
pub(super) fn required<'a>(call: &'a Call<'_>, pointer: &str) -> Result<&'a str, Failure> {
    call.body_text(pointer).ok_or_else(|| refusal::missing(pointer))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]

    use super::*;
    use crate::world::accounts::testing::Service;

    fn is_valid(service: &mut Service, email: &str, passcode: &str, channel: &str) -> bool {
        let payload = json!({"email": email, "passCode": passcode, "channel": channel});
        let answer = service.post("pre-check-code", json!({"codeType": "EMAIL", "emailCodePayload": payload}));
        answer.unwrap()["isValid"] == true
    }

    #[test]
    fn a_passcode_is_good_for_its_address_and_purpose_only() {
        let mut service = Service::new();
        let passcode = service.email("new@example.com", "CHANNEL_LOGIN");
        assert!(is_valid(&mut service, "New@Example.com", &passcode, "CHANNEL_LOGIN"));
        assert!(!is_valid(&mut service, "new@example.com", &passcode, "CHANNEL_REGISTER"));
        assert!(!is_valid(&mut service, "old@example.com", &passcode, "CHANNEL_LOGIN"));
        assert!(!is_valid(&mut service, "new@example.com", "000000", "CHANNEL_LOGIN"));
    }

    #[test]
    fn looking_at_a_passcode_does_not_use_it_up_but_proving_does() {
        let mut service = Service::new();
        let (to, passcode) = (Address::phone("188", None), service.sms("188", "CHANNEL_LOGIN"));
        let payload = json!({"phone": "188", "passCode": passcode, "channel": "CHANNEL_LOGIN"});
        for _ in 0..2 {
            let body = json!({"codeType": "SMS", "smsCodePayload": payload});
            assert_eq!(service.post("pre-check-code", body).unwrap()["isValid"], true);
        }
        assert_eq!(prove(&mut service.world, &to, &["CHANNEL_LOGIN"], &passcode), Ok(()));
        assert!(prove(&mut service.world, &to, &["CHANNEL_LOGIN"], &passcode).is_err());
    }

    #[test]
    fn a_passcode_ends_after_five_minutes_and_with_the_next_one() {
        let mut service = Service::new();
        let first = service.email("new@example.com", "CHANNEL_LOGIN");
        let second = service.email("new@example.com", "CHANNEL_LOGIN");
        assert!(!is_valid(&mut service, "new@example.com", &first, "CHANNEL_LOGIN"));
        service.wait(299);
        assert!(is_valid(&mut service, "new@example.com", &second, "CHANNEL_LOGIN"));
        service.wait(1);
        assert!(!is_valid(&mut service, "new@example.com", &second, "CHANNEL_LOGIN"));
    }

    #[test]
    fn messages_show_what_an_author_of_tests_needs() {
        let mut service = Service::new();
        let passcode = service.sms("188", "CHANNEL_LOGIN");
        let expected = json!([{
            "channel": "CHANNEL_LOGIN",
            "address": "188",
            "phoneCountryCode": "+86",
            "passcode": passcode,
            "sentAt": "2023-11-14T22:13:20.000Z",
            "isUsed": false,
        }]);
        assert_eq!(serde_json::to_value(service.world.messages.all()).unwrap(), expected);
        assert!(!format!("{:?}", service.world).contains(&passcode));
    }
}
