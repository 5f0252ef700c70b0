//! Values as Rust expressions: constructors with what must be given, and a setter for each other property.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::super::json::pretty;
use super::super::rust::token;
use crate::model::{
    Argument, Field, Item, Json, Object, Parameter, ParameterSet, Presence, Tagging, TypeDef, TypeId, TypeKind,
    TypeRef, TypeTable, Union,
};

/// The longest `vec!` that fits in a line.
const MACRO: usize = 60;

/// Writes values, and remembers what has to be imported for them.
pub(super) struct Values<'a> {
    types: &'a TypeTable,
    models: BTreeSet<&'a str>,
    sets: BTreeSet<String>,
    own: BTreeSet<&'static str>,
    map: bool,
    json: bool,
    hoisted: Vec<String>,
    /// The types that a value is being written as, so that a union which has itself for a variant comes to an end.
    open: Vec<(TypeId, *const Json)>,
}

impl<'a> Values<'a> {
    pub(super) fn new(types: &'a TypeTable) -> Self {
        Self {
            types,
            models: BTreeSet::new(),
            sets: BTreeSet::new(),
            own: BTreeSet::new(),
            map: false,
            json: false,
            hoisted: Vec::new(),
            open: Vec::new(),
        }
    }

    /// Statements that stand before the code: free JSON that is too long for a line.
    pub(super) fn hoisted(&self) -> String {
        self.hoisted.concat()
    }

    /// The types of `models` that the values name.
    pub(super) fn models(&self) -> Vec<&str> {
        self.models.iter().copied().collect()
    }

    pub(super) fn parameter_sets(&self) -> Vec<&str> {
        self.sets.iter().map(String::as_str).collect()
    }

    /// The types of `values` that the values name.
    pub(super) fn own_values(&self) -> Vec<&str> {
        self.own.iter().copied().collect()
    }

    pub(super) fn has_map(&self) -> bool {
        self.map
    }

    pub(super) fn has_json(&self) -> bool {
        self.json
    }

