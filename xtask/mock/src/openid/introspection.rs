//! Token introspection (RFC 7662).

use serde_json::{Value, json};

use super::client::Client;
use super::parameters::Parameters;
use super::refusal::Refusal;
use super::{answer, issuer};
use crate::call::{Call, Reply};
use crate::world::World;

/// Whether a token is good, and what it says. Nothing is told of one that is not.
pub(super) fn introspect(world: &mut World, call: &Call<'_>) -> Reply {
    match described(world, call) {
        Ok(description) => Reply::Raw(answer::json(200, &description)),
        Err(refusal) => refusal.into(),
    }
}

fn described(world: &World, call: &Call<'_>) -> Result<Value, Refusal> {
    let form = Parameters::of_form(call);
    form.once()?;
    Client::of(call, &form)?.application(&world.settings)?;
    let token = form.required("token")?;
    if let Some(mut claims) = world.tokens.access_claims(token) {
        claims.insert("active".to_owned(), true.into());
        claims.insert("client_id".to_owned(), world.settings.app_id.as_str().into());
        claims.insert("token_type".to_owned(), "Bearer".into());
        return Ok(claims.into());
    }
    Ok(match world.tokens.refreshable(token) {
        Some(grant) => json!({
            "active": true,
            "iss": issuer(call),
            "sub": grant.user_id,
            "client_id": world.settings.app_id,
            "scope": grant.scope,
        }),
        None => json!({"active": false}),
    })
}
