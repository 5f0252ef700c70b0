//! Two settings over the same documents: whatever is one service's own stands in the settings and not in the code.

#[path = "support/generation.rs"]
mod generation;

use std::fs;
use std::path::{Path, PathBuf};

use generator::diagnostic::{Diagnostics, Style};
use generator::file_tree::FileTree;
use generator::overlay::Overlays;
use generator::settings::Settings;
use generator::source::Source;
use generator::{Input, Templates};

#[test]
fn plain_settings() {
    snapshot("plain", &files("plain"), &files("habits"));
}

#[test]
fn settings_with_habits() {
    snapshot("habits", &files("habits"), &files("plain"));
}

#[test]
fn each_entry_changes_what_comes_out() {
    let (plain, habits) = (text(&files("plain")), text(&files("habits")));
    let entries = [
        ("clients.documents", "impl Stock {", "impl ShopClient {"),
        ("clients.operations.after", "fn order_controller_list_orders(", "fn list_orders("),
        ("clients.operations.names", "fn order_controller_place_order(", "fn order("),
        ("clients.reserved", "fn order_controller_purge(", "fn import_operation("),
        ("schemas.names", "pub struct OrderListDto {", "pub struct OrderPage {"),
        ("envelope", "const ENVELOPE: Option<Envelope> = None;", "success: &[0, 200],"),
        ("numbers.whole", "pub count: Option<f64>,", "pub count: Option<i64>,"),
        ("package.user_agent", "concat!(\"shop/\"", "concat!(\"shop-sdk/\""),
        ("query.arrays", "states: query \"states\" form_explode,", "states: query \"states\" brackets,"),
        ("paging", "`offset` counts from 1", "`page` counts from 1"),
        ("paging.list", "fn order_controller_list_orders_pages(", "fn list_orders_all("),
        (
            "retries.reads.prefixes",
            ".post(\"/orders\").json(",
            "            .post(\"/orders\")\n            .repeatable()",
        ),
        ("retries.reads.except", ".get(\"/stock/{id}\").path(", ".get(\"/stock/{id}\")\n            .not_repeatable()"),
        ("secrets", "secret {\n        \"note\",\n", "secret {\n        \"pin\",\n"),
        ("templates", "// The plain seal.", "// The sealed seal."),
        ("package.modules", "pub mod models;", "seal::{Seal, Stamp};"),
        ("package.license", "name = \"shop\"", "license = \"MIT\""),
    ];
    for (entry, in_plain, in_habits) in entries {
        assert!(plain.contains(in_plain), "{entry}: `{in_plain}` is missing");
        assert!(habits.contains(in_habits), "{entry}: `{in_habits}` is missing");
        assert!(!plain.contains(in_habits), "{entry}: `{in_habits}` comes out whatever the settings say");
    }
    for (fraction, whole) in
        [("pub price: f64,", "pub price: i64,"), ("pub amount: Option<f64>,", "pub amount: Option<i64>,")]
    {
        assert!(habits.contains(fraction) && !habits.contains(whole), "numbers.fractions: {fraction}");
    }
    assert!(!plain.contains("OrderController_import") && plain.contains("OrderController_purge"), "hidden: x-preview");
    assert!(
        !habits.contains("OrderController_purge") && habits.contains("OrderController_import"),
        "hidden: x-internal"
    );
}

#[test]
fn entries_that_match_nothing_are_errors() {
    let habits = read("habits.yaml");
    let mistaken = habits
        .replace("OrderController_placeOrder: order", "OrderController_place: order")
        .replace("prefixes: [order]", "prefixes: [ord], also: [StockController_getStock]")
        .replace("except: [StockController_getStock]", "except: [StockController_get]")
        .replace("OrderListDto: OrderPage", "OrderListDTO: OrderPage");
    let input = Input { settings: generation::settings("settings/habits.yaml", &mistaken), ..input("habits") };
    let mut diagnostics = Diagnostics::default();
    assert!(generator::generate(&input, &mut diagnostics).is_none());
    insta::assert_snapshot!(diagnostics.render(Style::Plain));
}

