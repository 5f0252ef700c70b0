//! The token endpoint (RFC 6749, sections 4.1.3, 4.4.2 and 6; OpenID Connect Core 1.0, section 3.1.3).

use serde_json::{Map, Value, json};

use super::client::{Client, Proven};
use super::parameters::Parameters;
use super::refusal::Refusal;
use super::{answer, issuer, profile};
use crate::call::{Call, Reply};
use crate::credentials::{Grant, Issued, seconds_since_1970};
use crate::world::World;

/// Gives tokens for a code, a refresh token or an access key.
pub(super) fn token(world: &mut World, call: &Call<'_>) -> Reply {
    match given(world, call) {
        Ok(tokens) => Reply::Raw(answer::json(200, &tokens)),
        Err(refusal) => refusal.into(),
    }
}

fn given(world: &mut World, call: &Call<'_>) -> Result<Value, Refusal> {
    let form = Parameters::of_form(call);
    form.once()?;
    let grant_type = form.required("grant_type")?;
    let client = Client::of(call, &form)?;
    let issuer = issuer(call);
    match grant_type {
        "authorization_code" => {
            let proven = client.application(&world.settings)?;
            by_code(world, &form, proven, &issuer)
        }
        "refresh_token" => {
            let proven = client.application(&world.settings)?;
            by_refresh_token(world, &form, proven, &issuer)
        }
        "client_credentials" => {
            client.access_key(&world.settings)?;
            let scope = form.get("scope").unwrap_or_default();
            let (token, expires_in) = world.tokens.issue_client(&issuer, scope);
            Ok(json!({"access_token": token, "token_type": "Bearer", "expires_in": expires_in, "scope": scope}))
        }
        other => Err(Refusal::bad("unsupported_grant_type", format!("the mock does not know {other}"))),
    }
}

fn by_code(world: &mut World, form: &Parameters, proven: Proven, issuer: &str) -> Result<Value, Refusal> {
    let refused = |problem: &str| Err(Refusal::bad("invalid_grant", problem));
    let text = form.required("code")?;
    let Some(code) = world.sessions.get(text, seconds_since_1970()).cloned() else {
        return refused("the code is unknown or over");
    };
    if let Some(grant_id) = &code.used_for {
        // Somebody else has the code as well (RFC 6749, section 4.1.2).
        world.tokens.end(grant_id);
        return refused("the code was used before; what came of it is revoked");
    }
    if form.required("redirect_uri")? != code.redirect_uri {
        return refused("redirect_uri is not the one of the authorization");
    }
    match (&code.challenge, form.get("code_verifier")) {
        (Some(challenge), Some(verifier)) if challenge.is_met_by(verifier) => {}
        (Some(_), _) => return refused("code_verifier does not fit the challenge"),
        (None, Some(_)) => return refused("the authorization had no challenge for this code_verifier"),
        (None, None) if proven == Proven::Public => return refused("a client without a secret needs a challenge"),
        (None, None) => {}
    }
    let is_confidential = proven == Proven::Confidential;
    let grant = Grant { user_id: code.user_id, scope: code.scope, is_confidential };
    let mut claims = claims(world, &grant)?;
    claims.extend(code.nonce.map(|nonce| ("nonce".to_owned(), nonce.into())));
    let grant_id = world.tokens.begin(grant.clone());
    world.sessions.used(text, &grant_id);
    let issued = world.tokens.issue_for(issuer, &grant_id, &grant, claims);
    let is_offline = grant.scope.split(' ').any(|word| word == "offline_access");
    Ok(tokens(&issued, &grant.scope, is_offline))
}

fn by_refresh_token(world: &mut World, form: &Parameters, proven: Proven, issuer: &str) -> Result<Value, Refusal> {
    let refresh_token = form.required("refresh_token")?;
    // What can be refused for another reason must not use the token up.
    if let Some(grant) = world.tokens.refreshable(refresh_token) {
        if grant.is_confidential && proven == Proven::Public {
            return Err(Refusal::client("the client's secret is missing"));
        }
        if form.words("scope").any(|word| !grant.scope.split(' ').any(|granted| granted == word)) {
            return Err(Refusal::bad("invalid_scope", "the scope is wider than the one that was granted"));
        }
    }
    let spent = |_| Refusal::bad("invalid_grant", "the refresh token is unknown, was revoked or was used before");
    let (grant_id, mut grant) = world.tokens.redeem(refresh_token).map_err(spent)?;
    if let Some(narrower) = form.get("scope") {
        narrower.clone_into(&mut grant.scope);
    }
    let claims = claims(world, &grant)?;
    let issued = world.tokens.issue_for(issuer, &grant_id, &grant, claims);
    Ok(tokens(&issued, &grant.scope, true))
}

/// What the id token says of the user.
fn claims(world: &World, grant: &Grant) -> Result<Map<String, Value>, Refusal> {
    let user = world.users.get(&grant.user_id);
    let user = user.ok_or_else(|| Refusal::bad("invalid_grant", "the user is gone"))?;
    Ok(profile::claims(user, &grant.scope))
}

/// The answer (RFC 6749, section 5.1).
fn tokens(issued: &Issued, scope: &str, with_refresh_token: bool) -> Value {
    let mut answer = json!({
        "access_token": issued.access_token,
        "token_type": "Bearer",
        "expires_in": issued.expires_in,
        "scope": scope,
    });
    if scope.split(' ').any(|word| word == "openid") {
        answer["id_token"] = issued.id_token.as_str().into();
    }
    if with_refresh_token {
        answer["refresh_token"] = issued.refresh_token.as_str().into();
    }
    answer
}
