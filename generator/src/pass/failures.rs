//! What may go wrong with each operation, by the rules of the settings.

use crate::diagnostic::Diagnostics;
use crate::model::{Api, Failure, Operation, TypeKind, TypeTable};
use crate::settings::{FailureRule, Settings};

/// Writes to every operation's page the failures whose rules fit it, in the order of the settings.
///
/// A rule that fits none is misspelled or left over, and is reported.
pub(super) fn find(api: &mut Api, settings: &Settings, diagnostics: &mut Diagnostics) {
    let types = &api.types;
    let mut used = vec![false; settings.failures.len()];
    for operation in api.clients.iter_mut().flat_map(|client| &mut client.areas).flat_map(|area| &mut area.operations) {
        let members = members(types, operation);
        for (rule, used) in settings.failures.iter().zip(&mut used) {
            if fits(rule, operation, &members) {
                *used = true;
                let failure = Failure { status: rule.status, code: rule.code, text: rule.text.clone() };
                operation.page.failures.push(failure);
            }
        }
    }
    settings.check_failures(&used, diagnostics);
}

/// A rule fits where each of the conditions that it states holds.
fn fits(rule: &FailureRule, operation: &Operation, members: &[String]) -> bool {
    let needs = |scheme: &String| operation.security.iter().flatten().any(|needed| needed.scheme == *scheme);
    let holds = |listed: &[String], is_met: &dyn Fn(&String) -> bool| listed.is_empty() || listed.iter().any(is_met);
    holds(&rule.credentials, &needs)
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
