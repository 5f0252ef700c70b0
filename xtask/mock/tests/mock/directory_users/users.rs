//! Journeys of users.

use serde_json::{Value, json};

use super::service::{Service, each, refused};

async fn id_of_ada(service: &Service) -> String {
    let ada = service.read("get-user", &[("userId", "ada"), ("userIdType", "username")]).await;
    ada["userId"].as_str().unwrap().to_owned()
}

/// Users `u1` to `u<count>`, whose names tell the even from the odd.
async fn create(service: &Service, count: u32) -> Vec<String> {
    let list: Vec<Value> = (1..=count)
        .map(|it| json!({"username": format!("u{it}"), "name": if it % 2 == 0 { "Even" } else { "Odd" }}))
        .collect();
    each(&service.act("create-users-batch", json!({"list": list})).await, "userId")
}

#[tokio::test]
async fn ada_is_there_from_the_beginning_by_every_name_that_she_has() {
    let service = Service::start().await;
    let id = id_of_ada(&service).await;
    for (kind, name) in [("user_id", id.as_str()), ("email", "ADA@example.com"), ("phone", "18800000001")] {
        let ada = service.read("get-user", &[("userId", name), ("userIdType", kind)]).await;
        assert_eq!((&ada["name"], &ada["status"]), (&json!("Ada Lovelace"), &json!("Activated")), "{kind}");
    }
    let page = service.act("list-users", json!({})).await;
    assert_eq!((&page["totalCount"], &page["list"][0]["username"]), (&json!(1), &json!("ada")));
}

#[tokio::test]
async fn a_user_is_kept_as_it_was_given() {
    let service = Service::start().await;
    let given = json!({
        "username": "grace", "email": "grace@example.com", "phone": "18800000002", "phoneCountryCode": "+86",
        "externalId": "e-1", "name": "Grace \"Amazing\" Hopper", "nickname": "格蕾丝", "photo": "https://a.example/p?x=1&y",
        "gender": "F", "emailVerified": true, "phoneVerified": false, "birthdate": "1906-12-09T00:00:00.000Z",
        "country": "US", "province": "NY", "city": "New York", "address": "1", "streetAddress": "2", "postalCode": "3",
        "company": "Navy", "browser": "b", "device": "d", "givenName": "Grace", "familyName": "Hopper",
        "middleName": "Brewster", "profile": "p", "preferredUsername": "amazing", "website": "w", "zoneinfo": "z",
        "locale": "en-US", "formatted": "f", "region": "r", "identityNumber": "i", "status": "Deactivated",
    });
    let mut request = given.clone();
    request["customData"] = json!({"ships": 3});
    request["departmentIds"] = json!(["root"]);
    request["password"] = json!("a secret of hers");
    let created = service.act("create-user", request).await;
    let query = [
        ("userId", created["userId"].as_str().unwrap()),
        ("withCustomData", "true"),
        ("withDepartmentIds", "true"),
        ("withIdentities", "true"),
    ];
    let read = service.read("get-user", &query).await;
    for (property, value) in given.as_object().unwrap() {
        assert_eq!(read[property], *value, "{property}");
    }
    assert_eq!((&read["customData"], &read["departmentIds"]), (&json!({"ships": 3}), &json!(["root"])));
    assert_eq!(read["identities"], json!([]));
    assert!(!read.to_string().contains("a secret of hers"));
}

#[tokio::test]
async fn what_an_answer_shows_beside_the_profile_is_asked_for() {
    let service = Service::start().await;
    let id = id_of_ada(&service).await;
    let plain = service.read("get-user", &[("userId", &id)]).await;
    for property in ["customData", "identities", "departmentIds", "postIdList"] {
        assert!(plain.get(property).is_none(), "{property}");
    }
}

#[tokio::test]
async fn a_name_that_another_user_has_is_refused() {
    let service = Service::start().await;
    for taken in [json!({"username": "ada"}), json!({"email": "Ada@Example.com"}), json!({"phone": "18800000001"})] {
        refused(&service.post("create-user", taken).await, 409, None);
    }
    let batch = json!({"list": [{"username": "new"}, {"username": "ada"}]});
    refused(&service.post("create-users-batch", batch).await, 409, None);
    let exists = service.act("is-user-exists", json!({"username": "new"})).await;
    assert_eq!(exists, json!({"exists": false}), "a batch is done as a whole or not at all");
}

