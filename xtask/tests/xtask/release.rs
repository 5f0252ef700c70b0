//! `cargo xtask release`: what the next version is, and what users are told, in repositories of a small description.

use std::fs;
use std::process::Command;

use crate::run::{Folder, Ran};

const SETTINGS: &str = "\
# What the document cannot say.
package:
  name: shop   # as Cargo spells it
  version: 0.1.0
templates: [generic]
clients:
  - name: Client
    module: api
    documents: [shop.yaml]
release: {history: history.yaml, changelog: CHANGELOG.md}
";

const SHOP: &str = "\
openapi: 3.0.3
info: {title: Shop, version: '1'}
tags: [{name: Orders}, {name: Stock}]
paths:
  /orders:
    get:
      operationId: listOrders
      tags: [Orders]
      summary: List orders
      responses: {'200': {description: Orders., content: {application/json: {schema: {$ref: '#/components/schemas/OrderList'}}}}}
    post:
      operationId: placeOrder
      tags: [Orders]
      summary: Place an order
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NewOrder'}}}}
      responses: {'200': {description: Placed.}}
  /stock:
    get:
      operationId: getStock
      tags: [Stock]
      summary: Get the stock
      responses: {'200': {description: Stock.}}
components:
  schemas:
    OrderList: {type: object, required: [list], properties: {list: {type: array, items: {type: string}}}}
    NewOrder: {type: object, required: [article], properties: {article: {type: string}, note: {type: string}}}
";

const ADDED: (&str, &str) = (
    "components:\n",
    "  /stock/refill:
    post:
      operationId: refillStock
      tags: [Stock]
      summary: Refill the stock
      responses: {'200': {description: Done.}}
components:
",
);

/// A repository with a crate of the description; `v0.1.0` is tagged.
fn released() -> Folder {
    let folder = unreleased();
    prepare(&folder);
    commit(&folder);
    git(&folder, &["tag", "v0.1.0"]);
    folder
}

fn unreleased() -> Folder {
    let folder = Folder::with(&[
        ("specs/settings.yaml", SETTINGS),
        ("specs/shop.yaml", SHOP),
        ("specs/history.yaml", "releases: []\n"),
        ("specs/CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n"),
    ]);
    git(&folder, &["init", "--quiet", "--initial-branch=main"]);
    commit(&folder);
    folder
}

fn git(folder: &Folder, arguments: &[&str]) {
    let names = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
    let mut command = Command::new("git");
    command.arg("-C").arg(folder.path("")).args(names).args(arguments);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
    let output = command.output().expect("git runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn commit(folder: &Folder) {
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "--message=x"]);
}

fn release(folder: &Folder, arguments: &str) -> Ran {
    folder.run("release", &format!("{arguments} --root {}", folder.path("").display()))
}

fn prepare(folder: &Folder) -> Ran {
    let ran = release(folder, "prepare");
    assert_eq!(ran.status, Some(0), "{ran:?}");
    ran
}

fn read(folder: &Folder, path: &str) -> String {
    fs::read_to_string(folder.path(path)).expect("the file is there")
}

/// Changes the document, and commits.
fn change(folder: &Folder, changes: &[(&str, &str)]) {
    let mut text = read(folder, "specs/shop.yaml");
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    folder.put("specs/shop.yaml", text);
    commit(folder);
}

#[test]
fn the_first_release_keeps_its_version() {
    let folder = released();
    assert_eq!(read(&folder, "specs/settings.yaml"), SETTINGS);
    insta::assert_snapshot!("first_changelog", read(&folder, "specs/CHANGELOG.md"));
    insta::assert_snapshot!("first_history", read(&folder, "specs/history.yaml"));
    assert!(read(&folder, "generated/shop/CHANGELOG.md").contains("## [0.1.0]"));
    let page = read(&folder, "generated/docs/src/api/stock/get-stock.md");
    assert!(page.contains("| Since | 0.1.0 |"), "{page}");
    let nothing = prepare(&folder);
    assert_eq!(nothing.stdout, "Nothing to release: 0.1.0 is up to date.\n");
    assert_eq!(release(&folder, "check").status, Some(0));
}

