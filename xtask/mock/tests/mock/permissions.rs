//! Namespaces, resources, data policies and permission checks, as an administrator comes to know them over HTTP.

use crate::administrator::{Administrator, each, page};
use serde_json::{Value, json};

#[tokio::test]
async fn a_namespace_lives_from_creation_to_deletion_in_both_families() {
    let administrator = Administrator::new().await;
    for (family, codes, keywords) in [("namespace", "codeList", "keywords"), ("permission-namespace", "codes", "query")]
    {
        let name = |before: &str, after: &str| format!("{before}-{family}{after}");
        let given = json!({"code": "shop", "name": "Shop", "description": "Sells"});
        assert_eq!(administrator.write(&name("create", ""), given.clone()).await, given);
        assert_eq!(administrator.post(&name("create", ""), given.clone()).await["statusCode"], 409);
        let list: Vec<Value> =
            (0..11).map(|it| json!({"code": format!("n{it:02}"), "name": format!("N {it}")})).collect();
        administrator.write(&name("create", "s-batch"), json!({"list": list})).await;
        assert_eq!(administrator.read(&name("get", ""), &[("code", "shop")]).await, given);
        let batch = format!("{codes}[]");
        let found = administrator.read(&name("get", "s-batch"), &[(&batch, "n01"), (&batch, "x")]).await;
        assert_eq!(each(found.as_array().unwrap(), "code"), ["n01"]);
        let last = administrator.read(&name("list", "s"), &[("page", "2")]).await;
        assert_eq!((page(&last).0, each(page(&last).1, "code")), (13, vec!["n08", "n09", "n10"]));
        let found = administrator.read(&name("list", "s"), &[(keywords, "sho")]).await;
        assert_eq!(each(page(&found).1, "code"), ["shop"]);

        let changed = administrator.write(&name("update", ""), json!({"code": "shop", "newCode": "store"})).await;
        assert_eq!((&changed["code"], &changed["name"]), (&json!("store"), &json!("Shop")));
        administrator.write(&name("delete", ""), json!({"code": "store"})).await;
        let gone: Vec<String> = (0..10).map(|it| format!("n{it:02}")).collect();
        administrator.write(&name("delete", "s-batch"), json!({codes: gone})).await;
        administrator.write(&name("delete", "s-batch"), json!({codes: ["n10"]})).await;
        assert_eq!(administrator.get(&name("get", ""), &[("code", "store")]).await["statusCode"], 404);
        assert_eq!(administrator.post(&name("delete", ""), json!({"code": "default"})).await["statusCode"], 400);
    }
    let free = administrator.write("check-permission-namespace-exists", json!({"code": "default"})).await;
    assert_eq!(free["isValid"], false);
}

