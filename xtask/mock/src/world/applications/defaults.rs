//! What an application is like until somebody says otherwise.

use serde_json::{Map, Value, json};

use crate::world::outcome::given;

/// The properties of a new application, its name apart.
pub(super) fn of(id: &str, user_pool_id: &str) -> Map<String, Value> {
    let properties = json!({
        "appId": id,
        "appIdentifier": id,
        "appLogo": "https://files.example.com/application.png",
        "appType": "web",
        "userPoolId": user_pool_id,
        "isIntegrateApp": false,
        "defaultProtocol": "oidc",
        "redirectUris": [],
        "logoutRedirectUris": [],
        "initLoginUri": "",
        "ssoEnabled": false,
        "loginConfig": login_config(),
        "registerConfig": {
            "enabledBasicRegisterMethods": ["EMAIL_CODE", "EMAIL_PASSWORD"],
            "defaultRegisterMethod": "PASSWORD",
        },
        "brandingConfig": branding_config(),
        "oidcConfig": {},
        "samlProviderEnabled": false,
        "oauthProviderEnabled": false,
        "casProviderEnabled": false,
        "customBrandingEnabled": false,
        "customSecurityEnabled": false,
    });
    given(&properties)
}

fn login_config() -> Value {
    json!({
        "mergeLoginAndRegisterPage": false,
        "enabledBasicLoginMethods": ["EMAIL_CODE", "EMAIL_PASSWORD"],
        "defaultLoginMethod": {
            "connectionType": "PASSWORD",
            "qrcodeType": "SELF_BUILT_APP",
            "qrcodeExtIdpConnId": "",
            "adExtIdpConnId": "",
            "ldapExtIdpConnId": "",
        },
        "enabledExtIdpConns": [],
        "showAuthorizationPage": false,
    })
}

fn branding_config() -> Value {
    json!({
        "customCSSEnabled": false,
        "guardVersion": "Advanced",
        "showChangeLanguageButton": false,
        "defaultLanguage": "en-US",
        "showForgetPasswordButton": true,
        "showEnterpriseConnections": true,
        "showSocialConnections": true,
        "showAgreement": false,
        "agreements": [],
    })
}
