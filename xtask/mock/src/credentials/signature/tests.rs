//! Signatures against the vectors of the vendor's SDKs, and each rejection by its code.

#![expect(clippy::unwrap_used, reason = "a test")]

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, Method};

use super::{Nonces, Presented, Settings, Signed, check};
use crate::judge::Violation;

const KEY: &str = "6271f000000000000000aaaa";
const DATE: &str = "Fri, 01 Dec 2023 08:00:00 GMT";

fn settings() -> Settings {
    Settings {
        access_key_id: KEY.to_owned(),
        access_key_secret: "0123456789abcdef0123456789abcdef".to_owned(),
        ..Settings::default()
    }
}

fn at_date() -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_701_417_600)
}

/// A signed request.
#[derive(Clone)]
struct Sent {
    method: Method,
    target: &'static str,
    body: &'static str,
    headers: HeaderMap,
    prefix: &'static str,
    signature: &'static str,
}

impl Sent {
    fn genauth(method: Method, target: &'static str, body: &'static str, signature: &'static str) -> Self {
        Sent::new("x-genauth-", "gen-auth-node-sdk:1.0.0", method, target, body, signature)
    }

    fn authing(method: Method, target: &'static str, body: &'static str, signature: &'static str) -> Self {
        Sent::new("x-authing-", "authing-node-sdk:4.0.2", method, target, body, signature)
    }

    fn new(
        prefix: &'static str,
        sdk: &str,
        method: Method,
        target: &'static str,
        body: &'static str,
        signature: &'static str,
    ) -> Self {
        let sent = Sent { method, target, body, headers: HeaderMap::new(), prefix, signature };
        sent.with("date", DATE)
            .with("content-type", "application/json")
            .with("user-agent", "not signed")
            .with_own("signature-version", "1.0")
            .with_own("signature-method", "HMAC-SHA1")
            .with_own("signature-nonce", "00112233445566778899aabbccddeeff")
            .with_own("sdk-version", sdk)
            .with_own("lang", "zh-CN")
    }

    fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.insert(HeaderName::try_from(name).unwrap(), value.parse().unwrap());
        self
    }

    fn with_own(self, name: &str, value: &str) -> Self {
        let name = format!("{}{name}", self.prefix);
        self.with(&name, value)
    }

    fn without(mut self, name: &str) -> Self {
        self.headers.remove(name);
        self
    }

    fn check_at(&self, nonces: &mut Nonces, now: SystemTime) -> Vec<Violation> {
        let (path, query) =
            self.target.split_once('?').map_or((self.target, None), |(path, query)| (path, Some(query)));
        let body = Bytes::from_static(self.body.as_bytes());
        let presented = Presented { method: &self.method, path, query, headers: &self.headers, body: &body };
        let signed = Signed { prefix: self.prefix, key_id: KEY, signature: self.signature };
        check(&settings(), nonces, &signed, presented, now)
    }

    fn check(&self) -> Vec<Violation> {
        self.check_at(&mut Nonces::default(), at_date())
    }

    fn codes(&self) -> Vec<u32> {
        self.check().iter().filter_map(|violation| violation.api_code).collect()
    }
}

const USERS: &str = "/api/v3/get-user-batch?userIds[]=u2&userIds[]=u1&userIdType=user_id&withCustomData=false&withIdentities=true&page=1";
const LIST: &str = r#"{"keywords":"zhang san","options":{"pagination":{"page":1,"limit":10},"sort":[{"field":"createdAt","order":"DESC"}],"fuzzySearchOn":["phone","email"]},"advancedFilter":[{"field":"status","operator":"EQUAL","value":"Activated"}]}"#;
const CREATE: &str = r#"{"name":"张三","nickname":"a b&c=d\neé😀","customData":{"school":"北京大学"},"emptyStr":"","zero":0,"nullField":null,"flag":false,"list":[],"obj":{}}"#;
const CASES: &str = r#"{"b":1,"B":2,"a":3,"A1":4,"_z":5,"a_b":6,"aB":7}"#;
const NUMBERS: &str = r#"{"o":{"s":"\u0001\u007f\u2028/\"\\\n\t","f":1.5,"one":1.0,"big":1e21,"small":1e-7,"negz":-0,"n":null,"arr":[null,null,true,1.5]},"top":1,"bigtop":1e21}"#;
const INDEXES: &str = r#"{"o":{"b":1,"10":2,"2":3}}"#;

