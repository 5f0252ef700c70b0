//! Organizations and departments, as an administrator comes to know them over HTTP.

use crate::administrator::{Administrator, each, page};
use serde_json::{Value, json};

async fn with_organization() -> (Administrator, String) {
    let administrator = Administrator::new().await;
    let organization = json!({"organizationCode": "acme", "organizationName": "Acme", "metadata": {}});
    let created = administrator.write("create-organization", organization).await;
    let root = created["departmentId"].as_str().unwrap().to_owned();
    (administrator, root)
}

async fn department(administrator: &Administrator, parent: &str, name: &str) -> String {
    let body =
        json!({"organizationCode": "acme", "parentDepartmentId": parent, "name": name, "code": name, "metadata": {}});
    administrator.write("create-department", body).await["departmentId"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn an_organization_lives_from_creation_to_deletion() {
    let administrator = Administrator::new().await;
    let given = json!({
        "organizationCode": "acme",
        "organizationName": "Acme",
        "description": "Anvils",
        "openDepartmentId": "acme-root",
        "metadata": {},
    });
    let created = administrator.write("create-organization", given.clone()).await;
    for name in ["organizationCode", "organizationName", "description", "openDepartmentId"] {
        assert_eq!(created[name], given[name], "{name}");
    }
    let code = [("organizationCode", "acme")];
    assert_eq!(administrator.read("get-organization", &code).await, created);
    assert_eq!(administrator.post("create-organization", given).await["statusCode"], 409);

    let changes =
        json!({"organizationCode": "acme", "organizationNewCode": "acme-inc", "organizationName": "Acme Inc."});
    let changed = administrator.write("update-organization", changes).await;
    assert_eq!((&changed["organizationName"], &changed["description"]), (&json!("Acme Inc."), &json!("Anvils")));
    assert_eq!(changed["departmentId"], created["departmentId"]);
    assert_eq!(administrator.get("get-organization", &code).await["statusCode"], 404);

    let batch = [("organizationCodeList[]", "acme-inc"), ("organizationCodeList[]", "nobody")];
    assert_eq!(administrator.read("get-organization-batch", &batch).await.as_array().unwrap().len(), 1);

    let gone = json!({"organizationCode": "acme-inc"});
    assert_eq!(administrator.write("delete-organization", gone.clone()).await["success"], true);
    assert_eq!(administrator.post("delete-organization", gone).await["statusCode"], 404);
    let root = created["departmentId"].as_str().unwrap();
    assert_eq!(administrator.get("get-department-by-id", &[("departmentId", root)]).await["statusCode"], 404);
}

#[tokio::test]
async fn organizations_are_listed_in_pages_and_searched() {
    let administrator = Administrator::new().await;
    for number in 0..12 {
        let code = format!("org-{number:02}");
        let body = json!({"organizationCode": code, "organizationName": format!("Branch {number}"), "metadata": {}});
        administrator.write("create-organization", body).await;
    }
    let first = administrator.read("list-organizations", &[]).await;
    assert_eq!((page(&first).0, page(&first).1.len()), (12, 10));
    let second = administrator.read("list-organizations", &[("page", "2"), ("limit", "10")]).await;
    assert_eq!(each(page(&second).1, "organizationCode"), ["org-10", "org-11"]);
    let past = administrator.read("list-organizations", &[("page", "9")]).await;
    assert_eq!(page(&past), (12, &[][..]));
    let all = administrator.read("list-organizations", &[("fetchAll", "true")]).await;
    assert_eq!(page(&all).1.len(), 12);
    assert_eq!(administrator.get("list-organizations", &[("limit", "51")]).await["statusCode"], 400);
    let found = administrator.read("search-organizations", &[("keywords", "branch 1")]).await;
    assert_eq!(each(page(&found).1, "organizationCode"), ["org-01", "org-10", "org-11"]);

    let root = page(&first).1[3]["departmentId"].as_str().unwrap();
    administrator.write("update-organization-status", json!({"rootNodeId": root, "status": "false"})).await;
    let on = administrator.read("list-organizations", &[("status", "true")]).await;
    assert_eq!(page(&on).0, 11);
}

#[tokio::test]
async fn a_department_lives_from_creation_to_deletion() {
    let (administrator, root) = with_organization().await;
    let given = json!({
        "organizationCode": "acme",
        "parentDepartmentId": "root",
        "name": "Research",
        "code": "rnd",
        "openDepartmentId": "d-1",
        "description": "Finds out",
        "customData": {"floor": 3},
        "metadata": {},
    });
    let created = administrator.write("create-department", given.clone()).await;
    assert_eq!(created["parentDepartmentId"], root);
    for name in ["name", "code", "openDepartmentId", "description", "customData"] {
        assert_eq!(created[name], given[name], "{name}");
    }
    assert_eq!(administrator.post("create-department", given).await["statusCode"], 409);

    let id = created["departmentId"].as_str().unwrap();
    let ways: [&[(&str, &str)]; 4] = [
        &[("departmentId", id)],
        &[("departmentCode", "rnd")],
        &[("departmentId", "rnd"), ("departmentIdType", "code")],
        &[("departmentId", "d-1"), ("departmentIdType", "open_department_id")],
    ];
    for way in ways {
        let query = [way, &[("organizationCode", "acme"), ("withCustomData", "true")]].concat();
        assert_eq!(administrator.read("get-department", &query).await, created, "{way:?}");
    }
    let by_id = administrator.read("get-department-by-id", &[("departmentId", id)]).await;
    assert_eq!((&by_id["name"], by_id.get("customData")), (&json!("Research"), None));

    let changes = json!({"organizationCode": "acme", "departmentId": id, "name": "Science", "metadata": {}});
    let changed = administrator.write("update-department", changes).await;
    assert_eq!((&changed["name"], &changed["code"]), (&json!("Science"), &json!("rnd")));
    let status = administrator.post("update-department-status", json!({"departmentId": id, "status": false})).await;
    assert_eq!((&status["departmentId"], &status["status"]), (&json!(id), &json!(false)));

    let gone = json!({"organizationCode": "acme", "departmentId": id});
    administrator.write("delete-department", gone.clone()).await;
    assert_eq!(administrator.post("delete-department", gone).await["statusCode"], 404);
    let on_top = json!({"organizationCode": "acme", "departmentId": "root"});
    assert_eq!(administrator.post("delete-department", on_top).await["statusCode"], 400);
}

#[tokio::test]
async fn departments_form_a_tree() {
    let (administrator, root) = with_organization().await;
    let europe = department(&administrator, &root, "europe").await;
    let france = department(&administrator, &europe, "france").await;
    let paris = department(&administrator, &france, "paris").await;
    let asia = department(&administrator, &root, "asia").await;
    let of = |id: &str| [("organizationCode", "acme".to_owned()), ("departmentId", id.to_owned())];
    let read = async |name: &str, id: &str| {
        let query = of(id);
        administrator.read(name, &query.each_ref().map(|(name, value)| (*name, value.as_str()))).await
    };

    let children = read("list-children-departments", "root").await;
    assert_eq!(each(page(&children).1, "departmentId"), [europe.as_str(), &asia]);
    assert_eq!(page(&children).1[0]["hasChildren"], true);
    let all = administrator.read("get-all-departments", &[("organizationCode", "acme")]).await;
    assert_eq!(page(&all).0, 4);
    let below = read("get-all-departments", &europe).await;
    assert_eq!(each(page(&below).1, "name"), ["france", "paris"]);
    assert_eq!(read("get-parent-department", &paris).await["departmentId"], france);

    let body = |id: &str, parent: &str| json!({"organizationCode": "acme", "departmentId": id, "parentDepartmentId": parent, "metadata": {}});
    assert_eq!(administrator.post("update-department", body(&europe, &paris)).await["statusCode"], 400);
    administrator.write("update-department", body(&france, &asia)).await;
    assert_eq!(read("get-all-departments", &europe).await["totalCount"], 0);

    let search = json!({"organizationCode": "acme", "keywords": "A"});
    let found = administrator.write("search-departments", search).await;
    assert_eq!(each(found.as_array().unwrap(), "name"), ["Acme", "france", "paris", "asia"]);
    let filtered = json!({
        "organizationCode": "acme",
        "advancedFilter": [{"field": "name", "operator": "IN", "value": ["asia", "europe", "paris"]}],
        "sort": [{"field": "name", "order": "desc"}],
        "limit": 2,
    });
    let found = administrator.write("search-departments-list", filtered).await;
    assert_eq!(each(found.as_array().unwrap(), "name"), ["paris", "europe"]);

    administrator.write("delete-department", json!({"organizationCode": "acme", "departmentId": asia})).await;
    assert_eq!(administrator.get("get-department-by-id", &[("departmentId", &paris)]).await["statusCode"], 404);
}

#[tokio::test]
async fn users_join_and_leave_departments() {
    let (administrator, root) = with_organization().await;
    let sales = department(&administrator, &root, "sales").await;
    let abroad = department(&administrator, &sales, "abroad").await;
    let (bob, cleo) = (administrator.create_user("bob").await, administrator.create_user("cleo").await);
    let body = |id: &str, users: &[&str]| json!({"organizationCode": "acme", "departmentId": id, "userIds": users});
    administrator.write("add-department-members", body(&sales, &[&bob])).await;
    administrator.write("add-department-members", body(&abroad, &[&cleo, &bob])).await;
    let nobody = administrator.post("add-department-members", body(&sales, &[&cleo, "nobody"])).await;
    assert_eq!((&nobody["statusCode"], &nobody["apiCode"]), (&json!(404), &json!(2004)));

    let of = |id: &'static str| [("organizationCode", "acme"), ("departmentIdType", "code"), ("departmentId", id)];
    let direct = administrator.read("list-department-members", &of("sales")).await;
    assert_eq!(each(page(&direct).1, "username"), ["bob"]);
    let with_below = [&of("sales")[..], &[("includeChildrenDepartments", "true"), ("orderBy", "Asc")]].concat();
    let all = administrator.read("list-department-members", &with_below).await;
    assert_eq!(each(page(&all).1, "username"), ["bob", "cleo"]);
    let second = [&with_below[..], &[("page", "2"), ("limit", "1"), ("withDepartmentIds", "true")]].concat();
    let second = administrator.read("list-department-members", &second).await;
    assert_eq!((page(&second).0, &page(&second).1[0]["departmentIds"]), (2, &json!([abroad])));
    let ids = administrator.read("list-department-member-ids", &of("abroad")).await;
    assert_eq!(ids, json!([cleo, bob]));
    let found =
        administrator.read("search-department-members", &[&of("abroad")[..], &[("keywords", "CLE")]].concat()).await;
    assert_eq!(each(page(&found).1, "userId"), [&cleo]);
    let organization = administrator.read("get-organization", &[("organizationCode", "acme")]).await;
    assert_eq!(organization["membersCount"], 2);

    let is_in = async |extra: &[(&str, &str)]| {
        let query = [&of("sales")[..], &[("userId", &cleo)], extra].concat();
        administrator.read("is-user-in-department", &query).await["inDepartment"].clone()
    };
    assert_eq!(is_in(&[]).await, false);
    assert_eq!(is_in(&[("includeChildrenDepartments", "true")]).await, true);

    administrator.write("remove-department-members", body(&abroad, &[&cleo])).await;
    assert_eq!(is_in(&[("includeChildrenDepartments", "true")]).await, false);
}

#[tokio::test]
async fn a_user_is_given_departments() {
    let (administrator, root) = with_organization().await;
    let sales = department(&administrator, &root, "sales").await;
    let abroad = department(&administrator, &sales, "abroad").await;
    let bob = administrator.create_user("bob").await;
    let set = |departments: Value, identifier: &str, kind: &str| json!({"userId": identifier, "departments": departments, "options": {"userIdType": kind}});
    let both = json!([
        {"departmentId": sales, "isLeader": true},
        {"departmentId": abroad, "isMainDepartment": true},
    ]);
    administrator.write("set-user-departments", set(both, "bob", "username")).await;
    let query = [("userId", bob.as_str()), ("orderBy", "Asc"), ("withDepartmentPaths", "true")];
    let list = administrator.read("get-user-departments", &query).await;
    assert_eq!(each(page(&list).1, "departmentId"), [sales.as_str(), &abroad]);
    let marks = |department: &Value| (department["isLeader"] == true, department["isMainDepartment"] == true);
    assert_eq!(page(&list).1.iter().map(marks).collect::<Vec<_>>(), [(true, false), (false, true)]);
    assert_eq!(page(&list).1[1]["departmentNamePath"], json!(["Acme", "sales", "abroad"]));
    let department = administrator.read("get-department-by-id", &[("departmentId", &sales)]).await;
    assert_eq!(department["leaderUserIds"], json!([bob]));

    let last = administrator.read("get-user-departments", &[("userId", &bob), ("limit", "1")]).await;
    assert_eq!((page(&last).0, each(page(&last).1, "name")), (2, vec!["abroad"]));

    administrator.write("set-user-departments", set(json!([{"departmentId": abroad}]), &bob, "user_id")).await;
    let list = administrator.read("get-user-departments", &[("userId", &bob)]).await;
    assert_eq!(each(page(&list).1, "departmentId"), [&abroad]);
    let missing = set(json!([{"departmentId": "nowhere"}]), &bob, "user_id");
    assert_eq!(administrator.post("set-user-departments", missing).await["statusCode"], 404);
    let nobody = administrator.get("get-user-departments", &[("userId", "nobody")]).await;
    assert_eq!((&nobody["statusCode"], &nobody["apiCode"]), (&json!(404), &json!(2004)));
}
