//! The user info endpoint (OpenID Connect Core 1.0, section 5.3), with the token in header, form or query (RFC 6750,
//! section 2).

use serde_json::Value;

use super::parameters::Parameters;
use super::refusal::Refusal;
use super::{answer, profile};
use crate::call::{Call, Reply};
use crate::credentials::Authorization;
use crate::world::World;

/// The claims about the user of a token.
pub(super) fn user_info(world: &mut World, call: &Call<'_>) -> Reply {
    match claims(world, call) {
        Ok(claims) => Reply::Raw(answer::json(200, &claims)),
        Err(refusal) => refusal.into(),
    }
}

fn claims(world: &World, call: &Call<'_>) -> Result<Value, Refusal> {
    let (query, form) = (Parameters::of_query(call), Parameters::of_form(call));
    let header = match Authorization::of(call.headers) {
        Authorization::Token(token) => Some(token),
        _ => None,
    };
    let mut shown = [header, query.get("access_token"), form.get("access_token")].into_iter().flatten();
    let token = shown.next().ok_or_else(|| Refusal::token(false))?;
    if shown.next().is_some() {
        return Err(Refusal::bad("invalid_request", "the token comes in more than one place"));
    }
    let claims = world.tokens.check(token).ok_or_else(|| Refusal::token(true))?;
    let user = world.users.get(&claims.subject).ok_or_else(|| Refusal::token(true))?;
    if !claims.scope.split(' ').any(|word| word == "openid") {
        return Err(Refusal::scope());
    }
    Ok(profile::claims(user, &claims.scope).into())
}
