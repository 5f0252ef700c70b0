//! What the search index knows. That a browser finds it is shown by `.ci/site`.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

mod support;

use std::fs;

use serde_json::Value;
use support::book;

const DELETE_ACCOUNT: &str = "authentication/profile-and-account/delete-account.html";

fn index() -> Value {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    site::build(&book(), &out).unwrap();
    let script = fs::read_to_string(out.join("searchindex.js")).unwrap();
    let (_, json) = script.split_once("JSON.parse('").unwrap();
    let (json, _) = json.rsplit_once("')").unwrap();
    serde_json::from_str(&json.replace("\\'", "'").replace("\\\\", "\\")).unwrap()
}

/// The addresses of the pages that have a token in a field.
fn pages(index: &Value, field: &str, token: &str) -> Vec<String> {
    let mut node = &index["index"]["index"][field]["root"];
    for character in token.chars() {
        node = &node[character.to_string()];
    }
    let urls = &index["doc_urls"];
    let found = node["docs"].as_object().into_iter().flatten();
    found.map(|(reference, _)| urls[reference.parse::<usize>().unwrap()].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_page_is_found_by_its_title_its_names_and_its_words() {
    let index = index();
    assert_eq!(pages(&index, "title", "deleteaccount"), [DELETE_ACCOUNT]);
    assert!(pages(&index, "front", "deleteaccount").contains(&DELETE_ACCOUNT.to_owned()));
    assert_eq!(pages(&index, "front", "销账").len(), 2);
    assert_eq!(pages(&index, "body", "deleteaccoundto"), [DELETE_ACCOUNT]);
    assert!(pages(&index, "body", "issuccessdto").contains(&DELETE_ACCOUNT.to_owned()));
    assert_eq!(pages(&index, "front", "jitter"), ["guides/errors.html"]);
}

#[test]
fn a_page_is_found_by_its_chinese_name() {
    assert!(pages(&index(), "title", "销账").contains(&DELETE_ACCOUNT.to_owned()));
}

#[test]
fn what_most_pages_say_is_not_searched() {
    assert_eq!(pages(&index(), "body", "statuscod"), Vec::<String>::new());
}

#[test]
fn samples_are_not_searched() {
    assert_eq!(pages(&index(), "body", "tokio"), Vec::<String>::new());
}

#[test]
fn a_result_shows_where_the_page_stands_and_how_it_begins() {
    let index = index();
    let at = index["doc_urls"].as_array().unwrap().iter().position(|url| url == DELETE_ACCOUNT).unwrap();
    let shown = &index["index"]["documentStore"]["docs"][at.to_string()];
    assert_eq!(shown["breadcrumbs"], "AuthenticationClient » Profile and account » Delete account");
    assert!(shown["body"].as_str().unwrap().starts_with("Deletes the account of the signed-in user."));
}
