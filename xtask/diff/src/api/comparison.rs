//! What every part of the comparison works on.

use generator::model::{Api, Area, Client, Operation, Visibility};

use super::pairs::Pairs;
use super::spot::Spot;
use crate::finding::{Caller, Finding};
use crate::level::Side;
use crate::rule::Rule;

/// Two models, which of their types are the same type, and what was found so far.
pub(super) struct Comparison<'a> {
    pub(super) old: &'a Api,
    pub(super) new: &'a Api,
    pub(super) pairs: Pairs,
    pub(super) findings: Vec<Finding>,
}

/// An operation, and where it belongs.
#[derive(Clone, Copy)]
pub(super) struct Located<'a> {
    pub(super) client: &'a Client,
    pub(super) area: &'a Area,
    pub(super) operation: &'a Operation,
}

impl<'a> Comparison<'a> {
    pub(super) fn new(old: &'a Api, new: &'a Api) -> Self {
        Self { old, new, pairs: Pairs::default(), findings: Vec::new() }
    }

    /// Adds a finding, with what there was and what there is.
    pub(super) fn tell(&mut self, spot: &Spot, rule: &'static Rule, message: String, change: [Option<String>; 2]) {
        let [before, after] = change;
        self.findings.push(spot.finding(rule, message).change(before, after));
    }
}

/// The operations of a model.
pub(super) fn operations(api: &Api) -> impl Iterator<Item = Located<'_>> {
    api.clients.iter().flat_map(|client| {
        client
            .areas
            .iter()
            .flat_map(move |area| area.operations.iter().map(move |operation| Located { client, area, operation }))
    })
}

impl Located<'_> {
    /// The operation as it is sent, such as `POST /api/v3/users`.
    pub(super) fn request(&self) -> String {
        format!("{} {}", self.operation.method.as_str(), self.operation.path.text)
    }

    /// The operation as somebody who calls it.
    pub(super) fn caller(&self) -> Caller {
        Caller::of(self.client, self.area, self.operation)
    }

    /// The operation as a place.
    pub(super) fn spot(&self) -> Spot {
        let method = format!("{}::{}", self.client.name, self.operation.name);
        Spot {
            side: Side::Neither,
            path: self.request(),
            place: self.operation.at.clone(),
            callers: vec![self.caller()],
            item: (self.operation.visibility == Visibility::Public).then_some(method),
            is_reached: true,
        }
    }
}