#[test]
fn what_is_added_is_a_patch_before_1_0_and_a_second_run_changes_nothing() {
    let folder = released();
    let deprecated = ("summary: Get the stock\n", "summary: Get the stock\n      deprecated: true\n");
    change(&folder, &[ADDED, ("version: '1'", "version: '2'"), deprecated]);
    let unprepared = release(&folder, "check");
    assert_eq!(unprepared.status, Some(1), "{unprepared:?}");
    insta::assert_snapshot!("unprepared", unprepared.stderr);

    prepare(&folder);
    assert_eq!(read(&folder, "specs/settings.yaml"), SETTINGS.replace("version: 0.1.0", "version: 0.1.1"));
    assert!(read(&folder, "generated/shop/Cargo.toml").contains("version = \"0.1.1\""));
    insta::assert_snapshot!("added_changelog", read(&folder, "specs/CHANGELOG.md"));
    insta::assert_snapshot!("added_page", read(&folder, "generated/docs/src/changes.md"));
    let page = read(&folder, "generated/docs/src/api/stock/refill-stock.md");
    assert!(page.contains("| Since | 0.1.1 |"), "{page}");

    let files = folder.files("");
    prepare(&folder);
    let again = folder.files("");
    let changed: Vec<&String> =
        files.iter().filter(|(name, text)| again.get(*name) != Some(text)).map(|it| it.0).collect();
    let changed: Vec<&&String> = changed.iter().filter(|name| !name.starts_with(".git/")).collect();
    assert!(changed.is_empty(), "{changed:?}");
    assert_eq!(release(&folder, "check").status, Some(0));
}

#[test]
fn what_breaks_is_told_first_with_what_to_do() {
    let folder = released();
    let removed = "  /stock:
    get:
      operationId: getStock
      tags: [Stock]
      summary: Get the stock
      responses: {'200': {description: Stock.}}
";
    change(
        &folder,
        &[
            (removed, ""),
            ("required: [article]", "required: [article, note]"),
            (
                "      tags: [Orders]\n      summary: List orders\n",
                "      tags: [Orders]\n      summary: List orders\n      parameters: [{name: page, in: query, schema: {type: integer}}]\n",
            ),
            ("summary: Place an order", "summary: Order something"),
        ],
    );
    prepare(&folder);
    assert!(read(&folder, "specs/settings.yaml").contains("version: 0.2.0"));
    insta::assert_snapshot!("breaking_changelog", read(&folder, "specs/CHANGELOG.md"));
    let history = read(&folder, "specs/history.yaml");
    assert!(history.contains("  removed:\n    Client:\n      getStock: get_stock\n"), "{history}");
}

#[test]
fn from_1_0_on_what_breaks_is_a_major_version() {
    let folder = released();
    let settings = read(&folder, "specs/settings.yaml").replace("0.1.0", "1.4.2");
    folder.put("specs/settings.yaml", settings);
    prepare(&folder);
    commit(&folder);
    git(&folder, &["tag", "v1.4.2"]);
    change(&folder, &[("operationId: getStock", "operationId: stock")]);
    prepare(&folder);
    assert!(read(&folder, "specs/settings.yaml").contains("version: 2.0.0"));
}

