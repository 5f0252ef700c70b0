//! The host of a client, as a URL that is only checked once.

use ::http::Uri;
use ::http::uri::Authority;
use reqwest::Url;

/// Where all requests of most clients go.
///
/// Most of what a URL costs to read is its host, which has to be brought into the form of the standard (WHATWG URL).
pub(super) struct Origin {
    /// As it stands in the requests, which need not be as it stands in the URL.
    authority: String,
    /// Without path and query.
    url: Url,
}

impl Origin {
    /// The origin of a request, from its finished URL.
    pub(super) fn of(uri: &Uri, url: &Url) -> Option<Self> {
        let mut url = url.clone();
        url.set_path("");
        url.set_query(None);
        Some(Origin { authority: uri.authority()?.as_str().to_owned(), url })
    }

    /// The URL of another request; nothing if it goes elsewhere.
    pub(super) fn url(&self, uri: &Uri) -> Option<Url> {
        let is_here = uri.authority().map(Authority::as_str) == Some(&*self.authority)
            && uri.scheme_str() == Some(self.url.scheme());
        let path = uri.path_and_query().filter(|_| is_here)?;
        let mut url = self.url.clone();
        url.set_path(path.path());
        if path.query().is_some() {
            url.set_query(path.query());
        }
        Some(url)
    }
}

#[cfg(test)]
mod tests {
    use ::http::Uri;
    use reqwest::Url;

    use super::Origin;

    fn origin(uri: &str) -> Origin {
        Origin::of(&uri.parse::<Uri>().unwrap(), &Url::parse(uri).unwrap()).unwrap()
    }

    #[test]
    fn a_url_is_the_same_as_when_it_is_read_as_a_whole() {
        for host in ["http://127.0.0.1:8080", "https://Example.COM:443", "https://[::1]:3", "https://a.example"] {
            let origin = origin(&format!("{host}/first?secret=1"));
            for path in [
                "",
                "/",
                "/a/b",
                "/a/../b/./c",
                "/%2e%2E/a",
                "//other.example/a",
                "/\\other.example",
                "/a;b=c,d",
                "/%41%E4%zz",
                "/a?b=c&d=%20+",
                "/a?",
                "/?a?b/../c",
                "?a=1",
                "/a'b\"c|d^e`f{g}?'\"|^`{}",
                "/:@!$&()*+=~",
            ] {
                let text = format!("{host}{path}");
                let Ok(uri) = text.parse::<Uri>() else { continue };
                assert_eq!(
                    origin.url(&uri).unwrap().as_str(),
                    Url::parse(&uri.to_string()).unwrap().as_str(),
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn another_host_scheme_or_port_is_another_origin() {
        let origin = origin("https://a.example/a");
        for elsewhere in
            ["http://a.example/a", "https://b.example/a", "https://a.example:444/a", "https://a@a.example/a"]
        {
            assert_eq!(origin.url(&elsewhere.parse().unwrap()), None, "{elsewhere}");
        }
    }
}
