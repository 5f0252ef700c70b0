//! One file for each type that stands by itself, with the inline types that belong to it below.

use std::collections::{BTreeMap, BTreeSet};

use super::{deprecated, docs, dto, list, rust, table, ty, union};
use crate::model::{Api, Enum, Presence, TypeDef, TypeId, TypeKind, TypeRef, TypeTable};
use crate::parallel;

/// The files under `src/models`, as path, source and text.
pub(super) fn render(api: &Api) -> Vec<(String, String, String)> {
    let mut members: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
    for (id, def) in api.types.iter() {
        members.entry(def.owner.unwrap_or(id)).or_default().push(id);
    }
    let members: Vec<(TypeId, Vec<TypeId>)> = members.into_iter().collect();
    parallel::map(&members, |(owner, members)| {
        let def = api.types.get(*owner);
        let path = format!("src/models/{}.rs", def.module.plain());
        (path, def.at.source.clone(), file(&api.types, &owner_first(*owner, members)))
    })
}

fn owner_first(owner: TypeId, members: &[TypeId]) -> Vec<TypeId> {
    let mut members = members.to_vec();
    members.sort_by_key(|&id| (id != owner, id));
    members
}

fn file(types: &TypeTable, members: &[TypeId]) -> String {
    let mut text = members.first().map_or_else(String::new, |&owner| heading(types.get(owner)));
    let kinds = members.iter().map(|&id| &types.get(id).kind);
    text.push_str(deprecated::in_model(kinds.filter_map(|kind| match kind {
        TypeKind::Object(object) => Some(object),
        _ => None,
    })));
    text.push_str(&imports(types, members));
    for &id in members {
        let def = types.get(id);
        text.push('\n');
        match &def.kind {
            TypeKind::Object(object) => {
                text.push_str(&dto::items(types, def, object));
                text.push('\n');
                text.push_str(&table::object(def, object));
            }
            TypeKind::Enum(Enum { same_as: Some(original), .. }) => {
                text.push_str(&list::another_name(types, def, *original));
            }
            TypeKind::Enum(list) => {
                text.push_str(&list::items(types, def, list));
                text.push('\n');
                text.push_str(&table::list(def, list));
            }
            TypeKind::Union(union) => {
                text.push_str(&union::items(types, def, union));
                text.push('\n');
                text.push_str(&table::union(types, def, union));
            }
            TypeKind::Alias(target) => text.push_str(&dto::alias(types, def, target)),
        }
        if def.is_boxed {
            text.push('\n');
            text.push_str(&table::boxed(def));
        }
    }
    text
}

fn heading(def: &TypeDef) -> String {
    docs::module_lines(&[format!("{}.", docs::code(&def.wire_name))])
}

/// The imports of a file: the standard library, then other crates, then this one's.
fn imports(types: &TypeTable, members: &[TypeId]) -> String {
    let mut named = BTreeSet::new();
    let mut uses = ty::imports([]);
    let mut tables = false;
    for &id in members {
        let kind = &types.get(id).kind;
        for (part, presence) in parts(kind) {
            uses.merge(ty::imports([(part, presence)]));
            named.extend(part.named().filter(|target| !members.contains(target)));
        }
        match kind {
            TypeKind::Enum(Enum { same_as: Some(original), .. }) => {
                named.extend(Some(*original).filter(|original| !members.contains(original)));
            }
            TypeKind::Object(object) => {
                tables = true;
                if object.rest.values.is_some() {
                    uses.add_map();
                }
            }
            TypeKind::Enum(list) => {
                tables = true;
                if list.repr == crate::model::EnumRepr::Text {
                    uses.add_unknown();
                }
            }
            TypeKind::Union(_) => {
                tables = true;
                uses.add_value();
            }
            TypeKind::Alias(_) => {}
        }
    }
    let groups =
        [uses.std().map(str::to_owned), uses.external().map(str::to_owned), Some(own(types, &named, tables, uses))];
    groups.into_iter().flatten().filter(|group| !group.is_empty()).map(|group| format!("\n{group}")).collect()
}

fn own(types: &TypeTable, named: &BTreeSet<TypeId>, tables: bool, uses: ty::Imports) -> String {
    let mut names: Vec<&str> = named.iter().map(|&id| types.get(id).name.as_str()).collect();
    names.sort_unstable();
    let mut text = rust::import("super", &names);
    if tables {
        text.push_str("use crate::json;\n");
    }
    text.push_str(&uses.values().unwrap_or_default());
    text
}

fn parts(kind: &TypeKind) -> Vec<(&TypeRef, Presence)> {
    match kind {
        TypeKind::Object(object) => {
            let rest = object.rest.values.iter().map(|item| (&item.ty, Presence::Required));
            object.fields.iter().map(|field| (&field.ty, field.presence)).chain(rest).collect()
        }
        TypeKind::Union(union) => union.variants.iter().map(|variant| (&variant.ty, Presence::Required)).collect(),
        TypeKind::Alias(target) => vec![(target, Presence::Required)],
        TypeKind::Enum(_) => Vec::new(),
    }
}
