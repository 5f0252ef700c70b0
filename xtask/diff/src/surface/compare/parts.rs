//! Fields, variants, constants and items of traits.

use super::{Comparison, items, methods};
use crate::rule::Rule;
use crate::rules::{crate_items, crate_parts as rules};
use crate::surface::item::{Item, Kind, Part, PartName};

/// Compares the parts of an item.
pub(super) fn compare(comparison: &mut Comparison<'_>, path: &str, old: &Item, new: &Item) {
    let gone = || old.parts.iter().filter(|(name, _)| !new.parts.contains_key(name));
    let come = || new.parts.iter().filter(|(name, _)| !old.parts.contains_key(name));
    let fields: Vec<(&PartName, &PartName)> =
        renamed(comparison, &gone().collect::<Vec<_>>(), &come().collect::<Vec<_>>());
    let methods: Vec<(&PartName, &PartName)> =
        methods::renamed(&gone().collect::<Vec<_>>(), &come().collect::<Vec<_>>());
    for (rule, noun, pairs) in [(&rules::FIELD_RENAMED, "field", &fields), (&rules::METHOD_RENAMED, "method", &methods)]
    {
        for (before, after) in pairs {
            let (was, is) = (format!("{path}::{}", before.name()), format!("{path}::{}", after.name()));
            let message = format!("the {noun} `{was}` is `{is}`");
            comparison.tell(rule, &is, message, [Some(before.name().to_owned()), Some(after.name().to_owned())]);
        }
    }
    let pairs: Vec<&(&PartName, &PartName)> = fields.iter().chain(&methods).collect();
    for (name, part) in gone().filter(|(name, _)| !pairs.iter().any(|(before, _)| before == name)) {
        let (rule, noun) = removal(name);
        let item = format!("{path}::{}", name.name());
        comparison.tell(rule, &item, format!("the {noun} `{item}` is gone"), [shown(part), None]);
    }
    for (name, part) in come().filter(|(name, _)| !pairs.iter().any(|(_, after)| after == name)) {
        let (rule, noun) = addition(name, part, old);
        let item = format!("{path}::{}", name.name());
        comparison.tell(rule, &item, format!("the {noun} `{item}` is new"), [None, shown(part)]);
    }
    for (name, part) in &old.parts {
        let renamed = pairs.iter().find(|(before, _)| *before == name).map(|(_, after)| *after);
        let after = renamed.unwrap_or(name);
        if let Some(other) = new.parts.get(after) {
            both(comparison, &format!("{path}::{}", after.name()), name, part, other);
        }
    }
}

/// Fields that have the same type and nearly the same name.
fn renamed<'a>(
    comparison: &Comparison<'_>,
    gone: &[(&'a PartName, &'a Part)],
    come: &[(&'a PartName, &'a Part)],
) -> Vec<(&'a PartName, &'a PartName)> {
    let bare = |name: &PartName| name.name().replace(['_', '#'], "").to_lowercase();
    let is_alike = |old: (&PartName, &Part), new: (&PartName, &Part)| {
        matches!((old.0, new.0), (PartName::Field(_), PartName::Field(_)))
            && bare(old.0) == bare(new.0)
            && comparison.renames.applied(&old.1.ty) == new.1.ty
    };
    let find = |old: &(&'a PartName, &'a Part)| come.iter().find(|new| is_alike(*old, **new)).map(|new| (old.0, new.0));
    gone.iter().filter_map(find).collect()
}

/// A part as code; a variant that holds nothing has none.
fn shown(part: &Part) -> Option<String> {
    let code = part.signature.as_ref().map_or_else(|| part.ty.clone(), |signature| signature.code());
    (!code.is_empty()).then_some(code)
}

fn removal(name: &PartName) -> (&'static Rule, &'static str) {
    match name {
        PartName::Field(_) => (&rules::FIELD_REMOVED, "field"),
        PartName::Variant(_) => (&rules::VARIANT_REMOVED, "variant"),
        PartName::Method(_) => (&rules::METHOD_REMOVED, "method"),
        PartName::Const(_) => (&crate_items::CONST_REMOVED, "constant"),
        PartName::TraitItem(_) => (&crate_items::TRAIT_ITEM_REMOVED, "trait item"),
    }
}

fn addition(name: &PartName, part: &Part, whole: &Item) -> (&'static Rule, &'static str) {
    match name {
        PartName::Field(_) if whole.kind == Kind::Struct && whole.is_open && !whole.non_exhaustive => {
            (&rules::FIELD_ADDED_EXHAUSTIVE, "field")
        }
        PartName::Field(_) => (&rules::FIELD_ADDED, "field"),
        PartName::Variant(_) if whole.non_exhaustive => (&rules::VARIANT_ADDED, "variant"),
        PartName::Variant(_) => (&rules::VARIANT_ADDED_EXHAUSTIVE, "variant"),
        PartName::Method(_) => (&rules::METHOD_ADDED, "method"),
        PartName::Const(_) => (&crate_items::CONST_ADDED, "constant"),
        PartName::TraitItem(_) if part.has_default => (&crate_items::TRAIT_ITEM_DEFAULTED, "trait item"),
        PartName::TraitItem(_) => (&crate_items::TRAIT_ITEM_ADDED, "trait item"),
    }
}

fn both(comparison: &mut Comparison<'_>, path: &str, name: &PartName, old: &Part, new: &Part) {
    items::marks(comparison, path, old.marks, new.marks);
    let was = comparison.renames.applied(&old.ty);
    let change = [Some(was.clone()), Some(new.ty.clone())].map(|code| code.filter(|code| !code.is_empty()));
    match name {
        PartName::Field(_) if was != new.ty => {
            let message = format!("the field `{path}` was `{was}` and is `{}`", new.ty);
            comparison.tell(&rules::FIELD_TYPE_CHANGED, path, message, change);
        }
        PartName::Variant(_) if was != new.ty => {
            let message = format!("the variant `{path}` holds something else");
            comparison.tell(&rules::VARIANT_CHANGED, path, message, change);
        }
        PartName::Const(_) if was != new.ty => {
            comparison.tell(&crate_items::CONST_CHANGED, path, format!("`{path}` has another type"), change);
        }
        PartName::Method(_) => methods::compare(comparison, path, old, new),
        PartName::TraitItem(_) => {
            let code = |part: &Part| {
                format!("{}{}", shown(part).unwrap_or_default(), if part.has_default { " { .. }" } else { "" })
            };
            let (was, is) = (comparison.renames.applied(&code(old)), code(new));
            if was != is {
                let message = format!("the trait item `{path}` has another signature");
                comparison.tell(&crate_items::TRAIT_ITEM_CHANGED, path, message, [Some(was), Some(is)]);
            }
        }
        _ => {}
    }
}
