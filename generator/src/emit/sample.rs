//! Sample code: a whole program that calls one operation, as its page shows it and the test `samples` compiles it.

mod value;

use proc_macro2::TokenStream;
use quote::quote;

use super::rust::{self, token};
use crate::model::{
    Argument, Client, Credential, Example, Json, Location, MediaKind, Operation, Parameter, Presence, Success,
    TypeTable,
};
use crate::settings::SampleSettings;
use value::Values;

/// What sample code is made with.
pub(super) struct Samples<'a> {
    pub(super) types: &'a TypeTable,
    /// The crate as code names it.
    pub(super) krate: &'a str,
    pub(super) client: &'a Client,
    pub(super) settings: &'a SampleSettings,
}

impl Samples<'_> {
    /// The program that calls an operation.
    ///
    /// ```text
    /// use genauth::AuthenticationClient;
    /// use genauth::models::DeleteAccounDto;
    ///
    /// #[tokio::main]
    /// async fn main() -> Result<(), genauth::Error> {
    ///     let client = AuthenticationClient::builder().app_id("APP_ID").build()?;
    ///     let client = client.with_access_token("ACCESS_TOKEN");
    ///
    ///     let answer = client.delete_account(DeleteAccounDto::new("eyJhbGciOi...")).await?;
    ///     println!("{answer:#?}");
    ///     Ok(())
    /// }
    /// ```
    pub(super) fn call(&self, operation: &Operation) -> String {
        let mut values = Values::new(self.types);
        let arguments = Arguments::of(&mut values, operation);
        let Arguments { before, path, params, body } = &arguments;
        let method = token(&operation.name);
        let (given, later) = match &operation.parameters {
            Some(set) if set.presence == Presence::Required => (params.clone(), None),
            Some(_) => (None, params.as_ref().map(|params| quote!(.params(#params)))),
            None => (None, None),
        };
        let given = path.iter().cloned().chain(given).chain(body.iter().cloned());
        let call = quote!(client.#method(#(#given),*)#later.await?);
        let call = match &operation.responses.success {
            Success::Empty => quote!(#call;),
            Success::Json { .. } => quote!(let answer = #call; println!("{answer:#?}");),
            Success::Text => quote!(let answer = #call; println!("{answer}");),
            Success::Bytes => quote!(let answer = #call; println!("{} bytes", answer.len());),
        };
        self.program(operation, &values, quote!(#before #call))
    }

    /// The program that goes through the elements of all pages, where the operation answers a list in pages.
    pub(super) fn elements(&self, operation: &Operation) -> Option<String> {
        let streams = operation.pagination.as_ref()?.streams.as_ref()?;
        let method = token(&streams.elements.as_ref()?.name);
        let mut values = Values::new(self.types);
        let Arguments { before, path, params, body } = Arguments::of(&mut values, operation);
        // The stream takes the parameters even where none of them must be given.
        let params = params.or_else(|| {
            let set = operation.parameters.as_ref()?;
            Some(values.parameters(set, &[]))
        });
        let given = path.into_iter().chain(params).chain(body);
        let print = quote!(println!("{element:#?}"););
        let code = quote! {
            #before
            let mut elements = client.#method(#(#given),*);
            while let Some(element) = elements.next().await {
                let element = element?;
                #print
            }
        };
        Some(self.program(operation, &values, code))
    }

    fn program(&self, operation: &Operation, values: &Values<'_>, code: TokenStream) -> String {
        let krate = self.krate;
        let client = &self.client.name;
        let mut own = vec![format!("use {krate}::{client};\n")];
        own.push(rust::import(&format!("{krate}::{}", self.client.module), &values.parameter_sets()));
        own.push(rust::import(&format!("{krate}::models"), &values.models()));
        own.push(rust::import(&format!("{krate}::values"), &values.own_values()));
        if values.has_json() {
            own.push("use serde_json::json;\n".to_owned());
        }
        let std = if values.has_map() { "use std::collections::BTreeMap;\n\n" } else { "" };
        let setup =
            self.settings.client.clone().unwrap_or_else(|| format!("let client = {client}::builder().build()?;"));
        let token = self.settings.token.as_deref().filter(|_| self.needs_token(operation));
        let setup: Vec<&str> =
            setup.trim_end().lines().chain(token.into_iter().flat_map(|it| it.trim_end().lines())).collect();
        format!(
            "{std}{}\n#[tokio::main]\nasync fn main() -> Result<(), {krate}::Error> {{\n{}\n{}{}    Ok(())\n}}\n",
            own.concat(),
            setup
                .iter()
                .map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") })
                .collect::<String>(),
            values.hoisted(),
            rust::body_of(&rust::print(quote!(async fn main() { #code }))),
        )
    }

    fn needs_token(&self, operation: &Operation) -> bool {
        let is_token = |name: &str| {
            let scheme = self.client.security.iter().find(|scheme| scheme.wire_name == name);
            scheme.is_some_and(|scheme| matches!(scheme.credential, Credential::Bearer | Credential::OAuth2))
        };
        operation.security.iter().flatten().any(|requirement| is_token(&requirement.scheme))
    }
}

/// What a method is called with, and what has to stand before the call.
struct Arguments {
    before: TokenStream,
    path: Vec<TokenStream>,
    params: Option<TokenStream>,
    body: Vec<TokenStream>,
}

/// The longest argument that stands in the call itself.
const SHORT: usize = 60;

impl Arguments {
    fn of(values: &mut Values<'_>, operation: &Operation) -> Self {
        let example = &operation.page.example;
        let path = operation
            .path_parameters
            .iter()
            .map(|parameter| values.path_argument(parameter, given(example, parameter)));
        let path = path.collect();
        let mut before = TokenStream::new();
        let mut named = |name: &str, value: TokenStream| {
            if value.to_string().len() <= SHORT {
                return value;
            }
            let name = proc_macro2::Ident::new(name, proc_macro2::Span::call_site());
            before.extend(quote!(let #name = #value;));
            quote!(#name)
        };
        let others: Vec<&Argument> =
            example.parameters.iter().filter(|argument| argument.location != Location::Path).collect();
        let params =
            operation.parameters.as_ref().filter(|set| !others.is_empty() || set.presence == Presence::Required);
        let params = params.map(|set| named("params", values.parameters(set, &others)));
        let body = operation.body.as_ref().map(|body| {
            let value = example.body.as_ref();
            match body.content.kind {
                MediaKind::Json | MediaKind::Form => {
                    let value = values.value(value.unwrap_or(&Json::Null), &body.content.ty);
                    let value = if body.presence == Presence::Optional { quote!(Some(#value)) } else { value };
                    vec![named("body", value)]
                }
                MediaKind::Text => vec![quote!("text")],
                MediaKind::Bytes if !body.content.media_type.contains('*') => vec![quote!(b"bytes".to_vec())],
                MediaKind::Bytes => vec![quote!("application/octet-stream"), quote!(b"bytes".to_vec())],
                MediaKind::Multipart => {
                    vec![quote!("multipart/form-data; boundary=BOUNDARY"), named("body", multipart(value))]
                }
            }
        });
        Self { path, params, body: body.unwrap_or_default(), before }
    }
}

fn given<'a>(example: &'a Example, parameter: &Parameter) -> Option<&'a Json> {
    let mut arguments = example.parameters.iter();
    let found = arguments.find(|it| it.location == parameter.location && it.wire_name == parameter.wire_name);
    found.map(|argument| &argument.value)
}

/// A form as it travels (RFC 7578), with a small file for what is text.
fn multipart(value: Option<&Json>) -> TokenStream {
    let Some(Json::Object(properties)) = value else { return quote!(Vec::new()) };
    let mut parts = String::new();
    for (name, value) in properties {
        let (file, content) = match value {
            Json::Text(_) if name == "file" => ("; filename=\"file.txt\"", "content".to_owned()),
            Json::Text(text) => ("", text.clone()),
            Json::Number(number) => ("", number.clone()),
            Json::Bool(flag) => ("", flag.to_string()),
            _ => continue,
        };
        parts.push_str(&format!(
            "--BOUNDARY\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n{content}\r\n"
        ));
    }
    parts.push_str("--BOUNDARY--\r\n");
    quote!(String::from(#parts).into_bytes())
}