#[test]
fn what_people_wrote_is_kept_and_worth_a_patch() {
    let folder = released();
    let log = read(&folder, "specs/CHANGELOG.md");
    folder.put("specs/CHANGELOG.md", log.replace("## [Unreleased]\n", "## [Unreleased]\n\n### Fixed\n\n- A leak.\n"));
    prepare(&folder);
    let log = read(&folder, "specs/CHANGELOG.md");
    assert!(log.contains("## [Unreleased]\n\n## [0.1.1]\n\n### Fixed\n\n- A leak.\n\n<!-- made by"), "{log}");
    assert!(read(&folder, "specs/settings.yaml").contains("version: 0.1.1"));

    // Then more is found to have changed: the section is that of the later version, and keeps its words.
    commit(&folder);
    change(&folder, &[("operationId: getStock", "operationId: stock")]);
    prepare(&folder);
    let log = read(&folder, "specs/CHANGELOG.md");
    assert!(log.contains("## [0.2.0]\n\n### Fixed\n\n- A leak.\n") && !log.contains("0.1.1"), "{log}");
}

#[test]
fn a_dry_run_writes_nothing() {
    let folder = released();
    change(&folder, &[ADDED]);
    let before = folder.files("specs");
    let ran = release(&folder, "prepare --dry-run");
    assert_eq!(ran.status, Some(0), "{ran:?}");
    assert!(
        ran.stdout.starts_with("Since v0.1.0: minor. The version is 0.1.1, after 0.1.0.\n\n## [0.1.1]\n"),
        "{}",
        ran.stdout
    );
    assert_eq!(folder.files("specs"), before);
}

#[test]
fn what_is_not_committed_is_no_part_of_a_release() {
    let folder = released();
    change(&folder, &[ADDED]);
    folder.put("specs/shop.yaml", read(&folder, "specs/shop.yaml").replace("title: Shop", "title: Store"));
    folder.put("specs/settings.yaml", SETTINGS.replace("name: Client", "name: Shop"));
    let before = folder.files("specs");
    let ran = release(&folder, "prepare");
    assert_eq!(ran.status, Some(1), "{ran:?}");
    insta::assert_snapshot!("uncommitted", ran.stderr);
    assert_eq!(folder.files("specs"), before);
}

#[test]
fn a_removal_that_has_come_is_an_error_and_nothing_is_written() {
    let folder = released();
    let entry = "\n    overlays: [kept.yaml]\n    operations: {removed: {oldStock: {since: 0.1.1, until: 0.2.0, replaced_by: getStock}}}\n";
    folder.put("specs/settings.yaml", SETTINGS.replace("[shop.yaml]\n", &format!("[shop.yaml]{entry}")));
    folder.put(
        "specs/kept.yaml",
        "overlay: 1.0.0
info: {title: Kept, version: '1'}
actions:
  - target: $.paths
    update: {/old-stock: {get: {operationId: oldStock, tags: [Stock], responses: {'200': {description: Stock.}}}}}
",
    );
    commit(&folder);
    prepare(&folder);
    assert!(
        read(&folder, "generated/shop/src/api/stock.rs")
            .contains("note = \"Use `get_stock` instead. It is gone in version 0.2.0.\"")
    );
    commit(&folder);
    git(&folder, &["tag", "v0.1.1"]);
    change(&folder, &[("operationId: listOrders", "operationId: orders")]);
    let before = folder.files("specs");
    let ran = release(&folder, "prepare");
    assert_eq!(ran.status, Some(1), "{ran:?}");
    assert!(ran.stderr.contains("error[GA0062]: `oldStock` should be gone in version 0.2.0"), "{}", ran.stderr);
    assert_eq!(folder.files("specs"), before);
}

#[test]
fn a_folder_that_git_does_not_know_is_refused() {
    let folder = Folder::with(&[("specs/settings.yaml", SETTINGS), ("specs/shop.yaml", SHOP)]);
    let ran = release(&folder, "prepare");
    assert_eq!(ran.status, Some(1), "{ran:?}");
    assert!(ran.stderr.contains("is in no repository of git"), "{}", ran.stderr);
}

#[test]
fn the_help_explains_itself() {
    let folder = Folder::with(&[]);
    insta::assert_snapshot!("help", folder.run("release", "--help").stdout);
    insta::assert_snapshot!("help_prepare", folder.run("release", "prepare --help").stdout);
    insta::assert_snapshot!("help_check", folder.run("release", "check --help").stdout);
}
