//! JSON for programs; `DIFF.md` describes each field, and they keep their names and meanings.

use serde::Serialize;

use super::Names;
use crate::changes::Changes;
use crate::finding::{Caller, Finding};
use crate::level::{Level, Side};

/// The version of the form; a field that is added does not change it.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    old: &'a str,
    new: &'a str,
    verdict: &'static str,
    worst: Option<&'static str>,
    counts: Counts,
    findings: Vec<Entry<'a>>,
}

/// `null` for what was not compared.
#[derive(Serialize)]
struct Counts {
    api: Option<ByLevel>,
    #[serde(rename = "crate")]
    surface: Option<ByLevel>,
}

#[derive(Serialize)]
struct ByLevel {
    breaking: usize,
    additive: usize,
    cosmetic: usize,
}

#[derive(Serialize)]
struct Entry<'a> {
    rule: &'static str,
    layer: &'static str,
    level: &'static str,
    side: &'static str,
    /// What it is on each side, where it is on both.
    levels: Option<Levels>,
    message: &'a str,
    path: &'a str,
    place: Option<At<'a>>,
    clients: &'a [String],
    areas: &'a [String],
    callers: Vec<Operation<'a>>,
    item: Option<&'a str>,
    before: Option<&'a str>,
    after: Option<&'a str>,
    advice: &'a str,
}

#[derive(Serialize)]
struct Levels {
    request: &'static str,
    response: &'static str,
}

#[derive(Serialize)]
struct At<'a> {
    document: &'a str,
    pointer: &'a str,
}

#[derive(Serialize)]
struct Operation<'a> {
    client: &'a str,
    area: &'a str,
    method: &'a str,
    request: &'a str,
    title: &'a str,
}

/// The changes for programs.
pub fn json(changes: &Changes, names: Names<'_>) -> String {
    let report = Report {
        version: VERSION,
        old: names.old,
        new: names.new,
        verdict: changes.verdict().name(),
        worst: changes.worst().map(Level::name),
        counts: Counts { api: counts(&changes.api), surface: counts(&changes.surface) },
        findings: changes.iter().map(entry).collect(),
    };
    // Texts, numbers and lists of them are always JSON.
    serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
}

fn counts(findings: &Option<Vec<Finding>>) -> Option<ByLevel> {
    let [breaking, additive, cosmetic] = super::wording::counts(findings.as_deref()?);
    Some(ByLevel { breaking, additive, cosmetic })
}

fn entry(finding: &Finding) -> Entry<'_> {
    let Finding { rule, level, side, message, path, place, clients, areas, callers, item, before, after, advice } =
        finding;
    let levels = Levels { request: rule.request.name(), response: rule.response.name() };
    Entry {
        rule: rule.id,
        layer: rule.layer.name(),
        level: level.name(),
        side: side.name(),
        levels: (*side == Side::Both).then_some(levels),
        message,
        path,
        place: place.as_ref().map(|place| At { document: &place.source, pointer: &place.pointer }),
        clients,
        areas,
        callers: callers.iter().map(operation).collect(),
        item: item.as_deref(),
        before: before.as_deref(),
        after: after.as_deref(),
        advice,
    }
}

fn operation(caller: &Caller) -> Operation<'_> {
    let Caller { client, area, method, request, title } = caller;
    Operation { client, area, method, request, title }
}