#[tokio::test]
async fn a_resource_lives_from_creation_to_deletion() {
    let administrator = Administrator::new().await;
    administrator.write("create-namespace", json!({"code": "shop"})).await;
    let given = json!({
        "code": "order",
        "name": "Orders",
        "description": "What was bought",
        "type": "API",
        "actions": [{"name": "order:read", "description": "Read"}],
        "apiIdentifier": "https://shop.example.com/orders",
        "namespace": "shop",
    });
    assert_eq!(administrator.write("create-resource", given.clone()).await, given);
    assert_eq!(administrator.post("create-resource", given.clone()).await["statusCode"], 409);
    let of_shop = [("code", "order"), ("namespace", "shop")];
    assert_eq!(administrator.read("get-resource", &of_shop).await, given);
    assert_eq!(administrator.get("get-resource", &[("code", "order")]).await["statusCode"], 404);
    let list: Vec<Value> = (0..11).map(|it| json!({"code": format!("r{it:02}"), "type": "MENU"})).collect();
    administrator.write("create-resources-batch", json!({"namespace": "shop", "list": list})).await;
    let again = json!({"namespace": "shop", "list": [{"code": "new", "type": "UI"}, {"code": "new", "type": "UI"}]});
    assert_eq!(administrator.post("create-resources-batch", again).await["statusCode"], 409);

    let query = [("namespace", "shop"), ("type", "MENU"), ("page", "2")];
    let menus = administrator.read("list-resources", &query).await;
    assert_eq!((page(&menus).0, each(page(&menus).1, "code")), (11, vec!["r10"]));
    let common =
        administrator.read("list-common-resource", &[("keyword", "orders"), ("namespaceCodeList", "shop")]).await;
    assert_eq!(each(page(&common).1, "namespaceName"), [""; 1]);
    let batch = [("namespace", "shop"), ("codeList[]", "r03"), ("codeList[]", "order")];
    let found = administrator.read("get-resources-batch", &batch).await;
    assert_eq!(each(found.as_array().unwrap(), "code"), ["r03", "order"]);

    let changed =
        administrator.write("update-resource", json!({"code": "order", "namespace": "shop", "name": "Sales"})).await;
    assert_eq!((&changed["name"], &changed["type"]), (&json!("Sales"), &json!("API")));
    administrator.write("delete-resource", json!({"code": "order", "namespace": "shop"})).await;
    assert_eq!(administrator.get("get-resource", &of_shop).await["statusCode"], 404);
    administrator.write("delete-resources-batch", json!({"namespace": "shop", "codeList": ["r00", "r01"]})).await;
    let id = common_id(&administrator, "r02").await;
    administrator.write("delete-common-resources-batch", json!({"ids": [id]})).await;
    let left = administrator.read("list-resources", &[("namespace", "shop")]).await;
    assert_eq!(page(&left).0, 8);
    administrator.write("delete-namespace", json!({"code": "shop"})).await;
    assert_eq!(administrator.read("list-common-resource", &[]).await["totalCount"], 0);
}

