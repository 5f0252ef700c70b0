//! Links that lead nowhere are found.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

mod support;

use std::fs;
use std::process::Command;

use site::Fault;
use support::book;

#[test]
fn the_book_of_the_tests_has_no_broken_link() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    site::build(&book(), &out).unwrap();
    let checked = site::check(&out).unwrap();
    assert_eq!(checked.broken, []);
    assert!(checked.links > 100, "{}", checked.links);
}

#[test]
fn a_missing_file_and_a_missing_anchor_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        fs::create_dir_all(folder.path().join("sub")).unwrap();
        fs::write(folder.path().join(name), text).unwrap();
    };
    write("index.html", r##"<h1 id="top-of-it">A</h1><a name="old"></a><a href="sub/">B</a> <a href="#">C</a>"##);
    write(
        "sub/index.html",
        r##"<a href="../index.html#top-of-it">1</a><a href="/#old">2</a><a href="https://example.com/x">3</a>
        <a href="gone.html">4</a><a href="../index.html#gone">5</a><img src="gone.png"><a href="#gone">6</a>
        <script>let text = '<a href="in-a-script.html">';</script>"##,
    );
    let checked = site::check(folder.path()).unwrap();
    let broken: Vec<_> = checked.broken.iter().map(|link| (&*link.page, &*link.link, link.fault)).collect();
    let page = "sub/index.html";
    assert_eq!(
        broken,
        [
            (page, "#gone", Fault::Anchor),
            (page, "../index.html#gone", Fault::Anchor),
            (page, "gone.html", Fault::File),
            (page, "gone.png", Fault::File),
        ]
    );
}

#[test]
fn the_command_prints_page_and_target_and_ends_with_1() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("index.html"), "<a href=gone.html>").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_site")).arg("check").arg(folder.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "index.html: gone.html: no such file\n");
}
