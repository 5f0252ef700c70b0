//! Values that are one of several types as enums.

use super::docs;
use super::dto::paragraphs;
use super::list::DERIVES;
use super::rust::{self, INDENT};
use super::ty::{self, Path};
use crate::model::{Tagging, TypeDef, TypeRef, TypeTable, Union, UnionVariant};

/// The enum of a union, and a conversion from each type that stands in it once.
///
/// ```text
/// #[derive(Clone, Debug, PartialEq)]
/// #[non_exhaustive]
/// pub enum Pet {
///     /// `petType` is `cat`.
///     Cat(Cat),
///
///     /// A value that fits none of the known types, kept as it came.
///     Unknown(Value),
/// }
///
/// impl From<Cat> for Pet {
///     #[inline]
///     fn from(value: Cat) -> Self {
///         Self::Cat(value)
///     }
/// }
/// ```
pub(super) fn items(types: &TypeTable, def: &TypeDef, union: &Union) -> String {
    let mut text = definition(types, def, union);
    for variant in union.variants.iter().filter(|variant| is_convertible(variant)) {
        text.push('\n');
        text.push_str(&conversion(types, def, variant));
    }
    text
}

fn definition(types: &TypeTable, def: &TypeDef, union: &Union) -> String {
    let mut text = docs::comment("", &paragraphs(types, def));
    text.push_str(&format!("{DERIVES}pub enum {} {{\n", def.name));
    for variant in &union.variants {
        text.push_str(&docs::comment(INDENT, &[said(types, union, variant)]));
        let ty = ty::plain(types, &variant.ty, Path::Imported);
        text.push_str(&format!("{INDENT}{}({ty}),\n\n", variant.name));
    }
    let rest = "A value that fits none of the known types, kept as it came.";
    text.push_str(&docs::comment(INDENT, &[rest.to_owned()]));
    text.push_str(&format!("{INDENT}{}(Value),\n}}\n", union.unknown));
    rust::item(text)
}

fn said(types: &TypeTable, union: &Union, variant: &UnionVariant) -> String {
    match &union.tagging {
        Tagging::Tagged { property } => {
            let tags: Vec<String> = variant.tags.iter().map(|tag| docs::code(tag)).collect();
            format!("{} is {}.", docs::code(property), tags.join(" or "))
        }
        Tagging::Untagged => match variant.ty.named() {
            Some(id) => format!("{}.", docs::code(&types.get(id).wire_name)),
            None => "A plain value.".to_owned(),
        },
    }
}

/// Free JSON is what the last variant holds as well, so a conversion would have to choose.
fn is_convertible(variant: &UnionVariant) -> bool {
    variant.ty != TypeRef::Json
}

fn conversion(types: &TypeTable, def: &TypeDef, variant: &UnionVariant) -> String {
    let (union, name) = (&def.name, &variant.name);
    let (from, value) = match &variant.ty {
        TypeRef::Boxed(id) => (&TypeRef::Named(*id), "Box::new(value)"),
        other => (other, "value"),
    };
    let from = ty::plain(types, from, Path::Imported);
    rust::item(format!(
        "impl From<{from}> for {union} {{\n    #[inline]\n    fn from(value: {from}) -> Self {{\n        \
         Self::{name}({value})\n    }}\n}}\n"
    ))
}
