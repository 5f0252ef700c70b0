//! Calls without an async runtime of one's own.

#![cfg(feature = "blocking")]

mod support;

use genauth::Client;
use genauth::blocking::Blocking;
use support::Server;

/// A server that lives in a runtime of its own thread, as far away as another machine.
fn server() -> Server {
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            sender.send(Server::json("200 OK", r#"{"success":true}"#).await).unwrap();
            std::future::pending::<()>().await;
        });
    });
    receiver.recv().unwrap()
}

#[test]
fn a_call_is_waited_for() {
    let server = server();
    let client = Client::builder().base_url(server.address()).build().unwrap();
    assert!(client.bare().wait().unwrap().success);
    assert_eq!(client.bare().raw().wait().unwrap().status(), 200);
}

#[test]
fn many_threads_share_a_client() {
    let server = server();
    let client = Client::builder().base_url(server.address()).build().unwrap();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| client.bare().wait().unwrap());
        }
    });
    assert_eq!(server.request_count(), 8);
}

#[tokio::test]
async fn inside_of_async_code_it_holds_up_the_thread_but_does_not_panic() {
    let server = server();
    let client = Client::builder().base_url(server.address()).build().unwrap();
    client.bare().wait().unwrap();
}

#[test]
fn errors_come_through() {
    let client = Client::builder().base_url("http://127.0.0.1:1").build().unwrap();
    assert!(client.bare().no_retry().wait().unwrap_err().is_connect());
}
