//! The naming obstacle course: hostile names become legal Rust, and names that become one are an error.
//!
//! What each name becomes stands in the snapshots of the fixtures `obstacle_course` and `*_names`; that the result
//! compiles is checked by `compile.rs`.

#[path = "support/fixtures.rs"]
mod fixtures;
#[path = "support/generation.rs"]
mod generation;

use std::collections::BTreeMap;
use std::sync::Arc;

use generator::Templates;
use generator::diagnostic::{Diagnostics, Rule, Style};
use generator::file_tree::FileTree;
use generator::model::{TypeKind, Visibility};
use generator::overlay::Overlays;
use generator::settings::Settings;
use generator::source::Source;

#[test]
fn every_emitted_file_is_rust() {
    for name in fixtures::names() {
        for (path, text) in files(&name).iter().filter(|(path, _)| path.ends_with(".rs")) {
            let fault = syn::parse_file(text).err();
            assert!(fault.is_none(), "{name}: {path}: {fault:?}");
        }
    }
}

#[test]
fn paths_suit_every_file_system() {
    for name in fixtures::names() {
        let files = files(&name);
        let mut folded = BTreeMap::new();
        for (path, _) in files.iter() {
            assert!(path.is_ascii(), "{name}: {path} is not found by the compiler");
            assert!(!path.ends_with("/mod.rs"), "{name}: {path} is a second file for one module");
            let other = folded.insert(path.to_lowercase(), path);
            assert_eq!(other, None, "{name}: {path} is the same file where case does not count");
        }
    }
}

#[test]
fn names_are_unique_where_they_stand() {
    for name in fixtures::names() {
        let input = fixtures::input(&name, Templates::default());
        let api = generator::model_of(&input.settings, &input.documents, &input.overlays, &mut Diagnostics::default());
        let api = api.expect("the fixture is right");
        let mut types = Unique::new(format!("{name}: type"));
        for (_, def) in api.types.iter() {
            types.add(def.name.as_str());
            let mut members = Unique::new(format!("{name}: {}", def.name));
            match &def.kind {
                TypeKind::Object(object) => {
                    object.fields.iter().for_each(|field| members.add(field.name.plain()));
                    members.add(object.rest.name.plain());
                    let mut setters = Unique::new(format!("{name}: {}", def.name));
                    object.fields.iter().for_each(|field| setters.add(field.setter.plain()));
                }
                TypeKind::Enum(list) => {
                    list.variants.iter().for_each(|variant| members.add(variant.name.plain()));
                    members.add(list.unknown.plain());
                }
                TypeKind::Union(union) => {
                    union.variants.iter().for_each(|variant| members.add(variant.name.plain()));
                    members.add(union.unknown.plain());
                }
                TypeKind::Alias(_) => {}
            }
        }
        for client in &api.clients {
            let (mut methods, mut features) =
                (Unique::new(format!("{name}: method")), Unique::new(format!("{name}: feature")));
            for area in &client.areas {
                features.add(&area.feature);
                for operation in area.operations.iter().filter(|operation| operation.visibility == Visibility::Public) {
                    methods.add(operation.name.plain());
                    let streams = operation.pagination.iter().flat_map(|pagination| &pagination.streams);
                    for streams in streams {
                        methods.add(streams.pages.plain());
                        streams.elements.iter().for_each(|elements| methods.add(elements.name.plain()));
                    }
                    let mut arguments = Unique::new(format!("{name}: {}", operation.name));
                    operation.path_parameters.iter().for_each(|parameter| arguments.add(parameter.name.plain()));
                    let (mut fields, mut setters) = (Unique::new("field".to_owned()), Unique::new("setter".to_owned()));
                    for parameter in operation.parameters.iter().flat_map(|set| &set.parameters) {
                        fields.add(parameter.name.plain());
                        setters.add(parameter.setter.plain());
                    }
                }
            }
        }
    }
}

