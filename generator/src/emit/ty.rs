//! Types as text.

use crate::model::{Ident, Item, Presence, TypeRef, TypeTable};

/// How a type of the table is reached from the file that names it.
#[derive(Clone, Copy)]
pub(super) enum Path {
    /// By its own name, which the file imports.
    Imported,
    /// Through the `models` module, which the file imports.
    Models,
}

/// A type without regard to presence: `Vec<UserDto>`.
pub(super) fn plain(types: &TypeTable, ty: &TypeRef, path: Path) -> String {
    let text = match ty {
        TypeRef::Bool => "bool",
        TypeRef::I32 => "i32",
        TypeRef::I64 => "i64",
        TypeRef::U64 => "u64",
        TypeRef::F64 => "f64",
        TypeRef::String => "String",
        TypeRef::Date => "Date",
        TypeRef::DateTime => "DateTime",
        TypeRef::Json => "Value",
        TypeRef::Named(id) => {
            let name = &types.get(*id).name;
            return match path {
                Path::Imported => name.to_string(),
                Path::Models => format!("models::{name}"),
            };
        }
        TypeRef::Boxed(id) => return format!("Box<{}>", plain(types, &TypeRef::Named(*id), path)),
        TypeRef::List(item) => return format!("Vec<{}>", element(types, item, path)),
        TypeRef::Map(item) => return format!("BTreeMap<String, {}>", element(types, item, path)),
    };
    text.to_owned()
}

/// An element of a list or map, which may be null.
pub(super) fn element(types: &TypeTable, item: &Item, path: Path) -> String {
    let inner = plain(types, &item.ty, path);
    if item.nullable { format!("Option<{inner}>") } else { inner }
}

/// The type of a field: with `Option` or `Nullable` where it may be missing or null.
pub(super) fn field(types: &TypeTable, ty: &TypeRef, presence: Presence, path: Path) -> String {
    let inner = plain(types, ty, path);
    match presence {
        Presence::Required => inner,
        Presence::Optional | Presence::Nullable => format!("Option<{inner}>"),
        Presence::OptionalNullable => format!("Nullable<{inner}>"),
    }
}

/// What a constructor or setter takes for a type, and how it becomes the field's value where it is not that already.
pub(super) fn argument(types: &TypeTable, ty: &TypeRef, name: &Ident, path: Path) -> (String, Option<String>) {
    match ty {
        TypeRef::String | TypeRef::Date | TypeRef::DateTime => {
            (format!("impl Into<{}>", plain(types, ty, path)), Some(format!("{name}.into()")))
        }
        TypeRef::Boxed(id) => (plain(types, &TypeRef::Named(*id), path), Some(format!("Box::new({name})"))),
        _ => (plain(types, ty, path), None),
    }
}

/// A field of a struct literal, from what [`argument`] says of it.
pub(super) fn initializer(name: &Ident, value: Option<String>) -> String {
    match value {
        Some(value) => format!("{name}: {value}"),
        None => name.to_string(),
    }
}

/// The imports that types need beside those of the table: `BTreeMap`, `Value` and the crate's own values.
pub(super) fn imports<'a>(uses: impl IntoIterator<Item = (&'a TypeRef, Presence)>) -> Imports {
    let mut imports = Imports::default();
    for (ty, presence) in uses {
        imports.add(ty);
        imports.nullable |= presence == Presence::OptionalNullable;
    }
    imports
}

/// What a file has to import beside types of the table.
#[derive(Clone, Copy, Default)]
pub(super) struct Imports {
    map: bool,
    value: bool,
    date: bool,
    date_time: bool,
    nullable: bool,
    unknown: bool,
}

impl Imports {
    pub(super) fn add(&mut self, ty: &TypeRef) {
        match ty {
            TypeRef::Json => self.value = true,
            TypeRef::Date => self.date = true,
            TypeRef::DateTime => self.date_time = true,
            TypeRef::List(item) => self.add(&item.ty),
            TypeRef::Map(item) => {
                self.map = true;
                self.add(&item.ty);
            }
            _ => {}
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.map |= other.map;
        self.value |= other.value;
        self.date |= other.date;
        self.date_time |= other.date_time;
        self.nullable |= other.nullable;
        self.unknown |= other.unknown;
    }

    pub(super) fn add_value(&mut self) {
        self.value = true;
    }

    pub(super) fn add_map(&mut self) {
        self.map = true;
    }

    pub(super) fn add_unknown(&mut self) {
        self.unknown = true;
    }

    /// `use std::collections::BTreeMap;`, where it is needed.
    pub(super) fn std(self) -> Option<&'static str> {
        self.map.then_some("use std::collections::BTreeMap;\n")
    }

    /// `use serde_json::Value;`, where it is needed.
    pub(super) fn external(self) -> Option<&'static str> {
        self.value.then_some("use serde_json::Value;\n")
    }

    /// `use crate::values::{...};`, where it is needed.
    pub(super) fn values(self) -> Option<String> {
        let used = [
            (self.date, "Date"),
            (self.date_time, "DateTime"),
            (self.nullable, "Nullable"),
            (self.unknown, "UnknownValue"),
        ];
        let names: Vec<&str> = used.into_iter().filter(|(needed, _)| *needed).map(|(_, name)| name).collect();
        match names.as_slice() {
            [] => None,
            [name] => Some(format!("use crate::values::{name};\n")),
            names => Some(format!("use crate::values::{{{}}};\n", names.join(", "))),
        }
    }
}
