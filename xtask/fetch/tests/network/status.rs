//! What a server says in a status.

use fetch::{Fetched, Known, Limits, fetch};

use crate::server::{Reply, Server, answer, raw};
use crate::{failure, fetch_from, limits, text};

#[tokio::test]
async fn a_text_comes_with_what_to_know_of_it() {
    let server =
        Server::answering("200 OK\r\netag: \"1\"\r\nlast-modified: Sat, 28 Nov 2026 00:00:00 GMT", b"{}").await;
    let Fetched::Text(found) = fetch_from(&server).await.unwrap() else { panic!("there is a text") };
    assert_eq!(found.text, "{}");
    assert_eq!(found.known.etag.as_deref(), Some("\"1\""));
    assert_eq!(found.known.last_modified.as_deref(), Some("Sat, 28 Nov 2026 00:00:00 GMT"));
}

#[tokio::test]
async fn what_is_known_is_not_sent_again() {
    let server = Server::new(vec![Reply::Bytes(raw("304 Not Modified", b""))]).await;
    let known = Known { etag: Some("\"1\"".to_owned()), last_modified: Some("yesterday".to_owned()) };
    let fetched = fetch(&server.address("/api.json"), &known, &limits(), &|_| ()).await;
    assert_eq!(fetched.unwrap(), Fetched::Unchanged);
    let requests = server.requests();
    assert!(requests[0].contains("if-none-match: \"1\"\r\n"), "{requests:?}");
    assert!(requests[0].contains("if-modified-since: yesterday\r\n"), "{requests:?}");
}

#[tokio::test]
async fn not_modified_is_no_answer_when_nothing_is_known() {
    let server = Server::new(vec![Reply::Bytes(raw("304 Not Modified", b""))]).await;
    assert_eq!(failure(&server).await, "http://127.0.0.1:PORT/api.json answers with status 304");
}

#[tokio::test]
async fn a_refusal_is_told_at_once() {
    for status in [400, 401, 403, 404, 410] {
        let server = Server::answering(&format!("{status} No"), b"").await;
        let error = fetch(&server.address("/"), &Known::default(), &Limits::default(), &|_| ()).await.unwrap_err();
        assert!(error.is_of_the_source(), "{error}");
        assert_eq!(server.requests().len(), 1);
    }
}

#[tokio::test]
async fn what_passes_is_tried_again() {
    let busy = |head: &str| Reply::Bytes(answer(head, b""));
    let fine = Reply::Bytes(answer("200 OK", b"{}"));
    let replies = vec![busy("503 Busy\r\nretry-after: 0"), busy("429 Too Many\r\nretry-after: 0"), fine];
    let server = Server::new(replies).await;
    let said = std::cell::RefCell::new(Vec::new());
    let say = |line: &str| said.borrow_mut().push(line.replace(&server.port().to_string(), "PORT"));
    let limits = Limits { attempts: 3, ..limits() };
    let fetched = fetch(&server.address("/api.json"), &Known::default(), &limits, &say).await;
    assert_eq!(fetched.unwrap(), text("{}"));
    assert_eq!(
        said.take(),
        [
            "http://127.0.0.1:PORT/api.json answers with status 503; trying again in 0 s",
            "http://127.0.0.1:PORT/api.json answers with status 429; trying again in 0 s"
        ]
    );
}

#[tokio::test]
async fn what_does_not_pass_ends_with_the_last_attempt() {
    let server = Server::answering("500 Oops", b"").await;
    let limits = Limits { attempts: 3, ..limits() };
    let error = fetch(&server.address("/"), &Known::default(), &limits, &|_| ()).await.unwrap_err();
    assert!(error.is_passing() && !error.is_of_the_source(), "{error}");
    assert_eq!(server.requests().len(), 3);
}