    /// A value of exactly the type.
    pub(super) fn value(&mut self, json: &Json, ty: &TypeRef) -> TokenStream {
        match ty {
            TypeRef::String => {
                let text = text(json);
                quote!(#text.to_owned())
            }
            TypeRef::Date => self.moment("Date", json),
            TypeRef::DateTime => self.moment("DateTime", json),
            TypeRef::Boxed(id) => {
                let value = self.value(json, &TypeRef::Named(*id));
                quote!(Box::new(#value))
            }
            TypeRef::Named(id) => self.named(json, *id),
            TypeRef::List(item) => self.list(json, item),
            TypeRef::Map(item) => self.mapping(json, item),
            TypeRef::Json => self.free(json),
            TypeRef::Bool => match json {
                Json::Bool(true) => quote!(true),
                _ => quote!(false),
            },
            TypeRef::F64 => number(json, true),
            TypeRef::I32 | TypeRef::I64 | TypeRef::U64 => number(json, false),
        }
    }

    /// A value as a constructor or setter takes it: text as it is, and nothing in a box.
    fn argument(&mut self, json: &Json, ty: &TypeRef) -> TokenStream {
        match ty {
            TypeRef::String | TypeRef::Date | TypeRef::DateTime => {
                let text = text(json);
                quote!(#text)
            }
            TypeRef::Boxed(id) => self.named(json, *id),
            _ => self.value(json, ty),
        }
    }

    /// A variable of the path as a method takes it.
    pub(super) fn path_argument(&mut self, parameter: &Parameter, json: Option<&Json>) -> TokenStream {
        match (&parameter.ty, json) {
            (TypeRef::String, json) => {
                let text = json.map_or_else(|| parameter.wire_name.clone(), text);
                quote!(#text)
            }
            (ty, json) => self.value(json.unwrap_or(&Json::Null), ty),
        }
    }

    /// The struct of an operation's parameters.
    pub(super) fn parameters(&mut self, set: &ParameterSet, arguments: &[&Argument]) -> TokenStream {
        self.sets.insert(set.name.as_str().to_owned());
        let given = |parameter: &Parameter| {
            let mut arguments = arguments.iter();
            arguments
                .find(|it| it.wire_name == parameter.wire_name && it.location == parameter.location)
                .map(|it| &it.value)
        };
        let mut required = Vec::new();
        let mut setters = TokenStream::new();
        for parameter in &set.parameters {
            match (parameter.presence.is_required(), given(parameter)) {
                (true, json) => required.push(self.argument(json.unwrap_or(&Json::Null), &parameter.ty)),
                (false, Some(json)) => {
                    let (setter, value) = (token(&parameter.setter), self.argument(json, &parameter.ty));
                    setters.extend(quote!(.#setter(#value)));
                }
                (false, None) => {}
            }
        }
        let name = token(&set.name);
        quote!(#name::new(#(#required),*)#setters)
    }

    fn named(&mut self, json: &Json, id: TypeId) -> TokenStream {
        let types = self.types;
        let def = types.get(id);
        self.open.push((id, std::ptr::from_ref(json)));
        let value = match &def.kind {
            TypeKind::Object(object) => self.object(json, def, object),
            TypeKind::Union(union) => self.union(json, def, union),
            TypeKind::Alias(target) => self.value(json, target),
            TypeKind::Enum(listed) => {
                self.models.insert(def.name.as_str());
                let name = token(&def.name);
                let wire_value = text(json);
                match listed.variants.iter().find(|variant| variant.wire_value == wire_value) {
                    Some(variant) => {
                        let variant = token(&variant.name);
                        quote!(#name::#variant)
                    }
                    None => quote!(#name::from(#wire_value)),
                }
            }
        };
        self.open.pop();
        value
    }

    fn object(&mut self, json: &Json, def: &'a TypeDef, object: &Object) -> TokenStream {
        self.models.insert(def.name.as_str());
        let mut required = Vec::new();
        let mut setters = TokenStream::new();
        for field in &object.fields {
            match (field.presence, json.get(&field.wire_name)) {
                (Presence::Required, Some(value)) => required.push(self.argument(value, &field.ty)),
                (Presence::Nullable, Some(value)) if *value != Json::Null => {
                    let value = self.value(value, &field.ty);
                    required.push(quote!(Some(#value)));
                }
                (Presence::Nullable, _) => required.push(quote!(None)),
                (Presence::Required, None) => required.push(Self::missing(field)),
                (_, Some(value)) if *value != Json::Null => {
                    let (setter, value) = (token(&field.setter), self.argument(value, &field.ty));
                    setters.extend(quote!(.#setter(#value)));
                }
                _ => {}
            }
        }
        let name = token(&def.name);
        quote!(#name::new(#(#required),*)#setters)
    }

    /// Only a value that would contain itself has no example.
    fn missing(field: &Field) -> TokenStream {
        match field.ty {
            TypeRef::List(_) => quote!(Vec::new()),
            _ => quote!(Default::default()),
        }
    }

    fn union(&mut self, json: &Json, def: &'a TypeDef, union: &Union) -> TokenStream {
        let types = self.types;
        let chosen = union.variants.iter().find(|variant| {
            (match &union.tagging {
                Tagging::Tagged { property } => {
                    matches!(json.get(property), Some(Json::Text(tag)) if variant.tags.contains(tag))
                }
                Tagging::Untagged => types.admits(&variant.ty, json),
            }) && variant.ty.named().is_none_or(|id| !self.open.contains(&(id, std::ptr::from_ref(json))))
        });
        self.models.insert(def.name.as_str());
        let name = token(&def.name);
        match chosen {
            Some(variant) => {
                let (variant, value) = (token(&variant.name), self.value(json, &variant.ty));
                quote!(#name::#variant(#value))
            }
            None => {
                let (unknown, value) = (token(&union.unknown), self.free(json));
                quote!(#name::#unknown(#value))
            }
        }
    }

    fn list(&mut self, json: &Json, item: &Item) -> TokenStream {
        let Json::List(elements) = json else { return quote!(Vec::new()) };
        let elements: Vec<TokenStream> = elements.iter().map(|element| self.item(element, item)).collect();
        if elements.is_empty() {
            return quote!(Vec::new());
        }
        let list = quote!(vec![#(#elements),*]);
        // The printer breaks the lines of calls well, and those within macros badly.
        if list.to_string().len() <= MACRO { list } else { quote!(Vec::from([#(#elements),*])) }
    }

    fn mapping(&mut self, json: &Json, item: &Item) -> TokenStream {
        self.map = true;
        let Json::Object(properties) = json else { return quote!(BTreeMap::new()) };
        let entries: Vec<TokenStream> = properties
            .iter()
            .map(|(name, value)| {
                let value = self.item(value, item);
                quote!((#name.to_owned(), #value))
            })
            .collect();
        if entries.is_empty() { quote!(BTreeMap::new()) } else { quote!(BTreeMap::from([#(#entries),*])) }
    }

    fn item(&mut self, json: &Json, item: &Item) -> TokenStream {
        match (item.nullable, json) {
            (true, Json::Null) => quote!(None),
            (true, json) => {
                let value = self.value(json, &item.ty);
                quote!(Some(#value))
            }
            (false, json) => self.value(json, &item.ty),
        }
    }

    /// Free JSON. The printer breaks the lines of macros badly, so a long one is written apart, as JSON is.
    fn free(&mut self, json: &Json) -> TokenStream {
        self.json = true;
        let value = free(json);
        let line = quote!(json!(#value));
        if line.to_string().len() <= MACRO {
            return line;
        }
        let number = self.hoisted.len() + 1;
        let name = if number == 1 { "value".to_owned() } else { format!("value_{number}") };
        let text = pretty(json).replace('\n', "\n    ");
        self.hoisted.push(format!("    let {name} = json!({text});\n"));
        let name = proc_macro2::Ident::new(&name, proc_macro2::Span::call_site());
        quote!(#name)
    }

    fn moment(&mut self, name: &'static str, json: &Json) -> TokenStream {
        self.own.insert(name);
        let (name, text) = (proc_macro2::Ident::new(name, proc_macro2::Span::call_site()), text(json));
        quote!(#name::from(#text))
    }
}

/// The text of a value that stands for one.
fn text(json: &Json) -> String {
    match json {
        Json::Text(text) | Json::Number(text) => text.clone(),
        Json::Bool(flag) => flag.to_string(),
        _ => String::new(),
    }
}

fn number(json: &Json, fraction: bool) -> TokenStream {
    let Json::Number(number) = json else { return if fraction { quote!(0.0) } else { quote!(0) } };
    let negative = number.starts_with('-').then(|| quote!(-));
    let digits = number.trim_start_matches('-');
    let literal = match (fraction, digits.parse::<u64>(), digits.parse::<f64>()) {
        (false, Ok(whole), _) => Literal::u64_unsuffixed(whole),
        (true, _, Ok(number)) if number.is_finite() => Literal::f64_unsuffixed(number),
        _ => Literal::u64_unsuffixed(0),
    };
    quote!(#negative #literal)
}

/// Free JSON, as `json!` reads it.
fn free(json: &Json) -> TokenStream {
    match json {
        Json::Null => quote!(null),
        Json::Bool(flag) => quote!(#flag),
        Json::Number(digits) => {
            number(json, !digits.trim_start_matches('-').bytes().all(|digit| digit.is_ascii_digit()))
        }
        Json::Text(text) => quote!(#text),
        Json::List(elements) => {
            let elements = elements.iter().map(free);
            quote!([#(#elements),*])
        }
        Json::Object(properties) => {
            let properties = properties.iter().map(|(name, value)| {
                let value = free(value);
                quote!(#name: #value)
            });
            quote!({ #(#properties),* })
        }
    }
}
