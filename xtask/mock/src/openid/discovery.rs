//! What the provider can do, and its public keys (OpenID Connect Discovery 1.0, section 4; RFC 7517).

use serde_json::json;

use super::{answer, issuer, profile};
use crate::call::{Call, Reply};
use crate::world::World;

/// The description of the provider.
pub(super) fn configuration(_: &mut World, call: &Call<'_>) -> Reply {
    let issuer = issuer(call);
    let methods = ["client_secret_post", "client_secret_basic", "none"];
    let none: [&str; 0] = [];
    Reply::Whole(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/auth"),
        "token_endpoint": format!("{issuer}/token"),
        "userinfo_endpoint": format!("{issuer}/me"),
        "jwks_uri": format!("{issuer}/.well-known/jwks.json"),
        "end_session_endpoint": format!("{issuer}/session/end"),
        "introspection_endpoint": format!("{issuer}/token/introspection"),
        "revocation_endpoint": format!("{issuer}/token/revocation"),
        "scopes_supported": profile::SCOPES,
        "response_types_supported": ["code"],
        "response_modes_supported": ["query", "fragment", "form_post"],
        "grant_types_supported": ["authorization_code", "refresh_token", "client_credentials"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
        "id_token_encryption_alg_values_supported": none,
        "id_token_encryption_enc_values_supported": none,
        "userinfo_signing_alg_values_supported": none,
        "userinfo_encryption_alg_values_supported": none,
        "userinfo_encryption_enc_values_supported": none,
        "token_endpoint_auth_methods_supported": methods,
        "introspection_endpoint_auth_methods_supported": methods,
        "revocation_endpoint_auth_methods_supported": methods,
        "claim_types_supported": ["normal"],
        "claims_supported": profile::names(),
        "code_challenge_methods_supported": ["S256", "plain"],
    }))
}

/// The public keys.
pub(super) fn keys(world: &mut World, _: &Call<'_>) -> Reply {
    Reply::Raw(answer::json(200, &world.tokens.jwks()))
}
