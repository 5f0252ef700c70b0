//! The applications of the pool.

mod defaults;
mod manage;
mod secret;

use std::fmt;

use http::Method;
use serde_json::{Map, Value};

use super::Handler;
use super::outcome::reply;
use crate::answer::Failure;
use crate::credentials::Settings;

/// Applications in the order in which they were created.
#[derive(Debug)]
pub(crate) struct Applications {
    all: Vec<Application>,
}

/// An application.
pub(crate) struct Application {
    /// The properties of `ApplicationDto`, by their names in the API.
    pub(crate) properties: Map<String, Value>,
    secret: String,
}

impl fmt::Debug for Application {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Application").field("app_id", &self.properties.get("appId")).finish_non_exhaustive()
    }
}

impl Applications {
    /// The one application that clients of the mock sign in to.
    pub(crate) fn new(settings: &Settings) -> Self {
        let mut properties = defaults::of(&settings.app_id, &settings.user_pool_id);
        properties.insert("appName".to_owned(), "Mock application".into());
        properties.insert("appIdentifier".to_owned(), "mock-application".into());
        Applications { all: vec![Application { properties, secret: settings.app_secret.clone() }] }
    }

    pub(crate) fn get(&self, id: &str) -> Result<&Application, Failure> {
        self.all.iter().find(|application| application.is("appId", id)).ok_or_else(|| unknown(id))
    }

    fn get_mut(&mut self, id: &str) -> Result<&mut Application, Failure> {
        self.all.iter_mut().find(|application| application.is("appId", id)).ok_or_else(|| unknown(id))
    }
}

impl Application {
    /// A text of the properties.
    pub(crate) fn text(&self, property: &str) -> Option<&str> {
        self.properties.get(property).and_then(Value::as_str)
    }

    fn is(&self, property: &str, text: &str) -> bool {
        self.text(property) == Some(text)
    }
}

/// The handler of an operation on applications, where it has one.
pub(super) fn handler(method: &Method, path: &str) -> Option<Handler> {
    Some(match (method.as_str(), path) {
        ("POST", "/api/v3/create-application") => |world, call| reply(manage::create(world, call)),
        ("GET", "/api/v3/get-application") => |world, call| reply(manage::get(world, call)),
        ("GET", "/api/v3/get-application-simple-info") => |world, call| reply(manage::get_in_brief(world, call)),
        ("GET", "/api/v3/list-applications") => |world, call| reply(manage::list(world, call)),
        ("GET", "/api/v3/list-application-simple-info") => |world, call| reply(manage::list_in_brief(world, call)),
        ("POST", "/api/v3/update-application") => |world, call| reply(manage::update(world, call)),
        ("POST", "/api/v3/delete-application") => |world, call| reply(manage::delete(world, call)),
        ("POST", "/api/v3/check-domain-available") => |world, call| reply(manage::check_domain(world, call)),
        ("GET", "/api/v3/get-application-secret") => |world, call| reply(secret::get(world, call)),
        ("POST", "/api/v3/refresh-application-secret") => |world, call| reply(secret::refresh(world, call)),
        _ => return None,
    })
}

fn unknown(id: &str) -> Failure {
    Failure::new(404, 2011, format!("there is no application {id}"))
}
