//! Changes of crates that no description leads to: of the runtime, of a template, of the generator.

use std::collections::BTreeSet;

use diff::render::{self, Names};
use diff::{Changes, Surface, Version};

/// A change of a crate's root: its name, the code before and after.
const CHANGES: &[(&str, &str, &str)] = &[
    ("module", "pub mod a { pub fn f() {} }", "pub mod b { pub fn f() {} }"),
    ("kind", "pub struct A;", "pub enum A {}"),
    ("struct-non-exhaustive", "pub struct A { pub a: u8 }", "#[non_exhaustive] pub struct A { pub a: u8 }"),
    ("enum-exhaustive", "#[non_exhaustive] pub enum A { B }", "pub enum A { B }"),
    ("generics", "pub struct A<T>(pub T);", "pub struct A<T: Clone>(pub T);"),
    ("trait-added", "", "pub trait A {}"),
    ("trait-removed", "pub trait A {}", ""),
    (
        "trait-items",
        "pub trait A { fn b(&self); fn c(&self) -> u8; }",
        "pub trait A { fn c(&self) -> u16; fn d(&self); fn e(&self) {} }",
    ),
    ("functions", "pub fn a() {} pub fn b(x: u8) {}", "pub fn b(x: u16) {} pub fn c() {}"),
    (
        "constants",
        "pub const A: u8 = 1; pub const B: u8 = 1; pub const C: u8 = 1;",
        "pub const B: u16 = 1; pub const C: u8 = 2; pub const D: u8 = 1;",
    ),
    ("alias", "pub type A = Vec<u8>;", "pub type A = Vec<u16>;"),
    ("another-name", "pub enum A { B } pub enum C { B }", "pub enum A { B } pub type C = A;"),
    ("another-name-grew", "pub enum A { B } pub type C = A;", "pub enum A { B, D } pub type C = A;"),
    ("the-one-exchanged", "pub enum C { B } pub type D = C;", "pub enum A { B } pub type C = A; pub type D = A;"),
    ("parted", "pub enum A { B } pub type C = A;", "pub enum A { B, D } pub enum C { B }"),
    ("open-struct", "pub struct A { pub a: u8 }", "pub struct A { pub a: u8, pub b: u8 }"),
    ("private-field", "pub struct A { pub a: u8, c: u8 }", "pub struct A { pub a: u8, pub b: u8, c: u8 }"),
    (
        "field-spelled",
        "#[non_exhaustive] pub struct A { pub user_id: u8 }",
        "#[non_exhaustive] pub struct A { pub userid: u8 }",
    ),
    ("exhaustive-enum", "pub enum A { B }", "pub enum A { B, C }"),
    ("variant", "pub enum A { B(u8), C }", "pub enum A { B(u16), C { d: u8 } }"),
    (
        "qualifiers",
        "pub struct A; impl A { pub const fn a() {} pub fn b() {} }",
        "pub struct A; impl A { pub fn a() {} pub async fn b() {} }",
    ),
    ("must-use", "pub struct A; impl A { pub fn a() {} }", "pub struct A; impl A { #[must_use] pub fn a() {} }"),
    ("deprecated", "pub struct A; pub fn b() {}", "#[deprecated] pub struct A; #[deprecated] pub fn b() {}"),
    ("reactivated", "#[deprecated] pub fn b() {}", "pub fn b() {}"),
    (
        "order-of-arguments",
        "pub struct A; impl A { pub fn new(code: String, name: String) {} }",
        "pub struct A; impl A { pub fn new(name: String, code: String) {} }",
    ),
    (
        "derives",
        "#[derive(Clone, Debug)] pub struct A(pub u8);",
        "#[derive(Clone, Eq, PartialEq)] pub struct A(pub u8);",
    ),
    (
        "macro",
        "macro_rules! make { ($t:ident) => { impl Clone for $t {} }; } pub struct A; make!(A);",
        "macro_rules! make { ($t:ident) => { impl Copy for $t {} impl $t { pub fn made(&self) {} } }; } pub struct A; make!(A);",
    ),
    (
        "reexport-gone",
        "mod m { pub struct A; } pub use m::A; pub mod n { pub use crate::m::A; }",
        "mod m { pub struct A; } pub use m::A; pub mod n {}",
    ),
    (
        "reexport-moved",
        "mod m { pub struct A { pub a: u8 } } pub use m::A;",
        "mod k { pub struct A { pub a: u8 } } pub use k::A;",
    ),
    ("foreign", "pub use serde_json::Value;", "pub use serde_json::Map;"),
    ("hidden", "#[doc(hidden)] pub struct A; #[cfg(test)] pub struct B;", ""),
    ("private", "struct A; pub(crate) fn f() {} mod m { pub struct B; }", ""),
    ("feature-needed", "pub struct A;", "#[cfg(feature = \"a\")] pub struct A;"),
    ("feature-of-another", "#[cfg(feature = \"a\")] pub struct A;", "#[cfg(feature = \"b\")] pub struct A;"),
];

