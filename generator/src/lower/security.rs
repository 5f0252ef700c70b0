//! Security schemes and what operations need of them.

use std::collections::BTreeMap;

use openapiv3::{APIKeyLocation, ReferenceOr, SecurityScheme as Raw};

use super::area::Found;
use super::context::{At, Lowering};
use super::docs;
use crate::diagnostic::feature;
use crate::model::{Credential, Location, Requirement, SecurityScheme};
use crate::source::Pointer;

/// Lowers the schemes that documents declare, sorted by name.
pub(super) fn schemes(lowering: &mut Lowering<'_>, documents: &[usize]) -> Vec<SecurityScheme> {
    let mut schemes = BTreeMap::new();
    for &document in documents {
        let Some(components) = &lowering.documents[document].openapi.components else { continue };
        for (wire_name, scheme) in &components.security_schemes {
            let raw = match scheme {
                ReferenceOr::Item(raw) => Some(raw),
                ReferenceOr::Reference { reference } => lowering.documents[document].security_scheme(reference),
            };
            // A reference that leads nowhere has been reported by loading.
            let Some(raw) = raw else { continue };
            let scheme = SecurityScheme {
                wire_name: wire_name.clone(),
                credential: credential(raw),
                docs: docs::of(None, description(raw)),
            };
            if let Credential::OAuth2 | Credential::OpenIdConnect(_) | Credential::Http(_) = scheme.credential {
                let pointer = Pointer::root().child("components").child("securitySchemes").child(wire_name);
                let message = "a security scheme with a flow of its own; the crate takes the token that the caller got";
                lowering.unsupported(feature::SECURITY_SCHEME, message, &At { document, pointer });
            }
            schemes.insert(wire_name.clone(), scheme);
        }
    }
    schemes.into_values().collect()
}

/// The alternatives of an operation, or those of its document where it has none of its own.
pub(super) fn requirements(lowering: &Lowering<'_>, found: &Found<'_>) -> Vec<Vec<Requirement>> {
    let document = &lowering.document(&found.at).openapi;
    let alternatives = found.raw.security.as_ref().or(document.security.as_ref());
    let needed = |alternative: &openapiv3::SecurityRequirement| {
        let mut needed: Vec<Requirement> = alternative
            .iter()
            .map(|(scheme, scopes)| Requirement { scheme: scheme.clone(), scopes: scopes.clone() })
            .collect();
        needed.sort_by(|a, b| a.scheme.cmp(&b.scheme));
        needed
    };
    alternatives.into_iter().flatten().map(needed).collect()
}

fn credential(raw: &Raw) -> Credential {
    match raw {
        Raw::APIKey { location, name, .. } => Credential::Key {
            location: match location {
                APIKeyLocation::Query => Location::Query,
                APIKeyLocation::Header => Location::Header,
                APIKeyLocation::Cookie => Location::Cookie,
            },
            wire_name: name.clone(),
        },
        Raw::HTTP { scheme, .. } => match scheme.to_ascii_lowercase().as_str() {
            "basic" => Credential::Basic,
            "bearer" => Credential::Bearer,
            other => Credential::Http(other.to_owned()),
        },
        Raw::OAuth2 { .. } => Credential::OAuth2,
        Raw::OpenIDConnect { open_id_connect_url, .. } => Credential::OpenIdConnect(open_id_connect_url.clone()),
    }
}

fn description(raw: &Raw) -> Option<&str> {
    match raw {
        Raw::APIKey { description, .. }
        | Raw::HTTP { description, .. }
        | Raw::OAuth2 { description, .. }
        | Raw::OpenIDConnect { description, .. } => description.as_deref(),
    }
}
