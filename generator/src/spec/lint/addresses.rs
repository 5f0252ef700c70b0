//! That what stands for a URL or an email address is one.

use email_address::EmailAddress;
use fluent_uri::IriRef;
use serde_yaml::{Mapping, Value};

use super::super::grammar::Kind;
use super::super::trail::Trail;
use super::Lint;
use crate::diagnostic::Rule;

/// Reports texts that are no URLs, relative ones included, and those that are no email addresses.
pub(super) fn check(lint: &mut Lint<'_>, kind: Kind, object: &Mapping, at: &Trail<'_>) {
    let urls: &[&str] = match kind {
        Kind::Info => &["termsOfService"],
        Kind::Contact | Kind::License | Kind::ExternalDocs | Kind::Server => &["url"],
        Kind::SecurityScheme => &["openIdConnectUrl"],
        Kind::ImplicitFlow | Kind::TokenFlow | Kind::CodeFlow => &["authorizationUrl", "tokenUrl", "refreshUrl"],
        Kind::Example => &["externalValue"],
        _ => return,
    };
    for key in urls {
        let Some(url) = object.get(*key).and_then(Value::as_str) else { continue };
        // A server at no other place than the document is an empty URL.
        let is_url = if kind == Kind::Server { is_url(&filled(url)) } else { !url.is_empty() && is_url(url) };
        if !is_url {
            let place = lint.value(&Trail::Key(at, key));
            let help = "write it as `https://example.com/path`, with `%20` for a space";
            lint.report(Rule::InvalidUrl, format!("`{key}` of {} is no URL", kind.noun()), place, "not a URL", help);
        }
    }
    if let Some(email) = object.get("email").and_then(Value::as_str)
        && kind == Kind::Contact
        && !EmailAddress::is_valid(email)
    {
        let place = lint.value(&Trail::Key(at, "email"));
        let help = "write it as `someone@example.com`; a name goes into `name`, and a page into `url`";
        let message = "`email` of the contact is no email address".to_owned();
        lint.report(Rule::InvalidEmail, message, place, "not an address", help);
    }
}

fn is_url(text: &str) -> bool {
    IriRef::parse(text).is_ok()
}

/// The URL of a server with a value for each of its variables. A digit may stand for a port too.
fn filled(url: &str) -> String {
    let mut parts = url.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push('1');
        text.push_str(part.split_once('}').map_or(part, |(_, after)| after));
    }
    text
}
