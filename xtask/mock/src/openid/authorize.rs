//! The authorization endpoint (OpenID Connect Core 1.0, section 3.1.2). Nobody is asked: the mock allows everything.

use super::parameters::Parameters;
use super::pkce::Challenge;
use super::refusal::Refusal;
use super::response_mode::ResponseMode;
use super::sessions::{CODE_LIFETIME, Code};
use super::{answer, profile};
use crate::call::{Call, Reply};
use crate::credentials::seconds_since_1970;
use crate::world::World;

/// Sends the browser back with a code, or with an error.
pub(super) fn authorize(world: &mut World, call: &Call<'_>) -> Reply {
    let parameters = Parameters::of_query(call);
    // Without a client and an address there is nobody to send an error to (RFC 6749, section 4.1.2.1).
    let redirect_uri = match (parameters.get("client_id"), parameters.get("redirect_uri")) {
        (Some(id), Some(uri)) if id == world.settings.app_id && is_usable(uri) => uri,
        _ => return Reply::Raw(answer::page(400, "client_id or redirect_uri is missing, unknown or cannot be used")),
    };
    let mode = ResponseMode::named(parameters.get("response_mode"));
    let outcome = match mode {
        Some(_) => grant(world, &parameters, redirect_uri),
        None => Err(Refusal::bad("invalid_request", "response_mode must be query, fragment or form_post")),
    };
    let mut sent = match &outcome {
        Ok(code) => vec![("code", code.as_str())],
        Err(refusal) => vec![("error", refusal.error), ("error_description", refusal.description.as_str())],
    };
    sent.extend(parameters.get("state").map(|state| ("state", state)));
    Reply::Raw(mode.unwrap_or(ResponseMode::Query).send(redirect_uri, &sent))
}

/// An absolute URI without a fragment (RFC 6749, section 3.1.2) that no script hides in.
fn is_usable(uri: &str) -> bool {
    let Some((scheme, rest)) = uri.split_once(':') else { return false };
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    let is_harmless = !["javascript", "data"].iter().any(|bad| scheme.eq_ignore_ascii_case(bad));
    is_scheme && is_harmless && !rest.is_empty() && uri.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'#')
}

/// A code for the user.
fn grant(world: &mut World, parameters: &Parameters, redirect_uri: &str) -> Result<String, Refusal> {
    parameters.once()?;
    if parameters.required("response_type")? != "code" {
        return Err(Refusal::bad("unsupported_response_type", "the mock only knows the response type code"));
    }
    let challenge = Challenge::of(parameters)?;
    let scope = scope(parameters)?;
    let user = match parameters.get("login_hint") {
        Some(hint) => world.users.iter().find(|user| {
            ["username", "email", "phone", "userId"].iter().any(|property| user.text(property) == Some(hint))
        }),
        None => world.users.iter().next(),
    };
    let user = user.ok_or_else(|| Refusal::bad("access_denied", "there is no user who could allow it"))?;
    let now = seconds_since_1970();
    let code = Code {
        user_id: user.id().to_owned(),
        scope,
        redirect_uri: redirect_uri.to_owned(),
        challenge,
        nonce: parameters.get("nonce").map(str::to_owned),
        expires_at: now + CODE_LIFETIME,
        used_for: None,
    };
    let text = world.tokens.random_text();
    world.sessions.insert(text.clone(), code, now);
    Ok(text)
}

/// The scopes that are granted: those that the mock knows. `offline_access` needs the user's consent (OpenID Connect
/// Core 1.0, section 11).
fn scope(parameters: &Parameters) -> Result<String, Refusal> {
    let asks_for_consent = parameters.words("prompt").any(|word| word == "consent");
    let is_granted = |word: &&str| profile::SCOPES.contains(word) && (*word != "offline_access" || asks_for_consent);
    let granted: Vec<&str> = parameters.words("scope").filter(is_granted).collect();
    if granted.contains(&"openid") {
        return Ok(granted.join(" "));
    }
    Err(Refusal::bad("invalid_scope", "the scope lacks openid"))
}
