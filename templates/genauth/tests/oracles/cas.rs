//! Answers of CAS: one that is accepted names a user, and means the same to another reader.

use genauth::protocol::{CasFormat, CasUser, Protocol};
use genauth::{AuthenticationClient, Error};
use http::StatusCode;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use super::fixed_answer::FixedAnswer;
use super::{HIDDEN, everything_about};

const TICKET: &str = "ST-1-0123456789abcdef";

/// The form, `text`, `json` or `xml`, in the first line, and the answer after it.
pub const SEEDS: &[&str] = &[
    "text\nyes\nbob\n",
    "text\nno\n\n",
    "text\nyes\n \n",
    r#"json
{"serviceResponse":{"authenticationSuccess":{"user":"bob","proxyGrantingTicket":"HIDDEN-7f3a91",
"proxies":["https://p2","https://p1"],"attributes":{"mail":"b@x","role":["a","b"],"deep":{"a":null}}}}}"#,
    r#"json
{"serviceResponse":{"authenticationFailure":{"code":"INVALID_TICKET","description":"gone"}}}"#,
    r#"json
{"serviceResponse":{"authenticationSuccess":{"user":{"name":"HIDDEN-7f3a91"}}}}"#,
    r#"json
{"error":"invalid_request","error_description":"no"}"#,
    r#"json
{"statusCode":403,"message":"no","apiCode":1}"#,
    r#"xml
<?xml version="1.0"?>
<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas"><cas:authenticationSuccess>
<cas:user> bob<!-- no part of it --></cas:user><cas:attributes>
<cas:mail>b&#64;x &amp; <![CDATA[co]]></cas:mail><cas:role>a</cas:role><cas:role>b</cas:role></cas:attributes>
<cas:proxyGrantingTicket>HIDDEN-7f3a91</cas:proxyGrantingTicket>
<cas:proxies><cas:proxy>https://p2</cas:proxy><cas:proxy>https://p1</cas:proxy></cas:proxies>
</cas:authenticationSuccess></cas:serviceResponse>"#,
    r#"xml
<serviceResponse><authenticationFailure code="INVALID_TICKET">gone</authenticationFailure></serviceResponse>"#,
    r#"xml
<!DOCTYPE r [<!ENTITY evil "admin">]>
<serviceResponse><authenticationSuccess><user>a&evil;</user></authenticationSuccess></serviceResponse>"#,
    "xml\n<serviceResponse><authenticationSuccess><user/></authenticationSuccess></serviceResponse>",
    "xml\n<serviceResponse><authenticationSuccess><user>a<b>HIDDEN-7f3a91</b>c</user></authenticationSuccess></serviceResponse>",
];

/// Parts of answers, to be put in anywhere.
pub const WORDS: &[&str] = &[
    "<user>",
    "</user>",
    "<user/>",
    "<cas:user>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?x ?>",
    "&#0;",
    "&#x3000;",
    "&lt;",
    "&evil;",
    " code=\"",
    "<authenticationSuccess>",
    "</authenticationSuccess>",
    "<authenticationFailure/>",
    "xmlns=\"u\"",
    "\"user\":\"\"",
    "\"user\":\" \"",
    "\"user\":null",
    "\"authenticationFailure\":{},",
    "\"attributes\":{}",
    "\u{3000}",
    "\u{0}",
    "\r\n",
    "yes",
    "no",
    "\\u0000",
    "\\ud800",
];

/// A client of CAS, and the service that it asks.
pub struct Cas {
    client: AuthenticationClient,
    service: FixedAnswer,
    runtime: Runtime,
}

impl Default for Cas {
    fn default() -> Self {
        let service = FixedAnswer::default();
        let builder =
            AuthenticationClient::builder().app_id("APP").app_secret("SECRET").app_host("https://example.com");
        let client = builder.protocol(Protocol::Cas).transport(service.clone()).build().unwrap();
        Cas { client, service, runtime: tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap() }
    }
}

