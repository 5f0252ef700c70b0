//! Journeys of roles.

use serde_json::{Value, json};

use super::service::{Service, each, refused};

fn target(kind: &str, id: &str) -> Value {
    json!({"targetType": kind, "targetIdentifier": id})
}

async fn users(service: &Service, count: u32) -> Vec<String> {
    let list: Vec<Value> = (1..=count).map(|it| json!({"username": format!("u{it}")})).collect();
    each(&service.act("create-users-batch", json!({"list": list})).await, "userId")
}

#[tokio::test]
async fn a_role_lives_from_creation_to_deletion() {
    let service = Service::start().await;
    let request =
        json!({"code": "admin", "name": "Administrator", "description": "All of it", "disableTime": "1700000000000"});
    let created = service.act("create-role", request.clone()).await;
    assert_eq!((&created["namespace"], &created["disableTime"]), (&json!("default"), &json!(1_700_000_000_000_i64)));
    refused(&service.post("create-role", request).await, 409, None);
    assert_eq!(service.read("get-role", &[("code", "admin")]).await, created);

    let update = json!({"code": "admin", "newCode": "boss", "name": "Boss", "status": "DISABLE"});
    assert_eq!(service.act("update-role", update).await, json!({"success": true}));
    let read = service.read("get-role", &[("code", "boss"), ("namespace", "default")]).await;
    assert_eq!((&read["id"], &read["name"], &read["status"]), (&created["id"], &json!("Boss"), &json!("DISABLE")));
    assert_eq!(read["description"], "All of it");

    refused(&service.post("delete-roles-batch", json!({"codeList": ["boss", "admin"]})).await, 404, None);
    service.act("delete-roles-batch", json!({"codeList": ["boss"]})).await;
    refused(&service.get("get-role", &[("code", "boss")]).await, 404, None);
}

#[tokio::test]
async fn a_code_is_unique_within_its_namespace() {
    let service = Service::start().await;
    service.act("create-role", json!({"code": "r"})).await;
    service.act("create-role", json!({"code": "r", "namespace": "shop"})).await;
    let valid = async |namespace: &str, code: &str| {
        service.act("check-role-params", json!({"namespace": namespace, "code": code})).await["isValid"] == true
    };
    assert!(!valid("shop", "r").await && valid("shop", "s").await && valid("office", "r").await);
    let both = json!({"roleList": [{"code": "r", "namespace": "default"}, {"code": "r", "namespace": "shop"}]});
    service.act("multiple-namespace-delete-roles-batch", both).await;
    assert!(valid("shop", "r").await);
}

#[tokio::test]
async fn roles_are_listed_by_namespace_with_keywords_and_pages() {
    let service = Service::start().await;
    let mut batch: Vec<Value> = (1..=11).map(|it| json!({"code": format!("r{it}")})).collect();
    batch.push(json!({"code": "r1", "namespace": "shop"}));
    assert_eq!(service.act("create-roles-batch", json!({"list": batch})).await, json!({"success": true}));
    refused(&service.post("create-roles-batch", json!({"list": [{"code": "new"}, {"code": "r1"}]})).await, 409, None);
    let second = service.read("list-roles", &[("page", "2")]).await;
    assert_eq!((&second["totalCount"], each(&second["list"], "code")), (&json!(11), vec!["r11".to_owned()]));
    let found = service.read("list-roles", &[("keywords", "R1"), ("namespace", "shop")]).await;
    assert_eq!(found["totalCount"], 1);
}

#[tokio::test]
async fn a_role_is_assigned_and_revoked() {
    let service = Service::start().await;
    let ids = users(&service, 2).await;
    service.act("create-roles-batch", json!({"list": [{"code": "r"}, {"code": "s"}]})).await;
    let unknown = json!({"code": "r", "targets": [target("USER", &ids[0]), target("USER", "nobody")]});
    refused(&service.post("assign-role", unknown).await, 404, Some(2004));
    let missing = json!({"code": "none", "targets": [target("USER", &ids[0])]});
    refused(&service.post("assign-role", missing).await, 404, None);

    let targets = json!([target("USER", &ids[0]), target("USER", &ids[1])]);
    service.act("assign-role-batch", json!({"roles": [{"code": "r"}, {"code": "s"}], "targets": targets})).await;
    let members = service.read("list-role-members", &[("code", "r"), ("limit", "1")]).await;
    assert_eq!((&members["totalCount"], each(&members["list"], "username")), (&json!(2), vec!["u1".to_owned()]));
    service.act("assign-role", json!({"code": "s", "targets": [target("DEPARTMENT", "d")]})).await;
    let listed = service.read("list-role-assignments", &[("roleCode", "s"), ("targetType[]", "ORG")]).await;
    assert_eq!((&listed["totalCount"], &listed["data"][0]["roleCode"]), (&json!(1), &json!("s")));
    service.act("revoke-role", json!({"code": "r", "targets": [target("USER", &ids[0])]})).await;
    let roles = service.read("get-user-roles", &[("userId", &ids[0])]).await;
    assert_eq!((&roles["totalCount"], each(&roles["list"], "code")), (&json!(1), vec!["s".to_owned()]));

    let has = async |user: &str, role: &str| {
        let request =
            json!({"userId": user, "roles": [{"code": "none"}, {"code": role}], "options": {"userIdType": "username"}});
        service.act("has-any-role", request).await["hasAnyRole"] == true
    };
    assert!(!has("u1", "r").await && has("u2", "r").await);
    service.act("revoke-role-batch", json!({"roles": [{"code": "r"}, {"code": "s"}], "targets": targets})).await;
    assert!(!has("u2", "s").await);
}

#[tokio::test]
async fn the_members_of_a_group_have_the_roles_of_the_group() {
    let service = Service::start().await;
    let ids = users(&service, 1).await;
    service.act("create-group", json!({"code": "g", "name": "G", "description": "", "type": "static"})).await;
    service.act("add-group-members", json!({"code": "g", "userIds": ids})).await;
    service.act("create-role", json!({"code": "r"})).await;
    refused(&service.post("assign-role", json!({"code": "r", "targets": [target("GROUP", "none")]})).await, 404, None);
    service.act("assign-role", json!({"code": "r", "targets": [target("GROUP", "g")]})).await;
    service.act("update-group", json!({"code": "g", "newCode": "h", "description": ""})).await;
    assert_eq!(service.read("list-role-members", &[("code", "r")]).await["totalCount"], 1);
    service.act("delete-groups-batch", json!({"codeList": ["h"]})).await;
    assert_eq!(service.read("get-user-roles", &[("userId", &ids[0])]).await["totalCount"], 0);
}

#[tokio::test]
async fn an_assignment_that_is_over_gives_nothing() {
    let service = Service::start().await;
    let ids = users(&service, 1).await;
    service.act("create-role", json!({"code": "r"})).await;
    let assign = |end: i64| json!({"code": "r", "endTime": end, "targets": [target("USER", &ids[0])]});
    service.act("assign-role", assign(1_000)).await;
    assert_eq!(service.read("list-role-members", &[("code", "r")]).await["totalCount"], 0);
    let listed = service.read("list-role-assignments", &[("roleCode", "r"), ("targetType[]", "USER")]).await;
    assert_eq!((&listed["data"][0]["status"], &listed["data"][0]["endTime"]), (&json!("DISABLE"), &json!(1_000)));
    service.act("assign-role", assign(9_000_000_000_000)).await;
    assert_eq!(service.read("list-role-members", &[("code", "r")]).await["totalCount"], 1);
    assert_eq!(service.read("list-role-assignments", &[("roleCode", "r")]).await["totalCount"], 1);
}
