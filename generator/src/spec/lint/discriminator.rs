//! That what tells the variants of a union apart is a property of each.

use serde_yaml::{Mapping, Value};

use super::super::trail::Trail;
use super::properties::Properties;
use super::{Lint, called};
use crate::diagnostic::Rule;

/// Reports variants that do not describe or do not require the property that a discriminator names.
pub(super) fn check<'a>(lint: &mut Lint<'a>, schema: &'a Mapping, at: &Trail<'_>) {
    let Some(discriminator) = schema.get("discriminator") else { return };
    let Some(name) = discriminator.get("propertyName").and_then(Value::as_str) else { return };
    let own = schema.get("properties").is_some_and(|properties| properties.get(name).is_some());
    let named_at = lint.value(&Trail::Key(&Trail::Key(at, "discriminator"), "propertyName"));
    let mut has_variants = false;
    for key in ["oneOf", "anyOf"] {
        let list = Trail::Key(at, key);
        for (index, variant) in schema.get(key).and_then(Value::as_sequence).into_iter().flatten().enumerate() {
            has_variants = true;
            let Some(found) = lint.schema(variant) else { continue };
            let properties = Properties::of(lint.document, found);
            if own || properties.is_open || properties.required.contains(name) && properties.described.contains(name) {
                continue;
            }
            let verb = if properties.described.contains(name) { "require" } else { "describe" };
            let message =
                format!("{} does not {verb} `{name}`, which tells the variants apart", called(variant, "this variant"));
            let place = lint.value(&Trail::Index(&list, index));
            let labels = ["cannot be told apart", "named here"];
            let help = format!("describe `{name}` in it, and list it under `required`");
            lint.report_both(Rule::DiscriminatorWithoutProperty, message, [place, named_at.clone()], labels, &help);
        }
    }
    // A base that others build on by `allOf` has to describe it itself.
    let described = Properties::of(lint.document, schema);
    if !has_variants && !described.is_open && !described.described.contains(name) {
        let message = format!("the schema does not describe `{name}`, which its discriminator names");
        let help = format!("describe `{name}` among the `properties`, and list it under `required`");
        lint.report(Rule::DiscriminatorWithoutProperty, message, named_at, "no such property", &help);
    }
}