#[test]
fn an_entry_that_nearly_matches_is_offered_what_it_may_mean() {
    let offers = [
        ("OrderController_placeOrder: order", "OrderController_placeOrdr: order", "OrderController_placeOrder"),
        ("StockDto.amount", "StockDto.amuont", "StockDto.amount"),
        ("except: [StockController_getStock]", "except: [StockController_getStok]", "StockController_getStock"),
    ];
    for (right, wrong, offered) in offers {
        let mistaken = read("habits.yaml").replace(right, wrong);
        let input = Input { settings: generation::settings("settings/habits.yaml", &mistaken), ..input("habits") };
        let mut diagnostics = Diagnostics::default();
        assert!(generator::generate(&input, &mut diagnostics).is_none());
        let said = diagnostics.render(Style::Plain);
        assert!(said.contains(&format!("= help: did you mean `{offered}`?")), "{said}");
    }
    // It is there, but not repeatable: nothing near it is meant.
    let mistaken = read("habits.yaml").replace("[StockController_getStock]", "[OrderController_purge]");
    let input = Input { settings: generation::settings("settings/habits.yaml", &mistaken), ..input("habits") };
    let mut diagnostics = Diagnostics::default();
    assert!(generator::generate(&input, &mut diagnostics).is_none());
    assert!(diagnostics.render(Style::Plain).contains("correct the name, or remove the entry"));
}

#[test]
fn an_unknown_entry_is_an_error() {
    let mut diagnostics = Diagnostics::default();
    let text = read("plain.yaml").replace("hidden:", "hiden:");
    assert!(Settings::parse(Source::new("settings/plain.yaml", text), &mut diagnostics).is_none());
    insta::assert_snapshot!(diagnostics.render(Style::Plain));
}

#[test]
fn a_contract_table_stands_in_the_folder_of_a_test() {
    let folders = ["../contract/operations", "src/operations", "tests/operations", "tests/../src", "tests/contract/"];
    for folder in folders {
        let mut diagnostics = Diagnostics::default();
        let text = read("plain.yaml").replace("{name: shop}", &format!("{{name: shop, contract: {folder}}}"));
        assert!(Settings::parse(Source::new("settings/plain.yaml", text), &mut diagnostics).is_none());
        let said = diagnostics.render(Style::Plain);
        assert!(
            said.contains(&format!("`{folder}` is no folder of a test, such as `tests/contract/operations`")),
            "{said}"
        );
    }
}

/// The files that the other settings do not give, or give otherwise.
fn snapshot(name: &str, files: &FileTree, others: &FileTree) {
    let differing = files.iter().filter(|(path, text)| others.get(path) != Some(text));
    let text: String = differing.map(|(path, text)| format!("==> {path}\n{text}\n")).collect();
    insta::with_settings!({ snapshot_path => folder(), prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}

fn files(settings: &str) -> FileTree {
    generation::generate(&input(settings)).0.files
}

fn text(files: &FileTree) -> String {
    files.iter().map(|(_, text)| text).collect()
}

fn input(settings: &str) -> Input {
    let mut templates = Templates::default();
    for folder in ["plain", "sealed"] {
        templates.insert(folder, "src/seal.rs", format!("// The {folder} seal.\n"));
    }
    Input {
        settings: generation::settings(&format!("settings/{settings}.yaml"), &read(&format!("{settings}.yaml"))),
        documents: ["orders.yaml", "stock.yaml"]
            .map(|name| Source::new(format!("settings/{name}"), read(name)))
            .to_vec(),
        overlays: Overlays::default(),
        templates,
        command: "cargo test".to_owned(),
    }
}

fn read(file: &str) -> String {
    fs::read_to_string(folder().join(file)).expect("the file is there")
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/settings")
}