fn crate_of(manifest: &str, code: &str) -> Version {
    let surface = Surface::read([("Cargo.toml", manifest), ("src/lib.rs", code)]).expect("the crate can be read");
    Version { name: String::new(), api: None, surface: Some(surface) }
}

fn manifest(rust: &str, features: &str) -> String {
    format!("[package]\nname = \"a\"\nversion = \"0.1.0\"\nrust-version = \"{rust}\"\n[features]\n{features}")
}

fn all() -> Vec<(String, Changes)> {
    let usual = manifest("1.88", "default = [\"a\"]\na = []\nb = []\n");
    let code = |(name, old, new): &(&str, &str, &str)| {
        ((*name).to_owned(), Changes::between(&crate_of(&usual, old), &crate_of(&usual, new)))
    };
    let mut all: Vec<(String, Changes)> = CHANGES.iter().map(code).collect();
    let manifests = [
        ("rust-version", manifest("1.90", "default = [\"a\"]\na = []\nb = []\n")),
        ("default-feature", manifest("1.88", "default = [\"b\"]\na = []\nb = []\n")),
        ("features", manifest("1.88", "default = [\"a\"]\na = []\nc = []\n")),
    ];
    for (name, manifest) in manifests {
        all.push((name.to_owned(), Changes::between(&crate_of(&usual, ""), &crate_of(&manifest, ""))));
    }
    all
}

/// The rules that are met here.
pub(crate) fn met() -> BTreeSet<&'static str> {
    all().iter().flat_map(|(_, changes)| changes.iter().map(|finding| finding.rule.id).collect::<Vec<_>>()).collect()
}

#[test]
fn a_crate_is_compared_by_what_callers_see() {
    let mut text = String::new();
    for (name, changes) in all() {
        text += &format!("# {name}\n");
        let found = render::human(&changes, Names { old: "old", new: "new" });
        let findings = found.lines().filter(|line| line.starts_with("  ") || line.contains(" ("));
        findings.for_each(|line| text += &format!("{line}\n"));
        text.push('\n');
    }
    insta::assert_snapshot!("surface", text);
}

#[test]
fn what_is_no_crate_is_refused() {
    let manifest = manifest("1.88", "");
    let text = |files: Vec<(&str, &str)>| Surface::read(files).map(|_| ()).expect_err("it is no crate").to_string();
    let cases = [
        vec![],
        vec![("Cargo.toml", "[package")],
        vec![("Cargo.toml", manifest.as_str())],
        vec![("Cargo.toml", &manifest), ("src/lib.rs", "pub struct")],
        vec![("Cargo.toml", &manifest), ("src/lib.rs", "mod a;")],
    ];
    let texts: Vec<String> = cases.into_iter().map(text).collect();
    insta::assert_snapshot!("no-crate", texts.join("\n"));
}
