//! Journeys of groups.

use serde_json::{Value, json};

use super::service::{Service, each, refused};

fn group(code: &str) -> Value {
    json!({"code": code, "name": format!("Group {code}"), "description": "as it was", "type": "static"})
}

async fn users(service: &Service, count: u32) -> Vec<String> {
    let list: Vec<Value> = (1..=count).map(|it| json!({"username": format!("u{it}")})).collect();
    each(&service.act("create-users-batch", json!({"list": list})).await, "userId")
}

#[tokio::test]
async fn a_group_lives_from_creation_to_deletion() {
    let service = Service::start().await;
    let created = service.act("create-group", group("g")).await;
    assert_eq!((&created["code"], &created["members"]), (&json!("g"), &json!([])));
    refused(&service.post("create-group", group("g")).await, 409, None);
    assert_eq!(service.read("get-group", &[("code", "g")]).await, created);

    let update = json!({"code": "g", "newCode": "h", "description": "anew", "customData": {"floor": 2}});
    let updated = service.act("update-group", update).await;
    assert_eq!((&updated["name"], &updated["description"]), (&json!("Group g"), &json!("anew")));
    let read = service.read("get-group", &[("code", "h"), ("withCustomData", "true")]).await;
    assert_eq!((&read["id"], &read["customData"]), (&created["id"], &json!({"floor": 2})));

    refused(&service.post("delete-groups-batch", json!({"codeList": ["h", "g"]})).await, 404, None);
    service.act("delete-groups-batch", json!({"codeList": ["h"]})).await;
    refused(&service.get("get-group", &[("code", "h")]).await, 404, None);
}

#[tokio::test]
async fn groups_are_listed_in_order_with_keywords_and_pages() {
    let service = Service::start().await;
    let batch: Vec<Value> = (1..=11).map(|it| group(&format!("g{it}"))).collect();
    service.act("create-groups-batch", json!({"list": batch})).await;
    refused(&service.post("create-groups-batch", json!({"list": [group("new"), group("g1")]})).await, 409, None);
    let first = service.read("list-groups", &[]).await;
    assert_eq!((&first["totalCount"], first["list"].as_array().unwrap().len()), (&json!(11), 10));
    let found = service.read("list-groups", &[("keywords", "GROUP G1"), ("page", "2"), ("limit", "2")]).await;
    assert_eq!((&found["totalCount"], each(&found["list"], "code")), (&json!(3), vec!["g11".to_owned()]));
    refused(&service.get("list-groups", &[("limit", "51")]).await, 400, None);
    assert_eq!(service.read("get-all-groups", &[]).await.as_array().unwrap().len(), 11);
}

#[tokio::test]
async fn creating_or_updating_says_which_it_was() {
    let service = Service::start().await;
    assert_eq!(service.act("create-or-update-group", group("g")).await["created"], true);
    let mut changed = group("g");
    changed["name"] = json!("Changed");
    let answer = service.act("create-or-update-group", changed).await;
    assert_eq!((&answer["created"], &answer["data"]["name"]), (&json!(false), &json!("Changed")));
}

#[tokio::test]
async fn members_come_and_go() {
    let service = Service::start().await;
    let ids = users(&service, 3).await;
    service.act("create-group", group("g")).await;
    refused(
        &service.post("add-group-members", json!({"code": "g", "userIds": [ids[0], "nobody"]})).await,
        404,
        Some(2004),
    );
    service.act("add-group-members", json!({"code": "g", "userIds": ids})).await;
    service.act("add-group-members", json!({"code": "g", "userIds": [ids[0]]})).await;
    let page = service.read("list-group-members", &[("code", "g"), ("page", "2"), ("limit", "2")]).await;
    assert_eq!((&page["totalCount"], each(&page["list"], "username")), (&json!(3), vec!["u3".to_owned()]));
    service.act("remove-group-members", json!({"code": "g", "userIds": [ids[1], "nobody"]})).await;
    let all = service.read("get-all-groups", &[("fetchMembers", "true")]).await;
    assert_eq!(each(&all[0]["members"], "username"), ["u1", "u3"]);
    assert_eq!(service.read("get-all-groups", &[]).await[0]["members"], json!([]));
    let of_user = service.read("get-user-groups", &[("userId", &ids[0])]).await;
    assert_eq!((&of_user["totalCount"], each(&of_user["list"], "code")), (&json!(1), vec!["g".to_owned()]));
    assert_eq!(service.read("get-user-groups", &[("userId", &ids[1])]).await["totalCount"], 0);
    refused(&service.get("list-group-members", &[("code", "none")]).await, 404, None);
}
