//! Organizations, departments, namespaces, resources and permissions: the way from an operation to what it does.
//!
//! What these do may be refused at many a point, so they are functions with a `Result`, and this is where it becomes a reply.

use http::Method;

use super::{Handler, World, departments, namespaces, organizations, permissions, resources};
use crate::answer::Failure;
use crate::call::{Call, Reply};

/// What an operation does: a reply, or a refusal.
pub(super) type Action = fn(&mut World, &Call<'_>) -> Result<Reply, Failure>;

/// The handler of an operation, where it has one.
pub(super) fn handler(method: &Method, path: &str) -> Option<Handler> {
    action(method, path).map(|_| act as Handler)
}

fn act(world: &mut World, call: &Call<'_>) -> Reply {
    let Some(action) = action(&call.operation.method, &call.operation.path.text) else { return Reply::Sample };
    action(world, call).unwrap_or_else(Reply::from)
}

fn action(method: &Method, path: &str) -> Option<Action> {
    let name = path.strip_prefix("/api/v3/")?;
    organizations::action(method, name)
        .or_else(|| departments::action(method, name))
        .or_else(|| namespaces::action(method, name))
        .or_else(|| resources::action(method, name))
        .or_else(|| permissions::action(method, name))
}

/// `{success: true}`, the payload of operations that have nothing else to tell.
pub(super) fn success() -> Reply {
    Reply::Data(serde_json::json!({"success": true}))
}

/// The envelope of operations that have no payload at all.
pub(super) fn done() -> Reply {
    Reply::Whole(serde_json::json!({"statusCode": 200, "message": "success"}))
}

/// What is said of something that is not there.
pub(super) fn not_found(what: &str, name: &str) -> Failure {
    Failure::plain(404, format!("there is no {what} {name}"))
}

/// What is said of something that is there already.
pub(super) fn conflict(what: &str, name: &str) -> Failure {
    Failure::plain(409, format!("there is already a {what} {name}"))
}

#[cfg(test)]
pub(super) mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]

    use std::sync::Arc;

    use bytes::Bytes;
    use http::HeaderMap;
    use serde_json::{Map, Value, json};

    use super::*;
    use crate::call::Caller;
    use crate::credentials::{Credentials, Presented, Settings};
    use crate::document::{Document, Operation};
    use crate::world::users::User;

    pub(in crate::world) fn document(name: &str) -> Document {
        let path = format!("{}/../../specs/{name}.yaml", env!("CARGO_MANIFEST_DIR"));
        Document::parse(name, &std::fs::read_to_string(path).unwrap()).unwrap()
    }

    pub(in crate::world) fn asked<'a>(document: &'a Document, name: &str) -> &'a Operation {
        document.operations.iter().find(|it| it.path.text.ends_with(&format!("/{name}"))).unwrap()
    }

    pub(in crate::world) fn call<'a>(operation: &'a Operation, query: &Value, body: Value) -> Call<'a> {
        static HEADERS: std::sync::LazyLock<HeaderMap> = std::sync::LazyLock::new(HeaderMap::new);
        let query = query.as_object().cloned().unwrap_or_default();
        let (headers, caller) = (&*HEADERS, Caller::Administrator);
        let presented = presented(operation, headers);
        Call { operation, query, headers, body, presented, caller, base_url: "http://localhost" }
    }

    fn presented<'a>(operation: &'a Operation, headers: &'a HeaderMap) -> Presented<'a> {
        static BODY: Bytes = Bytes::new();
        Presented { method: &operation.method, path: &operation.path.text, query: None, headers, body: &BODY }
    }

    /// A world with the users bob and cleo, and both documents.
    struct Play {
        world: World,
        management: Document,
        authentication: Document,
    }

    impl Play {
        fn new() -> Self {
            let credentials = Credentials::new(Settings::default());
            let mut world = World::new(credentials.settings().clone(), Arc::clone(credentials.tokens()));
            for name in ["bob", "cleo"] {
                let profile = json!({"userId": name, "username": name}).as_object().cloned().unwrap_or_default();
                world.users.insert(User { profile, password: None, custom_data: Map::new() });
            }
            Play { world, management: document("management"), authentication: document("authentication") }
        }

        fn administer(&mut self, name: &str, body: Value) -> Value {
            let call = call(asked(&self.management, name), &json!({}), body);
            data(act(&mut self.world, &call)).unwrap()
        }

        fn ask(&mut self, user: &str, name: &str, body: Value) -> Result<Value, Failure> {
            let mut call = call(asked(&self.authentication, name), &json!({}), body);
            call.caller = Caller::User { user_id: user.to_owned(), token_id: "t".to_owned() };
            data(act(&mut self.world, &call))
        }
    }

    fn data(reply: Reply) -> Result<Value, Failure> {
        match reply {
            Reply::Data(value) | Reply::Whole(value) => Ok(value),
            Reply::Failure(failure) => Err(failure),
            other => Ok(format!("{other:?}").into()),
        }
    }

    #[test]
    fn a_signed_in_user_asks_for_himself() {
        let mut play = Play::new();
        play.administer("create-resource", json!({"code": "order", "type": "DATA"}));
        let resources = json!([{"code": "order", "resourceType": "DATA", "actions": ["read"]}]);
        let item = json!({"targetType": "USER", "targetIdentifiers": ["bob"], "resources": resources});
        play.administer("authorize-resources", json!({"list": [item]}));
        let organization = json!({"organizationCode": "acme", "organizationName": "Acme"});
        let root = play.administer("create-organization", organization)["departmentId"].clone();
        let members = json!({"organizationCode": "acme", "departmentId": root, "userIds": ["bob"]});
        play.administer("add-department-members", members);

        for (user, count) in [("bob", 1), ("cleo", 0)] {
            for name in ["get-my-authorized-resources", "get-my-department-list"] {
                assert_eq!(play.ask(user, name, Value::Null).unwrap()["totalCount"], count, "{user} {name}");
            }
        }
        let gone = play.ask("nobody", "get-my-department-list", Value::Null).unwrap_err();
        assert_eq!((gone.status, gone.api_code), (404, Some(2004)));
    }

    #[test]
    fn a_signed_in_user_is_checked_by_the_kind_of_the_data() {
        let mut play = Play::new();
        let resource = json!({
            "namespaceCode": "default", "resourceCode": "price", "resourceName": "Price",
            "struct": "/price", "actions": ["get", "set"],
        });
        play.administer("create-string-data-resource", resource);
        let statements = json!([{"effect": "ALLOW", "permissions": ["default/price/get"]}]);
        let policy = play.administer("create-data-policy", json!({"policyName": "p", "statementList": statements}));
        let targets = json!([{"id": "bob", "type": "USER"}]);
        play.administer("authorize-data-policies", json!({"policyIds": [policy["policyId"]], "targetList": targets}));

        for (user, kind, enabled) in [("bob", "string", true), ("bob", "tree", false), ("cleo", "string", false)] {
            let name = format!("check-permission-{kind}-resource");
            let said = play.ask(user, &name, json!({"action": "get", "resources": ["price"]})).unwrap();
            assert_eq!(said["checkResultList"][0]["enabled"], enabled, "{user} {kind}");
        }
        let list = play.ask("bob", "get-user-auth-resource-list", Value::Null).unwrap();
        assert_eq!(list["userPermissionList"][0]["resourceList"][0]["resourceCode"], "price");
        let body = json!({"resources": ["price"]});
        let actions = play.ask("bob", "get-user-auth-resource-permission-list", body).unwrap();
        assert_eq!(actions["permissionList"][0]["actions"], json!(["get"]));
        let structure = play.ask("bob", "get-user-auth-resource-struct", json!({"resource": "price"})).unwrap();
        assert_eq!(structure["strResourceAuthAction"], json!({"value": "/price", "actions": ["get"]}));
    }

    #[test]
    fn nobody_is_told_what_a_signed_in_user_may_do() {
        let mut play = Play::new();
        let call = call(asked(&play.authentication, "get-my-department-list"), &json!({}), Value::Null);
        let refused = data(act(&mut play.world, &call)).unwrap_err();
        assert_eq!((refused.status, refused.api_code), (401, Some(2020)));
    }
}
