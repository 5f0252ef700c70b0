//! The same types by serde's derive, with the same names, to compare with.
//!
//! [`plain`] drops properties that the description does not name. [`keeping`] keeps them by `flatten`, as the emitted types do.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The types once without and once with a place for properties that have no description.
macro_rules! types {
    ($(#[$meta:meta] $rest:ident: $map:ty)?) => {
        use serde::{Deserialize, Serialize};
        use serde_json::Value;

        /// The answer to `list-users`.
        #[derive(Deserialize, Serialize)]
        #[serde(rename_all = "camelCase")]
        pub struct Page {
            status_code: i64,
            message: String,
            #[serde(skip_serializing_if = "Option::is_none")]
            api_code: Option<i64>,
            #[serde(skip_serializing_if = "Option::is_none")]
            request_id: Option<String>,
            data: Paging,
            $(#[$meta] $rest: $map,)?
        }

        /// The answer to `get-profile`.
        #[derive(Deserialize, Serialize)]
        #[serde(rename_all = "camelCase")]
        pub struct Profile {
            status_code: i64,
            message: String,
            #[serde(skip_serializing_if = "Option::is_none")]
            api_code: Option<i64>,
            #[serde(skip_serializing_if = "Option::is_none")]
            request_id: Option<String>,
            data: User,
            $(#[$meta] $rest: $map,)?
        }

        #[derive(Deserialize, Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Paging {
            total_count: i64,
            list: Vec<User>,
            $(#[$meta] $rest: $map,)?
        }

        #[derive(Deserialize, Serialize)]
        #[serde(rename_all = "camelCase")]
        struct User {
            created_at: String,
            email_verified: bool,
            gender: Gender,
            phone_verified: bool,
            status: Status,
            updated_at: String,
            user_id: String,
            user_source_type: UserSourceType,
            work_status: WorkStatus,
            #[serde(skip_serializing_if = "Option::is_none")]
            address: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            birthdate: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            browser: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            city: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            company: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            country: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            custom_data: Option<Value>,
            #[serde(skip_serializing_if = "Option::is_none")]
            department_ids: Option<Vec<String>>,
            #[serde(skip_serializing_if = "Option::is_none")]
            device: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            email: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            external_id: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            family_name: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            formatted: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            given_name: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            identities: Option<Vec<Identity>>,
            #[serde(skip_serializing_if = "Option::is_none")]
            identity_number: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            last_ip: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            last_login: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            last_login_app: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            last_mfa_time: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            locale: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            logins_count: Option<i64>,
            #[serde(skip_serializing_if = "Option::is_none")]
            main_department_id: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            metadata_source: Option<Value>,
            #[serde(skip_serializing_if = "Option::is_none")]
            middle_name: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            name: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            nickname: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            password_last_set_at: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            password_security_level: Option<i64>,
            #[serde(skip_serializing_if = "Option::is_none")]
            phone: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            phone_country_code: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            photo: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            post_id_list: Option<Vec<String>>,
            #[serde(skip_serializing_if = "Option::is_none")]
            postal_code: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            preferred_username: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            profile: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            province: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            region: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            register_source: Option<Vec<String>>,
            #[serde(skip_serializing_if = "Option::is_none")]
            reset_password_on_next_login: Option<bool>,
            #[serde(skip_serializing_if = "Option::is_none")]
            signed_up: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            status_changed_at: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            street_address: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            tenant_id: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            user_source_id: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            username: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            website: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            zoneinfo: Option<String>,
            $(#[$meta] $rest: $map,)?
        }

        #[derive(Deserialize, Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Identity {
            ext_idp_id: String,
            identity_id: String,
            origin_conn_ids: Vec<String>,
            provider: Provider,
            r#type: String,
            user_id_in_idp: String,
            user_info_in_idp: Value,
            #[serde(skip_serializing_if = "Option::is_none")]
            access_token: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            refresh_token: Option<String>,
            $(#[$meta] $rest: $map,)?
        }
    };
}

/// Without what has no description.
pub mod plain {
    use super::{Gender, Provider, Status, UserSourceType, WorkStatus};

    types! {}
}

/// With what has no description.
pub mod keeping {
    use super::{Gender, Provider, Status, UserSourceType, WorkStatus};

    types! { #[serde(flatten)] extra: serde_json::Map<String, Value> }
}

/// The body of `create-users-batch`, with the properties that users have in [`answers::new_users`](crate::answers::new_users).
#[derive(Deserialize, Serialize)]
pub struct NewUsers {
    list: Vec<NewUser>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct NewUser {
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    birthdate: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    browser: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    city: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    company: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    custom_data: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    department_ids: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    device: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email_verified: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    family_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    formatted: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gender: Option<Gender>,
    #[serde(skip_serializing_if = "Option::is_none")]
    given_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    identity_number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    metadata_source: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    middle_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nickname: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone_country_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone_verified: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    photo: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    postal_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    preferred_username: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    profile: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    province: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<Status>,
    #[serde(skip_serializing_if = "Option::is_none")]
    street_address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    website: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    zoneinfo: Option<String>,
}

mod enums {
    use serde::{Deserialize, Serialize};

    #[derive(Deserialize, Serialize)]
    pub(super) enum Gender {
        M,
        F,
        U,
    }

    #[derive(Deserialize, Serialize)]
    pub(super) enum Status {
        Suspended,
        Resigned,
        Activated,
        Archived,
        Deactivated,
    }

    #[derive(Deserialize, Serialize)]
    #[serde(rename_all = "camelCase")]
    pub(super) enum UserSourceType {
        Excel,
        Register,
        AdminCreated,
        Sync,
    }

    #[derive(Deserialize, Serialize)]
    pub(super) enum WorkStatus {
        Closed,
        Active,
    }

    /// Kinds of identity sources.
    #[derive(Deserialize, Serialize)]
    #[serde(rename_all = "lowercase")]
    pub(super) enum Provider {
        Oidc,
        Oauth2,
        Saml,
        Ldap,
        Ad,
        Cas,
        #[serde(rename = "azure-ad")]
        AzureAd,
        Wechat,
        Google,
        Qq,
        Wechatwork,
        Dingtalk,
        Weibo,
        Github,
        Alipay,
        Apple,
        Baidu,
        Lark,
        Gitlab,
        Twitter,
        Facebook,
        Slack,
        Linkedin,
        Yidun,
        Qingcloud,
        Gitee,
        Instagram,
        Welink,
        Huawei,
        Honor,
        Xiaomi,
        Oppo,
        Aws,
        Amazon,
        Douyin,
        Kuaishou,
        Line,
        Sdbz,
        Zjzwfw,
        Zzding,
        Seeyona8v5,
    }
}

use enums::{Gender, Provider, Status, UserSourceType, WorkStatus};
