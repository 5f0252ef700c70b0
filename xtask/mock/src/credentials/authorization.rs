//! What stands in the header `Authorization`.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::HeaderMap;
use http::header::AUTHORIZATION;

/// The header, read.
#[derive(Clone, Eq, PartialEq)]
pub(crate) enum Authorization<'a> {
    /// There is none, or none that can be read.
    Missing,
    /// `GenAuth <id>:<signature>` or `authing <id>:<signature>`.
    Signature { prefix: &'static str, key_id: &'a str, signature: &'a str },
    /// `Basic` (RFC 7617).
    Basic { id: String, secret: String },
    /// `Bearer <token>` (RFC 6750), or the token alone, as some of the vendor's SDKs send it.
    Token(&'a str),
}

impl<'a> Authorization<'a> {
    /// Reads the header.
    pub(crate) fn of(headers: &'a HeaderMap) -> Self {
        let Some(text) = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok()) else {
            return Authorization::Missing;
        };
        let Some((scheme, rest)) = text.split_once(' ') else { return Authorization::Token(text) };
        let rest = rest.trim();
        // The two schemes of signatures are the service's own and not compared without case.
        let signed_with = match scheme {
            "GenAuth" => Some("x-genauth-"),
            "authing" => Some("x-authing-"),
            _ => None,
        };
        if let Some(prefix) = signed_with {
            let (key_id, signature) = rest.split_once(':').unwrap_or((rest, ""));
            return Authorization::Signature { prefix, key_id, signature };
        }
        match scheme.to_ascii_lowercase().as_str() {
            "bearer" => Authorization::Token(rest),
            "basic" => basic(rest).unwrap_or(Authorization::Missing),
            _ => Authorization::Missing,
        }
    }
}

fn basic(encoded: &str) -> Option<Authorization<'static>> {
    let decoded = String::from_utf8(STANDARD.decode(encoded).ok()?).ok()?;
    let (id, secret) = decoded.split_once(':')?;
    Some(Authorization::Basic { id: id.to_owned(), secret: secret.to_owned() })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test")]
mod tests {
    use http::{HeaderMap, header::AUTHORIZATION};

    use super::Authorization;

    fn headers(text: &str) -> HeaderMap {
        HeaderMap::from_iter([(AUTHORIZATION, text.parse().unwrap())])
    }

    #[test]
    fn a_token_is_read_with_and_without_its_scheme() {
        for text in ["Bearer a.b.c", "bearer a.b.c", "a.b.c"] {
            assert!(Authorization::of(&headers(text)) == Authorization::Token("a.b.c"));
        }
    }

    #[test]
    fn the_scheme_of_a_signature_tells_which_headers_it_covers() {
        let signature = |prefix| Authorization::Signature { prefix, key_id: "AK", signature: "a+b=" };
        assert!(Authorization::of(&headers("GenAuth AK:a+b=")) == signature("x-genauth-"));
        assert!(Authorization::of(&headers("authing AK:a+b=")) == signature("x-authing-"));
        assert!(Authorization::of(&headers("genauth AK:a+b=")) == Authorization::Missing);
    }

    #[test]
    fn basic_is_decoded_up_to_its_first_colon() {
        let expected = Authorization::Basic { id: "id".to_owned(), secret: "a:b".to_owned() };
        assert!(Authorization::of(&headers("Basic aWQ6YTpi")) == expected);
        assert!(Authorization::of(&headers("Basic !")) == Authorization::Missing);
    }
}
