//! From the book beside this file to a site.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

mod support;

use std::fs;

use support::{book, files};

#[test]
fn the_same_book_gives_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("first"), folder.path().join("second"));
    let built = site::build(&book(), &first).unwrap();
    assert_eq!(built.pages, 11);
    site::build(&book(), &second).unwrap();
    assert_eq!(files(&first), files(&second));
}

#[test]
fn a_site_is_replaced_as_a_whole_and_anything_else_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    site::build(&book(), &out).unwrap();
    fs::write(out.join("of-yesterday.html"), "").unwrap();
    site::build(&book(), &out).unwrap();
    assert!(!out.join("of-yesterday.html").exists());

    fs::write(folder.path().join("precious"), "").unwrap();
    let refused = site::build(&book(), folder.path()).unwrap_err();
    assert!(refused.to_string().contains("neither empty nor a site"), "{refused}");
    assert!(folder.path().join("precious").exists());
}

#[test]
fn a_page_that_is_missing_fails_the_build_and_leaves_the_site_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let (mine, out) = (folder.path().join("book"), folder.path().join("out"));
    support::copy(&book(), &mine);
    site::build(&mine, &out).unwrap();
    let before = files(&out);

    fs::remove_file(mine.join("src/guides/errors.md")).unwrap();
    let error = format!("{:#}", site::build(&mine, &out).unwrap_err());
    assert!(error.contains("errors.md"), "{error}");
    assert_eq!(files(&out), before);
    assert!(!mine.join("src/guides/errors.md").exists());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left over");
}

#[test]
fn a_page_cannot_read_files_or_run_commands() {
    let folder = tempfile::tempdir().unwrap();
    let (mine, out) = (folder.path().join("book"), folder.path().join("out"));
    support::copy(&book(), &mine);
    fs::write(mine.join("secret.txt"), "hunter2").unwrap();
    fs::write(mine.join("src/guides/errors.md"), "# Errors\n\n{{#include ../../secret.txt}}\n").unwrap();
    let settings = fs::read_to_string(mine.join("book.toml")).unwrap();
    fs::write(
        mine.join("book.toml"),
        settings + "\n[preprocessor.evil]\ncommand = \"false\"\n[output.evil]\ncommand = \"false\"\n",
    )
    .unwrap();
    site::build(&mine, &out).unwrap();
    let page = fs::read_to_string(out.join("guides/errors.html")).unwrap();
    assert!(page.contains("{{#include ../../secret.txt}}"));
    assert!(!page.contains("hunter2"));
}

#[test]
fn pages_name_no_other_host() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    site::build(&book(), &out).unwrap();
    let page = fs::read_to_string(out.join("authentication/profile-and-account/delete-account.html")).unwrap();
    for start in ["src=\"http", "href=\"http", "src=\"//", "class=\"playground\""] {
        assert!(!page.contains(start), "{start}");
    }
}
