//! Journeys of applications.

use serde_json::json;

use super::service::{Service, each, refused};

#[tokio::test]
async fn the_application_of_the_settings_is_there_from_the_beginning() {
    let service = Service::start().await;
    let id = service.mock.settings().app_id.clone();
    let application = service.read("get-application", &[("appId", &id)]).await;
    assert_eq!(application["appName"], "Mock application");
    let secret = service.read("get-application-secret", &[("appId", &id)]).await;
    assert_eq!(secret["secret"], json!(service.mock.settings().app_secret));
    assert_eq!(service.read("list-applications", &[]).await["totalCount"], 1);
}

#[tokio::test]
async fn an_application_lives_from_creation_to_deletion() {
    let service = Service::start().await;
    let request = json!({
        "appName": "Shop", "appIdentifier": "shop", "appType": "spa", "redirectUris": ["https://shop.example/back"],
        "oidcConfig": {"grant_types": ["authorization_code"]},
        "loginConfig": {"showAuthorizationPage": true},
    });
    let created = service.act("create-application", request.clone()).await;
    assert_eq!(created["redirectUris"], json!(["https://shop.example/back"]));
    assert_eq!(created["loginConfig"]["showAuthorizationPage"], true);
    refused(&service.post("create-application", request).await, 409, Some(2039));
    let id = created["appId"].as_str().unwrap();
    assert_eq!(service.read("get-application", &[("appId", id)]).await["oidcConfig"], created["oidcConfig"]);

    let update = json!({"appId": id, "appName": "Market", "appIdentifier": "shop", "ssoEnabled": true});
    service.act("update-application", update).await;
    let brief = service.read("get-application-simple-info", &[("appId", id)]).await;
    assert_eq!((&brief["appName"], &brief["appType"]), (&json!("Market"), &json!("spa")));
    assert!(brief.get("redirectUris").is_none());

    service.act("delete-application", json!({"appId": id})).await;
    refused(&service.get("get-application", &[("appId", id)]).await, 404, Some(2011));
    refused(&service.post("delete-application", json!({"appId": id})).await, 404, Some(2011));
}

#[tokio::test]
async fn applications_are_listed_with_keywords_filters_and_pages() {
    let service = Service::start().await;
    for number in 1..=10 {
        let request = json!({"appName": format!("App {number}"), "ssoEnabled": number == 7});
        service.act("create-application", request).await;
    }
    let second = service.read("list-applications", &[("page", "2")]).await;
    assert_eq!((&second["totalCount"], each(&second["list"], "appName")), (&json!(11), vec!["App 10".to_owned()]));
    let found = service.read("list-application-simple-info", &[("keywords", "app 1")]).await;
    assert_eq!(each(&found["list"], "appName"), ["App 1", "App 10"]);
    let single = service.read("list-applications", &[("ssoEnabled", "true")]).await;
    assert_eq!(each(&single["list"], "appName"), ["App 7"]);
    let integrated = service.read("list-applications", &[("isIntegrateApp", "true")]).await;
    assert_eq!(integrated["totalCount"], 0);
}

#[tokio::test]
async fn a_refreshed_secret_takes_the_place_of_the_old_one() {
    let service = Service::start().await;
    let created = service.act("create-application", json!({"appName": "Shop"})).await;
    let id = created["appId"].as_str().unwrap();
    let old = service.read("get-application-secret", &[("appId", id)]).await;
    let new = service.act("refresh-application-secret", json!({"appId": id})).await;
    assert_ne!(old, new);
    assert_eq!(service.read("get-application-secret", &[("appId", id)]).await, new);
}

#[tokio::test]
async fn a_domain_is_available_until_an_application_has_it() {
    let service = Service::start().await;
    let is_available =
        async || service.act("check-domain-available", json!({"domain": "shop"})).await["available"] == true;
    assert!(is_available().await);
    service.act("create-application", json!({"appName": "Shop", "appIdentifier": "shop"})).await;
    assert!(!is_available().await);
}
