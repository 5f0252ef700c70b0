//! Token revocation (RFC 7009).

use serde_json::json;

use super::client::Client;
use super::parameters::Parameters;
use super::refusal::Refusal;
use crate::call::{Call, Reply};
use crate::world::World;

/// Makes a token worthless. One that is worthless already is a success too (section 2.2).
///
/// Clients look at the status alone, so the answer is the envelope that the document describes.
pub(super) fn revoke(world: &mut World, call: &Call<'_>) -> Reply {
    match revoked(world, call) {
        Ok(()) => Reply::Data(json!({"success": true})),
        Err(refusal) => refusal.into(),
    }
}

fn revoked(world: &World, call: &Call<'_>) -> Result<(), Refusal> {
    let form = Parameters::of_form(call);
    form.once()?;
    Client::of(call, &form)?.application(&world.settings)?;
    world.tokens.revoke(form.required("token")?);
    Ok(())
}
