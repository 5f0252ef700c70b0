//! Test code: tables of all operations, each with a function that makes its typed call from plain JSON.
//!
//! What the functions call (`Operation`, `run` and the input) is hand-written and stands beside the tables.

use proc_macro2::TokenStream;
use quote::quote;

use super::rust::{self, token};
use super::{area, docs};
use crate::model::{
    Api, Area, Client, Content, Location, MediaKind, Operation, Parameter, ParameterSet, Presence, RequestBody,
    TypeRef, Visibility,
};
use crate::parallel;
use crate::settings::Settings;

/// The tables as path, source and text: one file for each area, a list of them for each client, and their root.
pub(super) fn render(api: &Api, settings: &Settings) -> Vec<(String, String, String)> {
    let Some(folder) = &settings.package.contract else { return Vec::new() };
    let krate = api.package.name.replace('-', "_");
    let mut files = vec![(format!("{folder}.rs"), api.package.sources.join(", "), root(&api.clients))];
    for client in &api.clients {
        let path = format!("{folder}/{}.rs", client.module.plain());
        files.push((path, client.sources.join(", "), list(&krate, client)));
        files.extend(parallel::map(&visible(client), |area| {
            let path = format!("{folder}/{}/{}.rs", client.module.plain(), area.module.plain());
            (path, area.source.clone(), table(&krate, client, area))
        }));
    }
    files
}

fn visible(client: &Client) -> Vec<&Area> {
    client.areas.iter().filter(|area| area::is_visible(area)).collect()
}

fn root(clients: &[Client]) -> String {
    let title =
        docs::module_lines(&["Every operation by its id, as a typed call that is made from plain JSON.".into()]);
    let modules: String = clients.iter().map(|client| format!("pub(crate) mod {};\n", client.module)).collect();
    // A test calls what is deprecated too.
    let allowed = "#![allow(deprecated, reason = \"every operation is called\")]\n";
    format!("{title}\n{allowed}\n{modules}")
}

