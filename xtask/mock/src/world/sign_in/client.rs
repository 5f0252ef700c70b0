//! The application that a sign-in names, in the body (`client_secret_post`) or in a header (`client_secret_basic`).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::HeaderMap;
use http::header::AUTHORIZATION;

use crate::answer::Failure;
use crate::call::Call;
use crate::world::World;
use crate::world::accounts::refusal;

/// Refuses an application's id or secret that is wrong. A public application sends neither.
pub(super) fn check(world: &World, call: &Call<'_>) -> Result<(), Failure> {
    let (basic_id, basic_secret) = basic(call.headers).unzip();
    let ids = [call.body_text("/client_id"), basic_id.as_deref()];
    if ids.into_iter().flatten().any(|id| id != world.settings.app_id) {
        return Err(refusal::unknown_application());
    }
    let secrets = [call.body_text("/client_secret"), basic_secret.as_deref()];
    if secrets.into_iter().flatten().any(|secret| secret != world.settings.app_secret) {
        return Err(Failure::plain(401, "the application's secret is wrong"));
    }
    Ok(())
}

/// The name and the password of HTTP Basic (RFC 7617).
fn basic(headers: &HeaderMap) -> Option<(String, String)> {
    let (scheme, encoded) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    let decoded = STANDARD.decode(encoded.trim()).ok().filter(|_| scheme.eq_ignore_ascii_case("basic"))?;
    let (id, secret) = std::str::from_utf8(&decoded).ok()?.split_once(':')?;
    Some((id.to_owned(), secret.to_owned()))
}