#[tokio::test]
async fn pages_hold_the_right_users_and_totals() {
    let service = Service::start().await;
    create(&service, 12).await;
    let page = |page: u64, limit: u64| json!({"options": {"pagination": {"page": page, "limit": limit}}});
    let first = service.act("list-users", json!({})).await;
    assert_eq!((&first["totalCount"], first["list"].as_array().unwrap().len()), (&json!(13), 10));
    let third = service.act("list-users", page(3, 5)).await;
    assert_eq!(
        (&third["totalCount"], each(&third["list"], "username")),
        (&json!(13), vec!["u10".into(), "u11".into(), "u12".into()])
    );
    let past = service.act("list-users", page(4, 5)).await;
    assert_eq!(past, json!({"totalCount": 13, "list": []}));
    let legacy = service.read("list-users", &[("page", "2"), ("limit", "6"), ("status", "Activated")]).await;
    assert_eq!((&legacy["totalCount"], &legacy["list"][0]["username"]), (&json!(13), &json!("u6")));
    let future = service.read("list-users", &[("updatedAtStart", "99999999999")]).await;
    assert_eq!(future["totalCount"], 0);
}

#[tokio::test]
async fn lists_are_searched_filtered_and_sorted() {
    let service = Service::start().await;
    create(&service, 4).await;
    let names = async |body: Value| each(&service.act("list-users", body).await["list"], "username");
    assert_eq!(names(json!({"keywords": "EVEN"})).await, ["u2", "u4"]);
    assert_eq!(names(json!({"keywords": "even", "options": {"fuzzySearchOn": ["username"]}})).await, [""; 0]);
    let filter = json!([
        {"field": "name", "operator": "NOT_EQUAL", "value": "Even"},
        {"field": "username", "operator": "IN", "value": ["u1", "u2", "u3"]},
    ]);
    assert_eq!(names(json!({"advancedFilter": filter})).await, ["u1", "u3"]);
    let has_email = json!([{"field": "email", "operator": "NOT_NULL"}]);
    assert_eq!(names(json!({"advancedFilter": has_email})).await, ["ada"]);
    let sort = json!([{"field": "username", "order": "desc"}]);
    assert_eq!(names(json!({"options": {"sort": sort}})).await, ["u4", "u3", "u2", "u1", "ada"]);
    let broken = json!({"advancedFilter": [{"field": "name", "operator": "BETWEEN", "value": "x"}]});
    refused(&service.post("list-users", broken).await, 400, None);
}

#[tokio::test]
async fn an_update_changes_what_it_names_and_nothing_else() {
    let service = Service::start().await;
    let request = json!({"userId": "ada", "options": {"userIdType": "username"}, "nickname": "Countess",
        "customData": {"engine": "analytical"}, "status": "Suspended"});
    let updated = service.act("update-user", request).await;
    assert_eq!((&updated["nickname"], &updated["status"]), (&json!("Countess"), &json!("Suspended")));
    assert_eq!(
        (&updated["email"], &updated["customData"]["engine"]),
        (&json!("ada@example.com"), &json!("analytical"))
    );
    let id = updated["userId"].as_str().unwrap();
    let active = service.act("update-user", json!({"userId": id, "status": "Activated", "username": "ada"})).await;
    assert_eq!((&active["status"], &active["nickname"]), (&json!("Activated"), &json!("Countess")));
    let batch = json!({"list": [{"userId": id, "name": "A. L."}]});
    assert_eq!(service.act("update-user-batch", batch).await[0]["name"], "A. L.");
    let unknown = json!({"list": [{"userId": id, "name": "Lost"}, {"userId": "nobody"}]});
    refused(&service.post("update-user-batch", unknown).await, 404, Some(2004));
    assert_eq!(service.read("get-user", &[("userId", id)]).await["name"], "A. L.");
}

#[tokio::test]
async fn an_encrypted_password_is_more_than_the_mock_can_read() {
    let service = Service::start().await;
    let request = json!({"username": "x", "password": "Zm9v", "options": {"passwordEncryptType": "rsa"}});
    refused(&service.post("create-user", request).await, 422, None);
}

