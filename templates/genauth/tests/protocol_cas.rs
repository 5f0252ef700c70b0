//! CAS tickets.

#![cfg(feature = "oidc")]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

mod loopback;
mod protocol_support;

use genauth::Error;
use genauth::protocol::{CasFormat, CasUser, OpenIdErrorKind, Protocol};
use loopback::Server;
use protocol_support::{answer, application, openid_kind};

const SERVICE: &str = "https://s?x=1&y=2";

/// Asks with a client that has a user's token, and tells how the question was put.
async fn ask(version: u8, format: CasFormat, answer: String) -> (Result<CasUser, Error>, String) {
    let server = Server::raw(vec![answer]).await;
    let client = application(server.address()).protocol(Protocol::Cas).access_token("STORED").build().unwrap();
    let call = match version {
        1 => client.validate_ticket_v1("ST-1", SERVICE),
        _ => client.validate_ticket_v2("ST-1", SERVICE, format),
    };
    let result = call.await;
    let requests = server.requests();
    assert_eq!(requests.len(), 1, "a ticket is good for one question");
    assert_eq!(requests[0].header("authorization"), None);
    assert_eq!(requests[0].header("x-genauth-app-id"), Some("APP"));
    (result, requests[0].line().to_owned())
}

async fn ask_json(body: &str) -> Result<CasUser, Error> {
    ask(2, CasFormat::Json, answer(200, "application/json", body)).await.0
}

async fn ask_xml(body: &str) -> Result<CasUser, Error> {
    ask(2, CasFormat::Xml, answer(200, "text/xml", body)).await.0
}

#[track_caller]
fn refusal(result: &Result<CasUser, Error>) -> (Option<&str>, Option<&str>) {
    match openid_kind(result.as_ref().unwrap_err()) {
        OpenIdErrorKind::CasRefused { code, description, .. } => (code.as_deref(), description.as_deref()),
        kind => panic!("{kind:?}"),
    }
}

#[tokio::test]
async fn the_first_version_says_yes_with_a_name_or_no() {
    let (yes, line) = ask(1, CasFormat::Json, answer(200, "text/plain", "yes\nbob\n")).await;
    assert_eq!(yes.unwrap().user, "bob");
    assert_eq!(line, "GET /cas-idp/APP/validate?service=https%3A%2F%2Fs%3Fx%3D1%26y%3D2&ticket=ST-1");
    for body in ["no\n\n", "no"] {
        let (no, _) = ask(1, CasFormat::Json, answer(200, "text/plain", body)).await;
        assert_eq!(refusal(&no), (None, None));
        assert_eq!(no.unwrap_err().to_string(), "CAS refused the ticket");
    }
    for body in ["", "yes", "yes\n\n", "yesterday\nbob", "{}"] {
        let (odd, _) = ask(1, CasFormat::Json, answer(200, "text/plain", body)).await;
        assert!(matches!(odd, Err(Error::Decode(_))), "{body:?}: {odd:?}");
    }
}

#[tokio::test]
async fn a_ticket_is_not_sent_twice() {
    let (busy, _) = ask(2, CasFormat::Json, answer(503, "text/plain", "busy")).await;
    assert!(matches!(busy, Err(Error::Status(_))), "{busy:?}");
}