/// The areas of a client, each as far as its feature is on.
fn list(krate: &str, client: &Client) -> String {
    let areas = visible(client);
    let title = docs::module_lines(&[format!("The operations of [`{0}`]({krate}::{0}), by area.", client.name)]);
    let modules: String =
        areas.iter().map(|area| format!("#[cfg(feature = {:?})]\nmod {};\n", area.feature, area.module)).collect();
    let client_name = token(&client.name);
    let tables = areas.iter().map(|area| {
        let (feature, module) = (&area.feature, token(&area.module));
        quote!(#[cfg(feature = #feature)] #module::OPERATIONS)
    });
    let list = rust::print(quote! {
        /// The table of each area.
        pub(crate) const AREAS: &[&[Operation<#client_name>]] = &[#(#tables),*];
    });
    let imports = format!("use {krate}::{};\n\nuse crate::operation::Operation;\n", client.name);
    format!("{title}\n{modules}\n{imports}\n{list}")
}

/// The operations of an area.
///
/// ```text
/// pub(crate) const OPERATIONS: &[Operation<AuthenticationClient>] = &[
///     Operation {
///         id: "ProfileV3Controller_getProfile",
///         call: |client, input| {
///             let mut params = GetProfileParams::new();
///             params.with_identities = input.query("withIdentities").optional()?;
///             run(client.get_profile().params(params), input)
///         },
///     },
/// ];
/// ```
fn table(krate: &str, client: &Client, area: &Area) -> String {
    let operations: Vec<&Operation> =
        area.operations.iter().filter(|operation| operation.visibility == Visibility::Public).collect();
    let title = docs::module_lines(&[format!("{}.", docs::line(&area.wire_name))]);
    let mut imports = format!("use {krate}::{};\n", client.name);
    let sets: Vec<&str> = area::exported(area).collect();
    imports.push_str(&rust::import(&format!("{krate}::{}", client.module), &sets));
    if operations.iter().copied().any(names_a_value) {
        imports.push_str(&rust::import(krate, &["values"]));
    }
    let client_name = token(&client.name);
    let entries = operations.iter().map(|operation| entry(operation));
    let table = rust::print(quote! {
        /// Every operation of this area.
        pub(crate) const OPERATIONS: &[Operation<#client_name>] = &[#(#entries),*];
    });
    format!("{title}\n{imports}\nuse crate::operation::{{Operation, run}};\n\n{table}")
}

fn entry(operation: &Operation) -> TokenStream {
    let wire_name = &operation.wire_name;
    let method = token(&operation.name);
    let path = operation.path_parameters.iter().map(path_argument);
    let (set, set_argument, set_later) = match &operation.parameters {
        Some(set) if set.presence == Presence::Required => (Some(params(set)), Some(quote!(params)), None),
        Some(set) => (Some(params(set)), None, Some(quote!(.params(params)))),
        None => (None, None, None),
    };
    let (body, body_arguments) = operation.body.as_ref().map_or_else(Default::default, self::body);
    let arguments = path.chain(set_argument).chain(body_arguments);
    let call = quote!(run(client.#method(#(#arguments),*)#set_later, input));
    let call = if set.is_none() && body.is_none() { call } else { quote!({ #set #body #call }) };
    quote!(Operation { id: #wire_name, call: |client, input| #call })
}

fn path_argument(parameter: &Parameter) -> TokenStream {
    let given = given(parameter);
    match parameter.ty {
        TypeRef::String => quote!(&#given.required::<String>()?),
        _ => quote!(#given.required()?),
    }
}

/// Makes the struct of the parameters: what must be given goes into its constructor, the rest into its fields.
fn params(set: &ParameterSet) -> TokenStream {
    let name = token(&set.name);
    let (required, optional): (Vec<_>, Vec<_>) =
        set.parameters.iter().partition(|parameter| parameter.presence.is_required());
    let arguments = required.into_iter().map(|parameter| {
        let given = given(parameter);
        // Where the constructor takes anything that becomes the type, the type has to be said.
        let ty = match parameter.ty {
            TypeRef::String => Some(quote!(::<String>)),
            TypeRef::Date => Some(quote!(::<values::Date>)),
            TypeRef::DateTime => Some(quote!(::<values::DateTime>)),
            _ => None,
        };
        quote!(#given.required #ty()?)
    });
    let new = quote!(#name::new(#(#arguments),*));
    if optional.is_empty() {
        return quote!(let params = #new;);
    }
    let fields = optional.into_iter().map(|parameter| {
        let (name, given) = (token(&parameter.name), given(parameter));
        quote!(params.#name = #given.optional()?;)
    });
    quote!(let mut params = #new; #(#fields)*)
}

fn names_a_value(operation: &Operation) -> bool {
    let mut parameters = operation.parameters.iter().flat_map(|set| &set.parameters);
    parameters
        .any(|parameter| parameter.presence.is_required() && matches!(parameter.ty, TypeRef::Date | TypeRef::DateTime))
}

/// The value that the input has for a parameter: `input.query("withIdentities")`.
fn given(parameter: &Parameter) -> TokenStream {
    let wire_name = &parameter.wire_name;
    match parameter.location {
        Location::Path => quote!(input.path(#wire_name)),
        Location::Query => quote!(input.query(#wire_name)),
        Location::Header => quote!(input.header(#wire_name)),
        Location::Cookie => quote!(input.cookie(#wire_name)),
    }
}

/// What has to be done for a body before the call, and the arguments for it.
fn body(body: &RequestBody) -> (Option<TokenStream>, Vec<TokenStream>) {
    let Content { media_type, kind, .. } = &body.content;
    match kind {
        MediaKind::Json | MediaKind::Form if body.presence == Presence::Optional => {
            (None, vec![quote!(input.body().optional()?)])
        }
        MediaKind::Json | MediaKind::Form => (None, vec![quote!(input.body().required()?)]),
        MediaKind::Text => (None, vec![quote!(input.body().required::<String>()?)]),
        MediaKind::Bytes if !media_type.contains('*') => (None, vec![quote!(input.bytes_of(#media_type)?)]),
        MediaKind::Bytes | MediaKind::Multipart => {
            (Some(quote!(let (content_type, body) = input.bytes()?;)), vec![quote!(&content_type), quote!(body)])
        }
    }
}