impl Cas {
    /// # Panics
    ///
    /// When the answer, in the form of [`SEEDS`], is taken for something that it is not.
    pub fn check(&self, text: &str) {
        let Some((form, answer)) = text.split_once('\n') else { return };
        let outcome = self.ask(form, answer);
        let user = match outcome {
            Ok(user) => user,
            Err(error) => {
                let told = everything_about(&error);
                assert!(!told.contains(TICKET), "the ticket shows: {told}");
                // What a service says about its refusal is meant to be read.
                let is_unread = matches!(error, Error::Decode(_));
                assert!(!is_unread || !told.contains(HIDDEN), "the answer shows: {told}");
                return;
            }
        };
        assert!(!user.user.trim().is_empty(), "nobody is accepted");
        let second = match form {
            "json" => second_by_json(answer),
            "xml" => second_by_xml(answer),
            _ => answer.lines().nth(1).map(|line| line.trim().to_owned()),
        };
        assert!(second.is_none_or(|second| second == user.user), "another reader finds another user than {user:?}");
        let shown = format!("{user:?}");
        let hidden = user.proxy_granting_ticket.as_ref().map(|ticket| ticket.expose());
        let is_elsewhere = format!("{} {:?} {:?}", user.user, user.attributes.keys(), user.proxies).contains(HIDDEN);
        assert!(is_elsewhere || hidden != Some(HIDDEN) || !shown.contains(HIDDEN), "the ticket shows: {shown}");
        self.check_written(&user);
    }

    /// What was read, written as JSON, is read as the same.
    fn check_written(&self, user: &CasUser) {
        let ticket = user.proxy_granting_ticket.as_ref().map(|ticket| ticket.expose());
        let success = json!({"user": user.user, "attributes": user.attributes, "proxies": user.proxies,
            "proxyGrantingTicket": ticket});
        let written = json!({"serviceResponse": {"authenticationSuccess": success}}).to_string();
        let again = self.ask("json", &written).expect("what was read can be read again");
        assert_eq!((&again.user, &again.attributes, &again.proxies), (&user.user, &user.attributes, &user.proxies));
        assert_eq!(again.proxy_granting_ticket.as_ref().map(|ticket| ticket.expose()), ticket);
    }

    fn ask(&self, form: &str, answer: &str) -> Result<CasUser, Error> {
        let (media_type, call) = match form {
            "json" => ("application/json", self.client.validate_ticket_v2(TICKET, "https://s", CasFormat::Json)),
            "xml" => ("text/xml", self.client.validate_ticket_v2(TICKET, "https://s", CasFormat::Xml)),
            _ => ("text/plain", self.client.validate_ticket_v1(TICKET, "https://s")),
        };
        self.service.set(StatusCode::OK, media_type, answer.as_bytes());
        self.runtime.block_on(async { call.await })
    }
}

/// Whom plain JSON names.
fn second_by_json(answer: &str) -> Option<String> {
    let answer: Value = serde_json::from_str(answer).expect("only JSON is accepted");
    let response = &answer["serviceResponse"];
    assert_eq!(response["authenticationFailure"], Value::Null, "a refusal is accepted");
    Some(response["authenticationSuccess"]["user"].as_str().expect("only a text is accepted").to_owned())
}

/// Whom another library finds, where it takes the text for XML at all; it is the stricter of the two.
fn second_by_xml(answer: &str) -> Option<String> {
    let document = roxmltree::Document::parse(answer).ok()?;
    let child = |node: roxmltree::Node<'_, '_>, name| {
        let mut elements = node.children().filter(|node| node.is_element() && node.tag_name().name() == name);
        elements.next().map(|node| node.id())
    };
    let root = document.root_element();
    assert!(child(root, "authenticationFailure").is_none(), "a refusal is accepted");
    let success = child(root, "authenticationSuccess").expect("only a success is accepted");
    let user = child(document.get_node(success)?, "user").expect("only a user is accepted");
    let texts = document.get_node(user)?.children().filter(|node| node.is_text()).filter_map(|node| node.text());
    Some(texts.collect::<String>().trim().to_owned())
}
