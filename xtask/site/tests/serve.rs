//! The server of a book.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

mod support;

use std::fs;

use site::{Event, Server};
use tokio::sync::mpsc::unbounded_channel;

#[tokio::test]
async fn pages_are_served_and_built_anew_after_a_change() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("book");
    support::copy(&support::book(), &book);

    let server = Server::bind(&book, "127.0.0.1:0".parse().unwrap()).await.unwrap();
    let url = format!("http://{}", server.address().unwrap());
    let (tell, mut told) = unbounded_channel();
    let running = tokio::spawn(server.run(move |event| tell.send(event).unwrap()));
    assert!(matches!(told.recv().await, Some(Event::Built(_))));
    assert!(matches!(told.recv().await, Some(Event::Ready)));

    let page = reqwest::get(format!("{url}/guides/errors.html")).await.unwrap();
    assert_eq!(page.status(), 200);
    assert!(page.text().await.unwrap().contains("reload.js"));
    assert_eq!(reqwest::get(format!("{url}/gone.html")).await.unwrap().status(), 404);

    fs::write(book.join("src/guides/errors.md"), "# Errors\n\nNews.\n").unwrap();
    assert!(matches!(told.recv().await, Some(Event::Built(_))));
    let page = reqwest::get(format!("{url}/guides/errors.html")).await.unwrap().text().await.unwrap();
    assert!(page.contains("News."));

    // A mistake is told, and what was built before is still there.
    fs::remove_file(book.join("src/guides/errors.md")).unwrap();
    assert!(matches!(told.recv().await, Some(Event::Failed(_))));
    assert_eq!(reqwest::get(format!("{url}/guides/errors.html")).await.unwrap().status(), 200);
    running.abort();
}

#[tokio::test]
async fn a_site_is_served_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    site::build(&support::book(), &out).unwrap();

    let server = Server::bind(&out, "127.0.0.1:0".parse().unwrap()).await.unwrap();
    let url = format!("http://{}", server.address().unwrap());
    let (tell, mut told) = unbounded_channel();
    let running = tokio::spawn(server.run(move |event| tell.send(event).unwrap()));
    assert!(matches!(told.recv().await, Some(Event::Ready)));
    let page = reqwest::get(format!("{url}/guides/errors.html")).await.unwrap().text().await.unwrap();
    assert_eq!(page, fs::read_to_string(out.join("guides/errors.html")).unwrap());
    running.abort();
}