#[tokio::test]
async fn json_and_xml_tell_the_same() {
    let json = r#"{"serviceResponse":{"authenticationSuccess":{"user":"bob","proxyGrantingTicket":"PGT",
        "proxies":["https://p2","https://p1"],"attributes":{"mail":"b@x & co","role":["a","b"]}}}}"#;
    let xml = r#"<?xml version="1.0"?>
        <cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">
          <cas:authenticationSuccess>
            <cas:user> bob<!-- no part of it --></cas:user>
            <cas:attributes>
              <cas:mail>b&#64;x &amp; <![CDATA[co]]></cas:mail><cas:role>a</cas:role><cas:role>b</cas:role>
            </cas:attributes>
            <cas:proxyGrantingTicket>PGT</cas:proxyGrantingTicket>
            <cas:proxies><cas:proxy>https://p2</cas:proxy><cas:proxy>https://p1</cas:proxy></cas:proxies>
          </cas:authenticationSuccess>
        </cas:serviceResponse>"#;
    for user in [ask_json(json).await.unwrap(), ask_xml(xml).await.unwrap()] {
        assert_eq!(user.user, "bob");
        assert_eq!(user.attributes["mail"], "b@x & co");
        assert_eq!(user.attributes["role"], serde_json::json!(["a", "b"]));
        assert_eq!(user.proxy_granting_ticket.as_ref().unwrap().expose(), "PGT");
        assert_eq!(user.proxies, ["https://p2", "https://p1"]);
        assert!(!format!("{user:?}").contains("PGT"), "{user:?}");
    }
    let (_, line) = ask(2, CasFormat::Json, answer(200, "application/json", json)).await;
    assert!(line.starts_with("GET /cas-idp/APP/serviceValidate?service="), "{line}");
    assert!(line.ends_with("&ticket=ST-1&format=JSON"), "{line}");
    let (_, line) = ask(2, CasFormat::Xml, answer(200, "text/xml", xml)).await;
    assert!(line.ends_with("&ticket=ST-1&format=XML"), "{line}");
}

#[tokio::test]
async fn a_refused_ticket_is_an_error_with_its_code() {
    let json = r#"{"serviceResponse":{"authenticationFailure":{"code":"INVALID_TICKET","description":"gone"}}}"#;
    let xml = r#"<cas:serviceResponse xmlns:cas="u"><cas:authenticationFailure code="INVALID_TICKET">
        gone</cas:authenticationFailure></cas:serviceResponse>"#;
    for result in [ask_json(json).await, ask_xml(xml).await] {
        assert_eq!(refusal(&result), (Some("INVALID_TICKET"), Some("gone")));
        let error = result.unwrap_err();
        assert_eq!(error.to_string(), "CAS refused the ticket: INVALID_TICKET: gone");
        assert_eq!(error.operation(), Some("validateTicketV2"));
    }
    let bare = ask_xml(r#"<serviceResponse><authenticationFailure code="X"/></serviceResponse>"#).await;
    assert_eq!(refusal(&bare), (Some("X"), None));
}

#[tokio::test]
async fn what_is_no_answer_of_cas_is_an_error() {
    for body in ["", "{}", "[]", r#"{"serviceResponse":{}}"#, r#"{"serviceResponse":{"authenticationSuccess":{}}}"#] {
        let result = ask_json(body).await;
        assert!(matches!(result, Err(Error::Decode(_))), "{body:?}: {result:?}");
    }
    for user in ["", " ", "\\u3000\\n"] {
        let nobody = format!(r#"{{"serviceResponse":{{"authenticationSuccess":{{"user":"{user}"}}}}}}"#);
        assert!(matches!(ask_json(&nobody).await, Err(Error::Decode(_))), "{nobody}");
    }
    let deep = format!("{}{}", "<a>".repeat(20_000), "</a>".repeat(20_000));
    let unknown_entity = "<r><authenticationSuccess><user>a&evil;</user></authenticationSuccess></r>";
    let own_entity = format!(r#"<!DOCTYPE r [<!ENTITY evil "admin">]>{unknown_entity}"#);
    let cut = "<r><authenticationSuccess><user>bob</user></authenticationSuccess>";
    let two = "<r/><r><authenticationSuccess><user>bob</user></authenticationSuccess></r>";
    let empty = "<r><authenticationSuccess><user/></authenticationSuccess></r>";
    let blank = "<r><authenticationSuccess><user> &#x3000;<!-- x --></user></authenticationSuccess></r>";
    for body in ["", "text", "<r>", "<r></s>", "<r/>", empty, blank, cut, two, unknown_entity, &own_entity, &deep] {
        let result = ask_xml(body).await;
        assert!(matches!(result, Err(Error::Decode(_))), "{:.40}: {result:?}", body);
    }
}
