//! `GET /api/v2/oidc/validate_token`: whether an id token or an access token is good. An operation of the older API,
//! which says in `code` what went wrong.

use serde_json::{Value, json};

use super::answer;
use super::parameters::Parameters;
use crate::call::{Call, Reply};
use crate::world::World;

/// The claims of a good token.
pub(super) fn validate(world: &mut World, call: &Call<'_>) -> Reply {
    let parameters = Parameters::of_query(call);
    let claims = match (parameters.get("id_token"), parameters.get("access_token")) {
        (Some(token), None) => world.tokens.id_claims(token).ok_or("the id token is not good"),
        (None, Some(token)) => world.tokens.access_claims(token).ok_or("the access token is not good"),
        _ => Err("either id_token or access_token must be there"),
    };
    let body = claims.map_or_else(|message| json!({"code": 400, "message": message}), Value::from);
    Reply::Raw(answer::json(200, &body))
}