async fn common_id(administrator: &Administrator, keyword: &str) -> String {
    let found = administrator.read("list-common-resource", &[("keyword", keyword)]).await;
    page(&found).1[0]["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn an_authorized_user_is_allowed_until_it_is_taken_back() {
    let administrator = Administrator::new().await;
    let bob = administrator.create_user("bob").await;
    let actions = json!([{"name": "read", "description": "Read"}, {"name": "write", "description": "Write"}]);
    administrator.write("create-resource", json!({"code": "order", "type": "DATA", "actions": actions})).await;
    let authorize = async |kind: &str, identifier: &str, actions: &[&str]| {
        let resources = json!([{"code": "order", "resourceType": "DATA", "actions": actions}]);
        let item = json!({"targetType": kind, "targetIdentifiers": [identifier], "resources": resources});
        administrator.post("authorize-resources", json!({"list": [item]})).await
    };
    let is_allowed = async |action: &str| {
        let body = json!({"userId": bob, "action": action, "resource": "order"});
        administrator.write("is-action-allowed", body).await["allowed"].clone()
    };
    assert_eq!(is_allowed("read").await, false);
    assert_eq!(authorize("USER", &bob, &["read"]).await["statusCode"], 200);
    assert_eq!((is_allowed("read").await, is_allowed("write").await), (json!(true), json!(false)));

    let of_bob = [("targetType", "USER"), ("targetIdentifier", bob.as_str())];
    let resources = administrator.read("get-authorized-resources", &of_bob).await;
    assert_eq!(
        (&page(&resources).1[0]["actions"], &page(&resources).1[0]["effect"]),
        (&json!(["read"]), &json!("ALLOW"))
    );
    let targets = administrator.write("get-resource-authorized-targets", json!({"resource": "order"})).await;
    assert_eq!(page(&targets).1, [json!({"targetType": "USER", "targetIdentifier": bob, "actions": ["read"]})]);

    assert_eq!(authorize("USER", &bob, &[]).await["statusCode"], 200);
    assert_eq!(is_allowed("read").await, false);
    assert_eq!(administrator.read("get-user-authorized-resources", &[("userId", &bob)]).await["totalCount"], 0);

    assert_eq!(authorize("USER", "nobody", &["read"]).await["apiCode"], 2004);
    assert_eq!(authorize("USER", &bob, &["paint"]).await["statusCode"], 400);
    assert_eq!(authorize("ROLE", "cook", &["read"]).await["statusCode"], 200);
    let of_role = administrator.read("get-role-authorized-resources", &[("code", "cook")]).await;
    assert_eq!(each(page(&of_role).1, "resourceCode"), ["order"]);
}

#[tokio::test]
async fn members_of_a_department_may_do_what_it_may_do() {
    let administrator = Administrator::new().await;
    let bob = administrator.create_user("bob").await;
    let organization = json!({"organizationCode": "acme", "organizationName": "Acme", "metadata": {}});
    let root = administrator.write("create-organization", organization).await["departmentId"].clone();
    let below = json!({"organizationCode": "acme", "parentDepartmentId": root, "name": "Sales", "metadata": {}});
    let sales = administrator.write("create-department", below).await["departmentId"].clone();
    let members = json!({"organizationCode": "acme", "departmentId": sales, "userIds": [bob]});
    administrator.write("add-department-members", members.clone()).await;

    administrator.write("create-resource", json!({"code": "order", "type": "DATA"})).await;
    let resources = json!([{"code": "order", "resourceType": "DATA", "actions": ["read"]}]);
    let item = json!({"targetType": "DEPARTMENT", "targetIdentifiers": [root], "resources": resources});
    administrator.write("authorize-resources", json!({"list": [item]})).await;
    let inherited = administrator.read("get-user-authorized-resources", &[("userId", &bob)]).await;
    assert_eq!(each(page(&inherited).1, "resourceCode"), ["order"]);
    let own = [("targetType", "USER"), ("targetIdentifier", bob.as_str())];
    assert_eq!(administrator.read("get-authorized-resources", &own).await["totalCount"], 0);

    administrator.write("remove-department-members", members).await;
    let left = administrator.read("get-user-authorized-resources", &[("userId", &bob)]).await;
    assert_eq!(page(&left).0, 0);
}

async fn with_data() -> Administrator {
    let administrator = Administrator::new().await;
    administrator.write("create-permission-namespace", json!({"code": "shop", "name": "Shop"})).await;
    let resource = |code: &str, structure: Value| {
        json!({
            "namespaceCode": "shop", "resourceCode": code, "resourceName": code.to_uppercase(),
            "struct": structure, "actions": ["get", "set"],
        })
    };
    let tree =
        json!([{"code": "fruit", "name": "Fruit", "children": [{"code": "apple", "name": "Apple", "value": "a"}]}]);
    administrator.write("create-string-data-resource", resource("price", json!("/price"))).await;
    administrator.write("create-array-data-resource", resource("lists", json!(["a", "b"]))).await;
    administrator.write("create-tree-data-resource", resource("goods", tree)).await;
    administrator
}

#[tokio::test]
async fn a_data_resource_lives_from_creation_to_deletion() {
    let administrator = with_data().await;
    let given = json!({
        "namespaceCode": "shop", "resourceCode": "colors", "resourceName": "Colors", "type": "ARRAY",
        "struct": ["red", "green"], "actions": ["mix"], "description": "For paint",
    });
    let created = administrator.write("create-data-resource", given.clone()).await;
    let of_shop = [("namespaceCode", "shop"), ("resourceCode", "colors")];
    assert_eq!(administrator.read("get-data-resource", &of_shop).await, given);
    assert_eq!(created["struct"], given["struct"]);
    assert_eq!(administrator.post("create-data-resource", given).await["statusCode"], 409);
    let other = json!({
        "namespaceCode": "shop", "resourceCode": "x", "resourceName": "X", "type": "STRING",
        "struct": ["no", "string"], "actions": ["mix"],
    });
    assert_eq!(administrator.post("create-data-resource", other).await["statusCode"], 400);
    let list =
        administrator.read("list-data-resources", &[("namespaceCodes[]", "shop"), ("page", "2"), ("limit", "3")]).await;
    assert_eq!((page(&list).0, each(page(&list).1, "resourceCode")), (4, vec!["colors"]));
    let name = [("namespaceCode", "shop"), ("resourceName", "Colors")];
    assert_eq!(administrator.read("check-data-resource-exists", &name).await["isValid"], false);

    let changes =
        json!({"namespaceCode": "shop", "resourceCode": "colors", "struct": ["blue"], "resourceName": "Paint"});
    let changed = administrator.write("update-data-resource", changes).await;
    assert_eq!((&changed["struct"], &changed["type"]), (&json!(["blue"]), &json!("ARRAY")));
    let gone = json!({"namespaceCode": "shop", "resourceCode": "colors"});
    administrator.write("delete-data-resource", gone.clone()).await;
    assert_eq!(administrator.post("delete-data-resource", gone).await["statusCode"], 404);
    assert_eq!(administrator.get("get-data-resource", &of_shop).await["statusCode"], 404);
}

#[tokio::test]
async fn a_data_policy_lives_from_creation_to_deletion() {
    let administrator = with_data().await;
    let statements = json!([{"effect": "ALLOW", "permissions": ["shop/price/get"]}]);
    let given = json!({"policyName": "readers", "description": "May read", "statementList": statements});
    let created = administrator.write("create-data-policy", given.clone()).await;
    assert_eq!(created["policyName"], "readers");
    assert_eq!(administrator.post("create-data-policy", given).await["statusCode"], 409);
    for (permission, status) in
        [("shop/price", 400), ("shop/price/paint", 400), ("shop/none/get", 404), ("no/price/get", 404)]
    {
        let statements = json!([{"effect": "ALLOW", "permissions": [permission]}]);
        let body = json!({"policyName": "other", "statementList": statements});
        assert_eq!(administrator.post("create-data-policy", body).await["statusCode"], status, "{permission}");
    }
    let id = created["policyId"].as_str().unwrap();
    assert_eq!(administrator.read("get-data-policy", &[("policyId", id)]).await, created);
    let list = administrator.read("list-data-policies", &[("query", "READ")]).await;
    assert_eq!(page(&list).1[0]["resourceList"][0]["resourceName"], "PRICE");
    assert_eq!(
        administrator.read("list-simple-data-policies", &[("page", "2")]).await,
        json!({"totalCount": 1, "list": []})
    );
    assert_eq!(administrator.read("check-data-policy-exists", &[("policyName", "readers")]).await["isValid"], false);

    let changed = administrator.write("update-data-policy", json!({"policyId": id, "policyName": "lookers"})).await;
    assert_eq!((&changed["policyName"], &changed["description"]), (&json!("lookers"), &json!("May read")));
    administrator.write("delete-data-policy", json!({"policyId": id})).await;
    assert_eq!(administrator.get("get-data-policy", &[("policyId", id)]).await["statusCode"], 404);
}

#[tokio::test]
async fn a_user_may_do_what_policies_allow_and_none_denies() {
    let administrator = with_data().await;
    let bob = administrator.create_user("bob").await;
    let policy = async |name: &str, effect: &str, permissions: &[&str]| {
        let statements = json!([{"effect": effect, "permissions": permissions}]);
        let body = json!({"policyName": name, "statementList": statements});
        let id = administrator.write("create-data-policy", body).await["policyId"].as_str().unwrap().to_owned();
        let targets = json!([{"id": bob, "type": "USER"}]);
        administrator.write("authorize-data-policies", json!({"policyIds": [id], "targetList": targets})).await;
        id
    };
    let check = async || {
        let resources = ["price", "lists", "goods/fruit/apple", "goods/fruit", "none"];
        let body = json!({"namespaceCode": "shop", "userId": bob, "action": "get", "resources": resources});
        let results = administrator.write("check-permission", body).await["checkResultList"].take();
        results.as_array().unwrap().iter().map(|it| it["enabled"].as_bool().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(check().await, [false; 5]);
    policy("readers", "ALLOW", &["shop/price/get", "shop/lists/*", "shop/goods/fruit/apple/get"]).await;
    assert_eq!(check().await, [true, true, true, false, false]);
    let denial = policy("no prices", "DENY", &["shop/price/get"]).await;
    assert_eq!(check().await, [false, true, true, false, false]);

    let targets =
        administrator.read("list-data-policy-targets", &[("policyId", &denial), ("targetType[]", "USER")]).await;
    assert_eq!(
        (each(page(&targets).1, "targetIdentifier"), each(page(&targets).1, "targetName")),
        (vec![bob.as_str()], vec!["The bob"])
    );
    let revoked = json!({"policyId": denial, "targetIdentifier": bob, "targetType": "USER"});
    administrator.write("revoke-data-policy", revoked.clone()).await;
    assert_eq!(check().await, [true, true, true, false, false]);
    assert_eq!(administrator.post("revoke-data-policy", revoked).await["statusCode"], 404);
}

#[tokio::test]
async fn permissions_are_listed_from_every_side() {
    let administrator = with_data().await;
    let bob = administrator.create_user("bob").await;
    let permissions = ["shop/price/get", "shop/lists/*", "shop/goods/fruit/apple/get"];
    let body = json!({"policyName": "p", "statementList": [{"effect": "ALLOW", "permissions": permissions}]});
    let id = administrator.write("create-data-policy", body).await["policyId"].clone();
    let targets = json!([{"id": bob, "type": "USER"}]);
    administrator.write("authorize-data-policies", json!({"policyIds": [id], "targetList": targets})).await;

    let everything = administrator.write("get-user-permission-list", json!({"userIds": [bob]})).await;
    let resources = &everything["userPermissionList"][0]["resourceList"];
    assert_eq!(resources[0]["strAuthorize"], json!({"value": "/price", "actions": ["get"]}));
    assert_eq!(resources[1]["arrAuthorize"], json!({"values": ["a", "b"], "actions": ["get", "set"]}));
    let apple = json!({"nodePath": "/fruit/apple", "nodeName": "Apple", "nodeActions": ["get"], "nodeValue": "a"});
    assert_eq!(resources[2]["treeAuthorize"]["authList"], json!([apple]));

    let body = json!({"namespaceCode": "shop", "userId": bob, "resources": ["lists", "goods/fruit"]});
    let list = administrator.write("get-user-resource-permission-list", body).await;
    let actions = |index: usize| &list["permissionList"][index]["actions"];
    assert_eq!((actions(0), actions(1)), (&json!(["get", "set"]), &json!([])));
    let body = json!({"namespaceCode": "shop", "actions": ["get", "set"], "resources": ["price"]});
    let users = administrator.write("list-resource-targets", body).await;
    let by_action = &users["authUserList"][0]["actionAuthList"];
    assert_eq!((&by_action[0]["userIds"], &by_action[1]["userIds"]), (&json!([bob]), &json!([])));
    let body = json!({"namespaceCode": "shop", "userId": bob, "resourceCode": "goods"});
    let structure = administrator.write("get-user-resource-struct", body).await;
    let fruit = &structure["treeResourceAuthAction"]["nodeAuthActionList"][0];
    assert_eq!((&fruit["actions"], &fruit["children"][0]["actions"]), (&json!([]), &json!(["get"])));
    let body = json!({
        "namespaceCode": "shop", "userId": bob, "action": "get",
        "resource": "goods/fruit", "resourceNodeCodes": ["apple", "pear"],
    });
    let level = administrator.write("check-user-same-level-permission", body).await;
    let enabled = |index: usize| level["checkLevelResultList"][index]["enabled"] == true;
    assert_eq!((enabled(0), enabled(1)), (true, false));
    let view = administrator.write("list-permission-view/data", json!({"keyword": "bo"})).await;
    assert_eq!(each(page(&view).1, "dataResourceCode"), ["price", "lists", "goods"]);
}
