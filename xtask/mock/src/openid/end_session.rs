//! The end of a browser's session (OpenID Connect RP-Initiated Logout 1.0).

use super::answer;
use super::parameters::Parameters;
use super::response_mode::ResponseMode;
use crate::call::{Call, Reply};
use crate::world::World;

/// Sends the browser to where the application wants it, or shows a page.
///
/// The mock has no sessions of browsers, so nothing ends; tokens go on, as they do at the service.
pub(super) fn end(world: &mut World, call: &Call<'_>) -> Reply {
    let parameters = Parameters::of_query(call);
    if parameters.get("id_token_hint").is_some_and(|token| world.tokens.id_claims(token).is_none()) {
        return Reply::Raw(answer::page(400, "id_token_hint is no id token of this provider"));
    }
    Reply::Raw(match (parameters.get("post_logout_redirect_uri"), parameters.get("state")) {
        (Some(uri), Some(state)) => ResponseMode::Query.send(uri, &[("state", state)]),
        (Some(uri), None) => answer::redirect(uri),
        (None, _) => answer::page(200, "signed out"),
    })
}
