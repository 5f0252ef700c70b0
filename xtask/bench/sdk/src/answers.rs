//! The answers that are read, in the order in which the API's description names their properties.

use serde_json::{Value, json};

/// The answer to a deletion.
pub const DONE: &str = r#"{"statusCode":200,"message":"done","apiCode":20001,"requestId":"934108e5-9fbf-4d24-8da1","data":{"success":true}}"#;

/// One user, every property set.
pub fn profile() -> String {
    envelope(&user(7))
}

/// A page of users, every property set: about 2.4 kB for each.
pub fn page(users: usize) -> String {
    let list: Vec<String> = (0..users).map(user).collect();
    envelope(&format!(r#"{{"totalCount":{users},"list":[{}]}}"#, list.join(",")))
}

/// A request with as many users, with all that those of [`page`] have and new users can have.
pub fn new_users(users: usize) -> String {
    let list: Vec<Value> = (0..users).map(new_user).collect();
    json!({"list": list}).to_string()
}

fn new_user(number: usize) -> Value {
    let mut user: Value = serde_json::from_str(&user(number)).unwrap_or_default();
    if let Some(user) = user.as_object_mut() {
        user.retain(|name, _| !NOT_NEW.contains(&name.as_str()));
    }
    user
}

/// What the service itself adds, and identities, which come in another form than they go.
const NOT_NEW: &[&str] = &[
    "userId",
    "createdAt",
    "updatedAt",
    "workStatus",
    "loginsCount",
    "lastLogin",
    "lastIp",
    "passwordLastSetAt",
    "userSourceType",
    "userSourceId",
    "lastLoginApp",
    "mainDepartmentId",
    "lastMfaTime",
    "passwordSecurityLevel",
    "resetPasswordOnNextLogin",
    "registerSource",
    "identities",
    "postIdList",
    "statusChangedAt",
    "tenantId",
    "signedUp",
];

fn envelope(payload: &str) -> String {
    format!(
        r#"{{"statusCode":200,"message":"ok","apiCode":20001,"requestId":"934108e5-9fbf-4d24-8da1","data":{payload}}}"#
    )
}

fn user(number: usize) -> String {
    USER.replace("NUMBER", &format!("{number:06}"))
}

const USER: &str = r#"{"userId":"6229ffa0c0decade3e3NUMBER","createdAt":"2022-07-03T02:20:30.000Z","updatedAt":"2022-07-03T02:20:30.000Z","status":"Activated","workStatus":"Active","externalId":"10NUMBER","email":"testNUMBER@example.com","phone":"188NUMBER88","phoneCountryCode":"+86","username":"bobNUMBER","name":"Bob NUMBER","nickname":"Bobby","photo":"https://files.example.com/console/default-user-avatar.png","loginsCount":3,"lastLogin":"2022-07-03T02:20:30.000Z","lastIp":"127.0.0.1","gender":"M","emailVerified":true,"phoneVerified":true,"passwordLastSetAt":"2022-07-03T02:20:30.000Z","birthdate":"2000-01-01","country":"CN","province":"BJ","city":"BJ","address":"My Street 1","streetAddress":"My Street","postalCode":"438100","company":"steamory","browser":"Mozilla/5.0 (Windows NT 10.0; Win64; x64)","device":"iOS","givenName":"Bob","familyName":"Smith","middleName":"James","profile":"alice","preferredUsername":"alice","website":"https://my-website.com","zoneinfo":"GMT-08:00","locale":"af","formatted":"132, My Street, Kingston, New York 12401.","region":"Xinjiang Uyghur Autonomous Region","userSourceType":"register","userSourceId":"6229ffa0c0decade3e3d9","lastLoginApp":"6229ffa0c0decade3e3da","mainDepartmentId":"624d930c0c0de5c08dd4986e","lastMfaTime":"2022-07-03T02:20:30.000Z","passwordSecurityLevel":1,"resetPasswordOnNextLogin":false,"registerSource":["basic:email"],"departmentIds":["624d930c0c0de5c08dd4986e","624d93102c0de012f33cd2fe"],"identities":[{"identityId":"62299d8b866d2dab79a89dc4","extIdpId":"6076bac0c0de0c0dd80d993b5","provider":"wechat","type":"openid","userIdInIdp":"oj7Nq05R-RRaqak0_YlMLnnIwsvg","userInfoInIdp":{"name":"Bob"},"accessToken":"57_fK0xgSL_NwVlS-gmUwlMQ2N6AONNIOAY","refreshToken":"57_IZFu91Ak1Wg6DRytZFFIOd3upNF5lH7vP","originConnIds":["605492ac41c0dee0362f0707"]}],"identityNumber":"420421200001011234","customData":{"school":"pku","age":22},"postIdList":["60b49eb83fd80adb96f26e68"],"statusChangedAt":"2022-07-03T02:20:30.000Z","tenantId":"60b49eb83fd80adb96f26e69","metadataSource":"{}","signedUp":"2022-07-03T02:20:30.000Z"}"#;
