//! `cargo xtask explain`: what a rule means.

use super::Folder;

#[test]
fn a_rule_is_explained_by_code_and_by_name() {
    let folder = Folder::with(&[]);
    let ran = folder.run("explain", "GA0012");
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""));
    assert!(ran.stdout.starts_with("# GA0012: reference-cycle\n"), "{}", ran.stdout);
    assert_eq!(folder.run("explain", "reference-cycle").stdout, ran.stdout);
}

#[test]
fn a_rule_that_is_not_there_is_not_explained() {
    let ran = Folder::with(&[]).run("explain", "reference-cycles");
    assert_ne!(ran.status, Some(0));
    assert_eq!(ran.stderr, "error: there is no rule `reference-cycles`: did you mean `reference-cycle`?\n");
}

#[test]
fn all_rules_are_listed() {
    let ran = Folder::with(&[]).run("explain", "");
    insta::assert_snapshot!(ran.stdout);
}