#[test]
fn the_signatures_of_the_vendors_genauth_sdk_fit() {
    let (get, post, delete, put) = (Method::GET, Method::POST, Method::DELETE, Method::PUT);
    let x = "/api/v3/x";
    let all = [
        Sent::genauth(get.clone(), "/api/v3/get-system-role-list", "", "R3eM8bXtHmBcvldB0kClEs94aiI="),
        Sent::genauth(get.clone(), USERS, "", "yupmtMp0eErl7Mk2c/jBIP2ODz4="),
        Sent::genauth(post.clone(), "/api/v3/list-users", LIST, "YEptlzKNXaiUKpGkdhkrBf2BmwU="),
        Sent::genauth(post.clone(), "/api/v3/create-user", CREATE, "427bd7+cjm8odVyaJTNIohwckKk="),
        Sent::genauth(post.clone(), "/api/v3/create-user", r#"{"username":"bob"}"#, "FDu7MnqnRlRo36yeCFGU+P6HQ+U=")
            .with_own("app-id", "tenant-1"),
        Sent::genauth(delete, "/api/v3/batch-applications-auth?authIds[]=a", "", "NDBMeYj4gPzUOjt+RzU1LAu60AU="),
        Sent::genauth(post.clone(), x, CASES, "xoMKZd1wKEHawj60t/JTJbnvNSw="),
        Sent::genauth(get, x, "", "E2RhjuUZ+riVvWVzTD/vs7rr1rI=").with_own("request-from", " a\tb c "),
        Sent::genauth(post.clone(), x, NUMBERS, "FH+1RYd0bcsMN2qUZgu065TD5OA="),
        Sent::genauth(post, x, INDEXES, "8zsw6XOrTyJ4JgVXi+OWdVyqLPs="),
        Sent::genauth(
            put,
            "/api/v3/approval-process",
            r#"{"approvalId":12,"result":"PASS"}"#,
            "zUp/isvQQ/U6Hz9EMV9Ijqgxkco=",
        ),
    ];
    for sent in all {
        assert_eq!(sent.check(), [], "{} {}", sent.target, sent.body);
    }
}

#[test]
fn the_signatures_of_the_vendors_authing_sdk_fit() {
    let (get, post) = (Method::GET, Method::POST);
    let all = [
        Sent::authing(get.clone(), "/api/v3/get-system-role-list", "", "b9l/NZa8BPAZxibX+0vUtNSTPP0="),
        Sent::authing(get, USERS, "", "c3CPYvNLKNo/KsRa3jPbqm81lLM="),
        Sent::authing(post.clone(), "/api/v3/list-users", LIST, "KMoeRVwHiSI2IWq/nNToT4JWRBo="),
        Sent::authing(post.clone(), "/api/v3/create-user", CREATE, "tFdThccrY1+BAqeTNr/i/ZS8t6A="),
        Sent::authing(post.clone(), "/api/v3/x", CASES, "8Dp1BpEE2wfso6NmbcJQComGItE="),
        Sent::authing(post.clone(), "/api/v3/x", NUMBERS, "33Ti0oOGbJOg/vKapMUIdEde4eo="),
        Sent::authing(post, "/api/v3/x", INDEXES, "RB0nZ+nvGzkySx0CVBM38ZWRYOE="),
    ];
    for sent in all {
        assert_eq!(sent.check(), [], "{} {}", sent.target, sent.body);
    }
}

fn good() -> Sent {
    Sent::genauth(Method::POST, "/api/v3/create-user", CREATE, "427bd7+cjm8odVyaJTNIohwckKk=")
}

#[test]
fn the_order_of_nested_keys_is_signed_and_that_of_the_top_is_not() {
    let list = good();
    let top = r#"{"zero":0,"obj":{},"nickname":"a b&c=d\neé😀","nullField":null,"list":[],"flag":false,"emptyStr":"","customData":{"school":"北京大学"},"name":"张三"}"#;
    assert_eq!(Sent { body: top, ..list }.codes(), Vec::<u32>::new());
    let nested = r#"{"o":{"a":1,"b":2}}"#;
    let turned = r#"{"o":{"b":2,"a":1}}"#;
    let text = |body: &'static str| {
        let message = Sent { body, ..good() }.check()[0].message.clone();
        assert!(!message.contains("\"a\""), "values are not shown");
        super::string_to_sign::StringToSign::of(
            Presented {
                method: &Method::POST,
                path: "/x",
                query: None,
                headers: &HeaderMap::new(),
                body: &Bytes::from_static(body.as_bytes()),
            },
            "x-genauth-",
        )
        .text()
    };
    assert_eq!(text(nested), "POST\n/x?o={\"a\":1,\"b\":2}");
    assert_eq!(text(turned), "POST\n/x?o={\"b\":2,\"a\":1}");
}

