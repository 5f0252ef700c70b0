//! What the mock knows of an operation, and how it recognises the operation's requests.

use std::borrow::Cow;
use std::fmt;

use ::http::Method;

use super::content::Format;
use super::sent::{Sent, Variables, decoded};

/// An operation by its place in HTTP.
#[derive(Clone)]
pub(crate) struct Operation {
    /// The module of the client that has it; any client for requests that are no operation.
    client: Option<&'static str>,
    /// The method of the mock that expects it.
    name: Option<&'static str>,
    method: Cow<'static, str>,
    /// With its variables open.
    path: Cow<'static, str>,
    pub(super) takes: Format,
    pub(super) answers: Format,
}

impl Operation {
    /// An operation that takes and answers JSON, if anything.
    pub(crate) const fn new(
        client: &'static str,
        name: &'static str,
        method: &'static str,
        path: &'static str,
    ) -> Self {
        let (method, path) = (Cow::Borrowed(method), Cow::Borrowed(path));
        Operation { client: Some(client), name: Some(name), method, path, takes: Format::Json, answers: Format::Json }
    }

    /// A request that is no operation.
    pub(super) fn custom(method: Method, path: &str) -> Self {
        let (method, path) = (Cow::Owned(method.to_string()), Cow::Owned(path.to_owned()));
        Operation { client: None, name: None, method, path, takes: Format::Any, answers: Format::Json }
    }

    /// The same with a form as its body.
    pub(crate) const fn takes_form(mut self) -> Self {
        self.takes = Format::Form;
        self
    }

    /// The same with text as its body.
    pub(crate) const fn takes_text(mut self) -> Self {
        self.takes = Format::Text;
        self
    }

    /// The same with text as its answer.
    pub(crate) const fn answers_text(mut self) -> Self {
        self.answers = Format::Text;
        self
    }

    /// The variables of a request to this operation; `None` for any other request.
    pub(super) fn recognise(&self, sent: &Sent) -> Option<Variables> {
        let mut variables = Variables::new();
        (self.may_send(sent) && open(&self.path, sent.path(), &mut variables)).then_some(variables)
    }

    /// Whether a request was made by this operation's own method, as far as the path tells.
    pub(super) fn has_sent(&self, sent: &Sent) -> bool {
        self.may_send(sent) && sent.template().is_some_and(|template| template == self.path)
    }

    /// Whether it is an operation of this crate.
    pub(super) fn is_public(&self) -> bool {
        self.name.is_some()
    }

    fn may_send(&self, sent: &Sent) -> bool {
        let is_clients = match (self.client, sent.client()) {
            (Some(own), Some(other)) => own == other,
            // An application's own address tells nothing of the client.
            _ => true,
        };
        is_clients && sent.method().as_str() == self.method
    }
}

/// Lays a path over a template, and keeps what stands in the variables' places.
fn open(template: &str, path: &str, variables: &mut Variables) -> bool {
    let place = template.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)));
    let Some((before, (name, after))) = place else { return template == path };
    let Some(rest) = path.strip_prefix(before) else { return false };
    let segment = rest.split('/').next().unwrap_or_default();
    // The longest value first; a text behind the variable may take some of it back.
    for (start, c) in segment.char_indices().rev() {
        let (value, rest) = rest.split_at(start + c.len_utf8());
        if open(after, rest, variables) {
            variables.insert(0, (name.to_owned(), decoded(value)));
            return true;
        }
    }
    false
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name {
            Some(name) => write!(f, "`mock.{name}()`"),
            None => write!(f, "`mock.on(Method::{}, {:?})`", self.method, self.path),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Variables, open};

    fn opened(template: &str, path: &str) -> Option<String> {
        let mut variables = Variables::new();
        let shown = |variables: Variables| {
            variables.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ")
        };
        open(template, path, &mut variables).then(|| shown(variables))
    }

    #[test]
    fn variables_are_found_and_decoded() {
        let table = [
            ("/users", "/users", Some("")),
            ("/users", "/users/1", None),
            ("/users/{id}", "/users/a%20b%2Fc", Some("id=a b/c")),
            ("/users/{id}", "/users/", None),
            ("/users/{id}", "/users/1/roles", None),
            ("/users/{id}/roles/{role}", "/users/1/roles/2", Some("id=1 role=2")),
            ("/files/{name}.json", "/files/a.json.json", Some("name=a.json")),
            ("/rows/{row}:{column}", "/rows/1:2", Some("row=1 column=2")),
            ("/odd/{brace", "/odd/{brace", Some("")),
        ];
        for (template, path, expected) in table {
            assert_eq!(opened(template, path).as_deref(), expected, "{template} {path}");
        }
    }
}
