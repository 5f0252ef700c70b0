//! What comes out of the real documents: the operation and the types that the project began with, and counts.

#[path = "support/genauth.rs"]
mod genauth;
#[path = "support/generation.rs"]
mod generation;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use generator::diagnostic::Diagnostics;
use generator::model::{Api, Operation, Origin, Streams, Visibility};
use generator::{Crate, model_of};

static GENAUTH: LazyLock<Crate> = LazyLock::new(|| generation::generate(&genauth::input()).0);

static MODEL: LazyLock<Api> = LazyLock::new(|| {
    let input = genauth::input();
    model_of(&input.settings, &input.documents, &input.overlays, &mut Diagnostics::default())
        .expect("the documents are right")
});

#[test]
fn delete_account() {
    let methods = file("src/authentication/profile_and_account.rs").split("\n\n");
    let method: Vec<&str> = methods.filter(|member| member.contains("pub fn delete_account(")).collect();
    insta::assert_snapshot!(method.join("\n\n"));
}

#[test]
fn is_success_resp_dto() {
    insta::assert_snapshot!(file("src/models/is_success_resp_dto.rs"));
}

#[test]
fn is_success_dto() {
    insta::assert_snapshot!(file("src/models/is_success_dto.rs"));
}

#[test]
fn every_operation_is_a_method_or_hidden() {
    let summary = GENAUTH.summary;
    assert_eq!((summary.operations, summary.hidden), (622, 32));
    let areas = GENAUTH.files.iter().filter(|(path, _)| is_area(path));
    // Methods of the parameters' own types take nothing or `self` by value.
    let methods: usize =
        areas.map(|(_, text)| text.matches("(&self").count() + text.matches("(\n        &self").count()).sum();
    let (pages, elements) = streams();
    assert_eq!(methods, 622 + pages.len() + elements.len());
    assert_eq!(operations_in_documents(), 622 + 32);
}

#[test]
fn lists_have_methods_for_all_pages_and_all_elements() {
    let (pages, elements) = streams();
    assert_eq!((pages.len(), elements.len()), (90, 83));
    let without: Vec<&str> = pages.iter().filter(|name| !elements.contains(name)).map(String::as_str).collect();
    // Their answers are described without a list.
    assert_eq!(
        without,
        [
            "list_web_authn_credentials",
            "list_web_authn_person_credentials",
            "list_operate",
            "query_ldap_log",
            "query_ldap_sub_entries",
            "list_namespace_roles",
            "list_sync_job_logs",
        ]
    );
}

#[test]
fn what_only_reads_may_be_sent_again_and_what_changes_something_not() {
    let is_repeatable = |name: &str| {
        let mut found = operations().filter(|operation| operation.name.plain() == name);
        found.next().is_some_and(|operation| operation.repeatable)
    };
    for name in ["list_users", "check_permission", "is_user_exists", "post_list_batch", "get_profile", "filter"] {
        assert!(is_repeatable(name), "{name}");
    }
    for name in
        ["create_user", "delete_account", "get_public_account_of_groups", "get_all_metadata_row", "get_bind_pwd"]
    {
        assert!(!is_repeatable(name), "{name}");
    }
    let marked = operations().filter(|operation| operation.repeatable && !operation.method.is_idempotent());
    assert_eq!(marked.count(), 67);
}

#[test]
fn one_mock_has_the_operations_of_both_clients() {
    let names: BTreeSet<&str> = operations().map(|operation| operation.mock.plain()).collect();
    assert_eq!(names.len(), 622);
    let renamed = operations().filter(|operation| operation.mock != operation.name);
    let renamed: Vec<&str> = renamed.map(|operation| operation.mock.plain()).collect();
    let shared = ["get_detail", "get_authorized_resources", "get_wechat_mp_access_token_info", "publish_event"];
    let expected: BTreeSet<String> = shared
        .iter()
        .flat_map(|name| ["authentication", "management"].map(|client| format!("{client}_{name}")))
        .collect();
    assert_eq!(renamed.into_iter().map(str::to_owned).collect::<BTreeSet<_>>(), expected);
}

