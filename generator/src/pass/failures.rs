//! What may go wrong with each operation, by the rules of the settings.

use crate::diagnostic::Diagnostics;
use crate::model::{Api, Failure, Operation, Shape, Success, TypeKind, TypeTable};
use crate::settings::{FailureRule, Settings};

/// Writes to every operation's page the failures whose rules fit it, in the order of the settings.
///
/// A rule that fits none is misspelled or left over, and is reported.
pub(super) fn find(api: &mut Api, settings: &Settings, diagnostics: &mut Diagnostics) {
    let types = &api.types;
    let is_wrapped = api.envelope.is_some();
    let mut used = vec![false; settings.failures.len()];
    for client in &mut api.clients {
        for operation in client.areas.iter_mut().flat_map(|area| &mut area.operations) {
            // The codes stand in the envelope, so an answer without one has none of them.
            if is_wrapped && !matches!(operation.responses.success, Success::Json { shape: Shape::Usual, .. }) {
                continue;
            }
            let members = members(types, operation);
            for (rule, used) in settings.failures.iter().zip(&mut used) {
                if fits(rule, client.name.plain(), operation, &members) {
                    *used = true;
                    let failure = Failure { status: rule.status, code: rule.code, text: rule.text.clone() };
                    operation.page.failures.push(failure);
                }
            }
        }
    }
    settings.check_failures(&used, diagnostics);
}

/// A rule fits where each of the conditions that it states holds.
fn fits(rule: &FailureRule, client: &str, operation: &Operation, members: &[String]) -> bool {
    let needs = |scheme: &String| operation.security.iter().flatten().any(|needed| needed.scheme == *scheme);
    let holds = |listed: &[String], is_met: &dyn Fn(&String) -> bool| listed.is_empty() || listed.iter().any(is_met);
    holds(&rule.clients, &|name| client == name)
        && holds(&rule.credentials, &needs)
        && holds(&rule.members, &|name| members.contains(name))
        && holds(&rule.operations, &|id| operation.wire_name == *id)
        && rule.has_input.is_none_or(|expected| expected != members.is_empty())
}

/// The names of all parameters, and of the body's properties.
fn members(types: &TypeTable, operation: &Operation) -> Vec<String> {
    let set = operation.parameters.iter().flat_map(|set| &set.parameters);
    let parameters = operation.path_parameters.iter().chain(set).map(|parameter| parameter.wire_name.clone());
    let body = operation.body.iter().filter_map(|body| body.content.ty.named());
    let properties = body.flat_map(|id| match &types.get(id).kind {
        TypeKind::Object(object) => object.fields.iter().map(|field| field.wire_name.clone()).collect(),
        _ => Vec::new(),
    });
    parameters.chain(properties).collect()
}
