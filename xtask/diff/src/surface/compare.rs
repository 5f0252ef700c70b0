//! What changed in the surface: items by path, their parts by name, features.

mod features;
mod impls;
mod items;
mod methods;
mod parts;
mod renames;

use super::Surface;
use super::item::Item;
use crate::finding::Finding;
use crate::level::Side;
use crate::rule::Rule;
use renames::Renames;

/// What changed in the surface.
pub fn compare(old: &Surface, new: &Surface) -> Vec<Finding> {
    let mut comparison = Comparison { old, new, renames: Renames::between(old, new), findings: Vec::new() };
    items::compare(&mut comparison);
    features::compare(&mut comparison);
    comparison.findings
}

/// Two surfaces, which types only have another name, and what was found so far.
struct Comparison<'a> {
    old: &'a Surface,
    new: &'a Surface,
    renames: Renames,
    findings: Vec<Finding>,
}

impl Comparison<'_> {
    /// Adds a finding about an item as callers write it.
    fn tell(&mut self, rule: &'static Rule, item: &str, message: String, change: [Option<String>; 2]) {
        let [before, after] = change;
        self.findings.push(Finding {
            rule,
            level: rule.level(Side::Neither),
            side: Side::Neither,
            message,
            path: item.to_owned(),
            place: None,
            clients: Vec::new(),
            areas: Vec::new(),
            callers: Vec::new(),
            item: Some(item.to_owned()),
            before,
            after,
            advice: rule.advice.to_owned(),
        });
    }
}

impl Surface {
    /// The item of a path with its parts, which stand at another path perhaps.
    fn whole<'a>(&'a self, item: &'a Item) -> &'a Item {
        self.items.get(&item.primary).unwrap_or(item)
    }
}