#[test]
fn every_schema_has_a_file() {
    let mut named: BTreeSet<String> = schemas_in_documents();
    assert_eq!(named.len(), GENAUTH.summary.schemas);
    for (_, def) in MODEL.types.iter().filter(|(_, def)| def.origin == Origin::Component) {
        let text = file(&format!("src/models/{}.rs", def.module.plain()));
        let items = ["struct", "enum", "type"].map(|keyword| format!("pub {keyword} {} ", def.name));
        assert!(items.iter().any(|item| text.contains(item)), "{} is not in its file", def.wire_name);
        assert!(named.remove(&def.wire_name), "{} is no schema", def.wire_name);
    }
    assert_eq!(named, BTreeSet::new(), "these have no type");
}

#[test]
fn every_public_operation_is_documented_by_its_id() {
    for client in &MODEL.clients {
        for area in &client.areas {
            let path = format!("src/{}/{}.rs", client.module.plain(), area.module.plain());
            for operation in area.operations.iter().filter(|operation| operation.visibility == Visibility::Public) {
                // A long line is broken at a space.
                let text = file(&path).replace("\n    /// ", " ");
                let line =
                    format!(" `{}`: `{} {}`", operation.wire_name, operation.method.as_str(), operation.path.text);
                assert!(text.contains(&line), "{line} is not in {path}");
                assert!(text.contains(&format!("pub fn {}(", operation.name)), "{} is not in {path}", operation.name);
            }
        }
    }
}

fn operations() -> impl Iterator<Item = &'static Operation> {
    let operations = MODEL.clients.iter().flat_map(|client| &client.areas).flat_map(|area| &area.operations);
    operations.filter(|operation| operation.visibility == Visibility::Public)
}

/// The operations that have a method for pages, and those that have one for elements.
fn streams() -> (Vec<String>, Vec<String>) {
    let named = |has: fn(&Streams) -> bool| {
        let streams = |operation: &&Operation| operation.pagination.as_ref()?.streams.as_ref().map(has);
        operations().filter(|operation| streams(operation) == Some(true)).map(|it| it.name.to_string()).collect()
    };
    (named(|_| true), named(|streams| streams.elements.is_some()))
}

fn file(path: &str) -> &'static str {
    let text = GENAUTH.files.get(path);
    assert!(text.is_some(), "{path} is not emitted");
    text.expect("it is there")
}

fn is_area(path: &str) -> bool {
    ["src/authentication/", "src/management/"].iter().any(|folder| path.starts_with(folder))
}

fn operations_in_documents() -> usize {
    const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
    let of_path = |item: &serde_yaml::Value| METHODS.iter().filter(|method| item.get(method).is_some()).count();
    let of_document = |document: serde_yaml::Value| -> usize {
        let paths = document.get("paths").and_then(serde_yaml::Value::as_mapping);
        paths.into_iter().flat_map(|paths| paths.values()).map(of_path).sum()
    };
    documents().map(of_document).sum()
}

fn schemas_in_documents() -> BTreeSet<String> {
    let of_document = |document: serde_yaml::Value| -> Vec<String> {
        let schemas = document.get("components").and_then(|components| components.get("schemas")).cloned();
        let schemas = schemas.and_then(|schemas| schemas.as_mapping().cloned()).into_iter().flatten();
        schemas.filter_map(|(name, _)| Some(name.as_str()?.to_owned())).collect()
    };
    documents().flat_map(of_document).collect()
}

fn documents() -> impl Iterator<Item = serde_yaml::Value> {
    genauth::input().documents.into_iter().map(|source| serde_yaml::from_str(source.text()).expect("they are YAML"))
}

#[test]
fn the_crate_has_the_licences_of_the_project() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let read = |path: String| std::fs::read_to_string(root.join(&path)).expect("it is there");
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        assert!(read(format!("templates/genauth/{name}")) == read(name.to_owned()), "{name} is another one");
    }
}
