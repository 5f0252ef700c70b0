//! Credentials: which an operation takes, and what they are.

use std::collections::{BTreeMap, BTreeSet};

use generator::model::{Credential, Location, Place, Requirement};

use super::comparison::Comparison;
use super::spot::Spot;
use crate::level::Side;
use crate::rules::security as rules;

/// Schemes that are needed together, each with its scopes.
type Alternative<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

/// Compares what an operation needs.
pub(super) fn compare(
    comparison: &mut Comparison<'_>,
    spot: &Spot,
    old: &[Vec<Requirement>],
    new: &[Vec<Requirement>],
) {
    let (old, new) = (alternatives(old), alternatives(new));
    let path = &spot.path;
    if is_free(&old) != is_free(&new) {
        let (rule, words) = match is_free(&new) {
            true => (&rules::DROPPED, "needs no credentials any more"),
            false => (&rules::NEEDED, "needs credentials now"),
        };
        return comparison.tell(spot, rule, format!("`{path}` {words}"), [words_of(&old), words_of(&new)]);
    }
    let gone = missing(&old, &new);
    let come = missing(&new, &old);
    let (rule, message) = match (gone.as_slice(), come.as_slice()) {
        ([], []) => return scopes(comparison, spot, &old, &new),
        ([], _) => (&rules::ADDED, format!("`{path}` takes {}", words_of(&come).unwrap_or_default())),
        (_, []) => (&rules::REMOVED, format!("`{path}` takes {} no more", words_of(&gone).unwrap_or_default())),
        _ => (&rules::CHANGED, format!("`{path}` takes other credentials")),
    };
    comparison.tell(spot, rule, message, [words_of(&old), words_of(&new)]);
    scopes(comparison, spot, &old, &new);
}

/// The alternatives that others do not have.
fn missing<'a>(all: &[Alternative<'a>], others: &[Alternative<'a>]) -> Vec<Alternative<'a>> {
    all.iter().filter(|one| !others.iter().any(|other| other.keys().eq(one.keys()))).cloned().collect()
}

/// Compares the scopes of alternatives that stayed.
fn scopes(comparison: &mut Comparison<'_>, spot: &Spot, old: &[Alternative<'_>], new: &[Alternative<'_>]) {
    let path = &spot.path;
    for alternative in old {
        let Some(other) = new.iter().find(|other| other.keys().eq(alternative.keys())) else { continue };
        for (scheme, scopes) in alternative {
            let now = other.get(scheme).cloned().unwrap_or_default();
            for scope in scopes.difference(&now) {
                let message = format!("`{path}` needs the scope `{scope}` of `{scheme}` no more");
                comparison.tell(spot, &rules::SCOPE_REMOVED, message, [Some((*scope).to_owned()), None]);
            }
            for scope in now.difference(scopes) {
                let message = format!("`{path}` needs the scope `{scope}` of `{scheme}`");
                comparison.tell(spot, &rules::SCOPE_ADDED, message, [None, Some((*scope).to_owned())]);
            }
        }
    }
}

fn alternatives(security: &[Vec<Requirement>]) -> Vec<Alternative<'_>> {
    security
        .iter()
        .map(|all| {
            all.iter().map(|one| (one.scheme.as_str(), one.scopes.iter().map(String::as_str).collect())).collect()
        })
        .collect()
}

/// Whether a caller without credentials is let in.
fn is_free(alternatives: &[Alternative<'_>]) -> bool {
    alternatives.is_empty() || alternatives.iter().any(BTreeMap::is_empty)
}

fn word_of(alternative: &Alternative<'_>) -> String {
    if alternative.is_empty() {
        return "no credentials".to_owned();
    }
    let schemes: Vec<String> = alternative.keys().map(|scheme| format!("`{scheme}`")).collect();
    schemes.join(" with ")
}

fn words_of(alternatives: &[Alternative<'_>]) -> Option<String> {
    let words: Vec<String> = alternatives.iter().map(word_of).collect();
    (!words.is_empty()).then(|| words.join(" or "))
}

/// Compares the schemes of all clients.
pub(super) fn compare_schemes(comparison: &mut Comparison<'_>) {
    let (old, new) = (comparison.old, comparison.new);
    for client in &new.clients {
        let Some(before) = old.clients.iter().find(|other| other.name == client.name) else { continue };
        let spot = Spot {
            side: Side::Request,
            path: client.name.to_string(),
            place: Place { source: client.sources.first().cloned().unwrap_or_default(), pointer: POINTER.to_owned() },
            callers: Vec::new(),
            item: None,
            is_reached: true,
        };
        for scheme in &before.security {
            let name = &scheme.wire_name;
            let was = credential(&scheme.credential);
            let spot = spot.at(&format!(" {name}"));
            match client.security.iter().find(|other| other.wire_name == *name) {
                None => {
                    let message = format!("the security scheme `{name}` is gone");
                    comparison.tell(&spot, &rules::SCHEME_REMOVED, message, [Some(was), None]);
                }
                Some(other) if other.credential != scheme.credential => {
                    let is = credential(&other.credential);
                    let message = format!("the security scheme `{name}` was {was} and is {is}");
                    comparison.tell(&spot, &rules::SCHEME_CHANGED, message, [Some(was), Some(is)]);
                }
                Some(_) => {}
            }
        }
        for scheme in &client.security {
            if !before.security.iter().any(|other| other.wire_name == scheme.wire_name) {
                let name = &scheme.wire_name;
                let message = format!("the security scheme `{name}` is new");
                let change = [None, Some(credential(&scheme.credential))];
                comparison.tell(&spot.at(&format!(" {name}")), &rules::SCHEME_ADDED, message, change);
            }
        }
    }
}

const POINTER: &str = "/components/securitySchemes";

fn credential(credential: &Credential) -> String {
    match credential {
        Credential::Key { location, wire_name } => {
            let place = match location {
                Location::Path => "path",
                Location::Query => "query",
                Location::Header => "header",
                Location::Cookie => "cookie",
            };
            format!("a key in the {place} `{wire_name}`")
        }
        Credential::Basic => "Basic".to_owned(),
        Credential::Bearer => "Bearer".to_owned(),
        Credential::Http(scheme) => format!("HTTP {scheme}"),
        Credential::OAuth2 => "OAuth 2.0".to_owned(),
        Credential::OpenIdConnect(url) => format!("OpenID Connect at `{url}`"),
    }
}