/// Names of one scope.
struct Unique {
    scope: String,
    names: Vec<String>,
}

impl Unique {
    fn new(scope: String) -> Self {
        Self { scope, names: Vec::new() }
    }

    fn add(&mut self, name: &str) {
        assert!(!self.names.iter().any(|known| known == name), "{} `{name}` is there twice", self.scope);
        self.names.push(name.to_owned());
    }
}

#[test]
fn two_schemas_of_one_name() {
    insta::assert_snapshot!(collision(
        "paths: {}\ncomponents:\n  schemas:\n    user-dto: {type: object}\n    userDto: {type: string}\n"
    ));
}

#[test]
fn two_operations_of_one_name() {
    insta::assert_snapshot!(collision(
        "paths:\n  /a:\n    get: {operationId: getUser, responses: {}}\n  /b:\n    get: {operationId: get_user, responses: {}}\n"
    ));
}

#[test]
fn an_operation_and_the_pages_of_another_of_one_name() {
    let settings = generation::settings(
        "settings.yaml",
        "package: {name: one}\nclients: [{name: A, module: a, documents: [document.yaml]}]\npaging: {page: [page], limit: [limit]}",
    );
    let document = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths:\n  /a:\n    get:\n      operationId: list\n      parameters:\n        - {name: page, in: query, schema: {type: integer}}\n        - {name: limit, in: query, schema: {type: integer}}\n      responses: {'200': {description: a, content: {application/json: {schema: {type: object}}}}}\n  /b:\n    get: {operationId: list_pages, responses: {}}\n";
    insta::assert_snapshot!(refusal(&settings, &[Source::new("document.yaml", document)]));
}

#[test]
fn two_properties_of_one_name() {
    insta::assert_snapshot!(collision(
        "paths: {}\ncomponents:\n  schemas:\n    A:\n      type: object\n      properties:\n        userId: {type: string}\n        user_id: {type: string}\n"
    ));
}

#[test]
fn two_parameters_of_one_name() {
    insta::assert_snapshot!(collision(
        "paths:\n  /a:\n    get:\n      operationId: a\n      parameters:\n        - {name: userId, in: query, schema: {type: string}}\n        - {name: user_id, in: query, schema: {type: string}}\n        - {name: user-id, in: query, schema: {type: string}}\n      responses: {}\n"
    ));
}

#[test]
fn one_schema_of_two_documents_that_differs() {
    let document = |ty: &str| {
        format!(
            "openapi: 3.0.3\ninfo: {{title: t, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n    Id: {{type: {ty}}}\n"
        )
    };
    let settings = generation::settings(
        "settings.yaml",
        "package: {name: two}\nclients: [{name: A, module: a, documents: [one.yaml]}, {name: B, module: b, documents: [two.yaml]}]",
    );
    let sources = [Source::new("one.yaml", document("string")), Source::new("two.yaml", document("integer"))];
    insta::assert_snapshot!(refusal(&settings, &sources));
}

/// What is reported about a document in which two names become one.
fn collision(rest: &str) -> String {
    let document = format!("openapi: 3.0.3\ninfo: {{title: t, version: '1'}}\n{rest}");
    refusal(&Settings::for_document("collision", "document.yaml"), &[Source::new("document.yaml", document)])
}

fn refusal(settings: &Settings, sources: &[Arc<Source>]) -> String {
    let mut diagnostics = Diagnostics::default();
    assert!(generator::model_of(settings, sources, &Overlays::default(), &mut diagnostics).is_none(), "it is an error");
    let collision = diagnostics.iter().find(|diagnostic| diagnostic.rule == Rule::NameCollision);
    assert_eq!(collision.map(|collision| collision.related.len()), Some(1), "both places are named");
    diagnostics.render(Style::Plain)
}

fn files(name: &str) -> FileTree {
    generation::generate(&fixtures::input(name, Templates::default())).0.files
}
