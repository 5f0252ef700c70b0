//! The JSON of CAS (CAS Protocol 3.0, 2.5.1).

use serde::Deserialize;

use super::{CasUser, named, refused};
use crate::call::RawResponse;
use crate::error::Error;
use crate::json::Extra;
use crate::protocol::answer;
use crate::values::Secret;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Body {
    service_response: ServiceResponse,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
enum ServiceResponse {
    AuthenticationSuccess(Success),
    AuthenticationFailure(Failure),
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Success {
    user: String,
    #[serde(default)]
    attributes: Option<Extra>,
    #[serde(default)]
    proxy_granting_ticket: Option<Secret>,
    #[serde(default)]
    proxies: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct Failure {
    #[serde(default)]
    code: Option<String>,
    #[serde(default)]
    description: Option<String>,
}

pub(super) fn read(response: &RawResponse) -> Result<CasUser, Error> {
    let body: Body = answer::read(response)?;
    match body.service_response {
        ServiceResponse::AuthenticationSuccess(success) => {
            let user = CasUser {
                user: success.user,
                attributes: success.attributes.unwrap_or_default(),
                proxy_granting_ticket: success.proxy_granting_ticket,
                proxies: success.proxies.unwrap_or_default(),
            };
            named(user, response)
        }
        ServiceResponse::AuthenticationFailure(failure) => Err(refused(failure.code, failure.description, response)),
    }
}