#[tokio::test]
async fn who_is_deleted_is_gone_from_everywhere() {
    let service = Service::start().await;
    let ids = create(&service, 2).await;
    service.act("create-group", json!({"code": "g", "name": "G", "description": "", "type": "static"})).await;
    service.act("add-group-members", json!({"code": "g", "userIds": ids})).await;
    service.act("create-role", json!({"code": "r"})).await;
    let targets = json!([{"targetType": "USER", "targetIdentifier": ids[0]}]);
    service.act("assign-role", json!({"code": "r", "targets": targets})).await;

    let request = json!({"userIds": ["u1"], "options": {"userIdType": "username"}});
    assert_eq!(service.act("delete-users-batch", request.clone()).await, json!({"success": true}));

    refused(&service.get("get-user", &[("userId", &ids[0])]).await, 404, Some(2004));
    refused(&service.post("delete-users-batch", request).await, 404, Some(2004));
    assert_eq!(service.read("list-group-members", &[("code", "g")]).await["totalCount"], 1);
    assert_eq!(service.read("list-role-members", &[("code", "r")]).await["totalCount"], 0);
    let batch = service.read("get-user-batch", &[("userIds[]", &ids[0]), ("userIds[]", &ids[1])]).await;
    assert_eq!(each(&batch, "username"), ["u2"]);
}

#[tokio::test]
async fn who_resigns_stays_without_memberships_and_who_is_archived_is_listed() {
    let service = Service::start().await;
    let ids = create(&service, 2).await;
    service.act("create-group", json!({"code": "g", "name": "G", "description": "", "type": "static"})).await;
    service.act("add-group-members", json!({"code": "g", "userIds": ids})).await;
    assert_eq!(service.act("resign-user", json!({"userId": ids[0]})).await["success"], true);
    assert_eq!(service.act("resign-user-batch", json!({"userIds": [ids[1]]})).await["success"], true);
    let user = service.read("get-user", &[("userId", &ids[0])]).await;
    assert_eq!((&user["status"], &user["workStatus"]), (&json!("Resigned"), &json!("Closed")));
    assert_eq!(service.read("list-group-members", &[("code", "g")]).await["totalCount"], 0);
    service.act("update-user", json!({"userId": ids[1], "status": "Archived"})).await;
    let archived = service.read("list-archived-users", &[("startAt", "1600000000")]).await;
    assert_eq!((&archived["totalCount"], &archived["list"][0]["userId"]), (&json!(1), &json!(ids[1])));
}

#[tokio::test]
async fn identities_name_their_user_until_they_are_unlinked() {
    let service = Service::start().await;
    let id = id_of_ada(&service).await;
    let link = json!({"extIdpId": "idp", "userId": id, "userIdInIdp": "ou_1", "type": "openid"});
    service.act("link-identity", link.clone()).await;
    refused(&service.post("link-identity", link).await, 409, None);
    let by_identity = [("userId", "idp:ou_1"), ("userIdType", "identity")];
    assert_eq!(service.read("get-user", &by_identity).await["userId"], json!(id));
    assert_eq!(service.read("get-user-identities", &[("userId", &id)]).await[0]["type"], "openid");
    service.act("unlink-identity", json!({"extIdpId": "idp", "userId": id})).await;
    assert_eq!(service.read("get-user-identities", &[("userId", &id)]).await, json!([]));
    refused(&service.get("get-user", &by_identity).await, 404, Some(2004));
}

#[tokio::test]
async fn custom_data_is_set_key_by_key() {
    let service = Service::start().await;
    let id = id_of_ada(&service).await;
    let set = |key: &str, value: Value| json!({"targetType": "USER", "targetIdentifier": id, "list": [{"key": key, "value": value}]});
    service.act("set-custom-data", set("school", json!("home"))).await;
    service.act("set-custom-data", set("age", json!(18))).await;
    let query = [("tenantId", "pool"), ("targetType", "USER"), ("targetIdentifier", &id)];
    assert_eq!(service.read("get-custom-data", &query).await, json!({"school": "home", "age": 18}));
    let by_field = [("userId", "age:18"), ("userIdType", "custom_field")];
    assert_eq!(service.read("get-user", &by_field).await["userId"], json!(id));
    let nobody = [("tenantId", "pool"), ("targetType", "USER"), ("targetIdentifier", "nobody")];
    refused(&service.get("get-custom-data", &nobody).await, 404, Some(2004));
}

#[tokio::test]
async fn only_a_user_who_exists_can_be_signed_out() {
    let service = Service::start().await;
    let app_id = service.mock.settings().app_id.clone();
    let kick = |user: &str| json!({"userId": user, "appIds": [app_id], "options": {"userIdType": "username"}});
    assert_eq!(service.act("kick-users", kick("ada")).await["success"], true);
    refused(&service.post("kick-users", kick("nobody")).await, 404, Some(2004));
}
