//! A world with the real document and one user, for tests of handlers without HTTP.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use std::sync::{Arc, LazyLock};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{HeaderMap, Method};
use serde_json::{Map, Value, json};

use super::Clock;
use crate::answer::Failure;
use crate::call::{Call, Caller, Reply};
use crate::credentials::{Presented, Settings, Tokens};
use crate::document::Document;
use crate::judge::Judge;
use crate::sample::{Sampler, Variant};
use crate::world::users::User;
use crate::world::{World, handler};

pub(crate) const PASSWORD: &str = "correct horse battery staple";

static JUDGE: LazyLock<Judge> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../specs/authentication.yaml");
    let text = std::fs::read_to_string(path).unwrap();
    Judge::new(Arc::new(Document::parse("authentication", &text).unwrap()))
});

/// The service with the user `ada`, whose clock stands still.
pub(crate) struct Service {
    pub(crate) world: World,
    /// The headers of every call.
    pub(crate) headers: HeaderMap,
    caller: Caller,
}

impl Service {
    /// Nobody is signed in.
    pub(crate) fn new() -> Self {
        let settings = Settings::default();
        let tokens = Arc::new(Tokens::new(&settings));
        let mut world = World::new(settings, tokens);
        if world.users.find("username", "ada").is_none() {
            world.users.insert(ada());
        }
        world.accounts.clock = Clock::At(SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000));
        Service { world, headers: HeaderMap::new(), caller: Caller::Nobody }
    }

    /// Ada is signed in.
    pub(crate) fn as_ada() -> Self {
        let mut service = Service::new();
        let id = service.user("username", "ada").id().to_owned();
        service.sign_in(&id);
        service
    }

    /// Calls come from this user from now on.
    pub(crate) fn sign_in(&mut self, user_id: &str) {
        self.caller = Caller::User { user_id: user_id.to_owned(), token_id: "t".to_owned() };
    }

    pub(crate) fn user(&self, property: &str, text: &str) -> &User {
        self.world.users.find(property, text).unwrap()
    }

    /// Lets time pass.
    pub(crate) fn wait(&mut self, seconds: u64) {
        self.world.accounts.clock = Clock::At(self.world.accounts.clock.now() + Duration::from_secs(seconds));
    }

    /// The passcode of the latest message to this address.
    pub(crate) fn passcode(&self, address: &str) -> String {
        self.world.messages.all().iter().rfind(|message| message.address == address).unwrap().passcode.clone()
    }

    /// Has a passcode sent by text message, and reads it.
    pub(crate) fn sms(&mut self, number: &str, channel: &str) -> String {
        self.post("send-sms", json!({"phoneNumber": number, "channel": channel})).unwrap();
        self.passcode(number)
    }

    /// Has a passcode sent by email, and reads it.
    pub(crate) fn email(&mut self, email: &str, channel: &str) -> String {
        self.post("send-email", json!({"email": email, "channel": channel})).unwrap();
        self.passcode(&email.to_lowercase())
    }

    pub(crate) fn get(&mut self, name: &str, query: Value) -> Result<Value, Failure> {
        self.call(&Method::GET, name, query.as_object().unwrap().clone(), Value::Null)
    }

    pub(crate) fn post(&mut self, name: &str, body: Value) -> Result<Value, Failure> {
        self.call(&Method::POST, name, Map::new(), body)
    }

    /// The API code that a refusal has.
    pub(crate) fn code(&mut self, name: &str, body: Value) -> Option<u32> {
        self.post(name, body).unwrap_err().api_code
    }

    /// The envelope's status of a refusal.
    pub(crate) fn status(&mut self, name: &str, body: Value) -> u16 {
        self.post(name, body).unwrap_err().status
    }

    /// What the handler says, after the judge has found nothing wrong with it.
    fn call(&mut self, method: &Method, name: &str, query: Map<String, Value>, body: Value) -> Result<Value, Failure> {
        let (operation, _) = JUDGE.document().find(method, &format!("/api/v3/{name}")).unwrap();
        let path = &operation.path.text;
        let call = Call {
            operation,
            query,
            headers: &self.headers,
            body,
            presented: Presented { method, path, query: None, headers: &self.headers, body: &Bytes::new() },
            caller: self.caller.clone(),
            base_url: "http://127.0.0.1:3000",
        };
        let handler = handler(method, &operation.path.text).unwrap();
        let (envelope, said) = match handler(&mut self.world, &call) {
            Reply::Failure(failure) => return Err(failure),
            Reply::Whole(body) => (body.clone(), body),
            Reply::Data(data) => (json!({"statusCode": 200, "message": "success", "data": data}), data),
            other => panic!("{other:?}"),
        };
        let schema = &operation.success().unwrap().content.first().unwrap().schema;
        let sampler = Sampler::new(JUDGE.document(), Variant::Required, 0);
        let answer = sampler.complete(schema, envelope).to_string();
        let violations = JUDGE.answer(operation, 200, "application/json", answer.as_bytes());
        assert!(violations.is_empty(), "{violations:?}\n{answer}");
        Ok(said)
    }
}

fn ada() -> User {
    let profile = json!({
        "userId": "6a00000000000000000000ad",
        "createdAt": "2023-01-01T00:00:00.000Z",
        "updatedAt": "2023-01-01T00:00:00.000Z",
        "status": "Activated",
        "workStatus": "Active",
        "gender": "F",
        "username": "ada",
        "email": "ada@example.com",
        "emailVerified": true,
        "phone": "18800000001",
        "phoneVerified": true,
        "userSourceType": "adminCreated",
    });
    User {
        profile: profile.as_object().cloned().unwrap(),
        password: Some(PASSWORD.to_owned()),
        custom_data: Map::new(),
    }
}