#[test]
fn a_wrong_signature_is_1300_and_shows_what_to_sign_without_values() {
    let violations = Sent { signature: "AAAA", ..good() }.check();
    assert_eq!(violations[0].api_code, Some(1300));
    assert_eq!(violations[0].pointer, "/authorization");
    let message = &violations[0].message;
    assert!(message.contains("POST\ndate:Fri, 01 Dec 2023 08:00:00 GMT\nx-genauth-lang:zh-CN\n"), "{message}");
    assert!(message.contains("/api/v3/create-user?customData=..&emptyStr=..&flag=.."), "{message}");
    assert!(!message.contains("张三") && !message.contains("427bd7"), "{message}");
}

#[test]
fn an_unknown_access_key_is_1300() {
    let sent = good();
    let body = Bytes::new();
    let presented = Presented { method: &sent.method, path: "/x", query: None, headers: &sent.headers, body: &body };
    let signed = Signed { prefix: "x-genauth-", key_id: "other", signature: "" };
    let violations = check(&settings(), &mut Nonces::default(), &signed, presented, at_date());
    assert_eq!(violations[0].api_code, Some(1300));
}

#[test]
fn method_and_version_have_codes_of_their_own() {
    // The headers are signed as well, so the signature no longer fits either.
    assert_eq!(good().with_own("signature-method", "HMAC-SHA256").codes(), [1301, 1300]);
    assert_eq!(good().without("x-genauth-signature-method").codes(), [1301, 1300]);
    assert_eq!(good().with_own("signature-version", "2.0").codes(), [1302, 1300]);
    assert_eq!(good().without("x-genauth-signature-nonce").codes(), [1300, 1300]);
}

#[test]
fn headers_of_the_other_name_do_not_count() {
    assert_eq!(Sent { prefix: "x-authing-", ..good() }.codes(), [1301, 1302, 1300, 1300]);
}

#[test]
fn a_date_is_there_readable_and_near() {
    assert_eq!(good().without("date").codes(), [1300, 1304]);
    assert_eq!(good().with("date", "yesterday").codes(), [1300, 1303]);
    let skew = settings().skew;
    let second = Duration::from_secs(1);
    let codes =
        |now| good().check_at(&mut Nonces::default(), now).iter().filter_map(|it| it.api_code).collect::<Vec<_>>();
    assert_eq!(codes(at_date() + skew), Vec::<u32>::new());
    assert_eq!(codes(at_date() - skew), Vec::<u32>::new());
    assert_eq!(codes(at_date() + skew + second), [1305]);
    assert_eq!(codes(at_date() - skew - second), [1305]);
}

#[test]
fn a_date_in_milliseconds_may_stand_in_the_services_own_header() {
    let sent = good().without("date").with_own("date", "1701417600000");
    assert_eq!(sent.codes(), [1300], "only the signature is another");
}

#[test]
fn a_nonce_is_good_once_and_a_request_that_was_refused_does_not_use_it() {
    let mut nonces = Nonces::default();
    let wrong = Sent { signature: "AAAA", ..good() };
    assert_eq!(wrong.check_at(&mut nonces, at_date()).len(), 1);
    assert_eq!(good().check_at(&mut nonces, at_date()), []);
    let again = good().check_at(&mut nonces, at_date());
    assert_eq!(again[0].api_code, Some(1306));
}
