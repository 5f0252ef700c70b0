//! Operations that texts name as code, `` `POST /api/v3/signin` ``, as links to where they are described.

use std::collections::HashMap;

use super::docs;
use super::fence::Fences;
use crate::model::{Api, Client, Method, Operation, Visibility};

/// Every operation of an API by method and path.
pub(super) struct Links<'a> {
    operations: HashMap<(&'static str, &'a str), Vec<(&'a Client, &'a Operation)>>,
    /// How the name of any operation begins: `` `GET / ``, and so on.
    beginnings: Vec<String>,
}

impl<'a> Links<'a> {
    pub(super) fn of(api: &'a Api) -> Self {
        let mut operations: HashMap<_, Vec<_>> = HashMap::new();
        for client in &api.clients {
            for operation in client.areas.iter().flat_map(|area| &area.operations) {
                let key = (operation.method.as_str(), operation.path.text.as_str());
                operations.entry(key).or_default().push((client, operation));
            }
        }
        let beginnings = Method::ALL.iter().map(|method| format!("`{} /", method.as_str())).collect();
        Self { operations, beginnings }
    }

    /// A text with a link for each operation that it names; `link` makes it, from the name as it stands there.
    ///
    /// One path may stand in the documents of several clients; the one that the text belongs to comes first.
    pub(super) fn apply(
        &self,
        text: &str,
        of: Option<&Client>,
        link: impl Fn(&str, &Client, &Operation) -> Option<String>,
    ) -> String {
        if !text.contains(" /") {
            return text.to_owned();
        }
        let mut linked = String::with_capacity(text.len());
        let mut fences = Fences::default();
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                linked.push('\n');
            }
            // A line with half a span, or with longer ones, is left alone.
            if fences.hold(uncommented(line)) || line.matches('`').count() % 2 == 1 || line.contains("``") {
                linked.push_str(line);
                continue;
            }
            // A link has no links in its label.
            let mut is_label = false;
            for (index, part) in line.split('`').enumerate() {
                let start = linked.len();
                let is_code = index % 2 == 1 && !is_label;
                let found = if is_code { self.find(part, of) } else { None };
                match found.and_then(|(client, operation)| link(part, client, operation)) {
                    Some(link) => linked.push_str(&link),
                    None if index % 2 == 1 => linked.push_str(&format!("`{part}`")),
                    None => linked.push_str(part),
                }
                is_label = opens_label(&linked[start..]).unwrap_or(is_label);
            }
        }
        linked
    }

    /// The text of a source file, with links in its documentation to the methods of the operations that it names.
    ///
    /// A method's own line, `` `deleteAccount`: `POST /api/v3/delete-account` ``, would lead to itself, also where it is broken in two.
    pub(super) fn code(&self, text: &str, of: Option<&Client>) -> String {
        // Most files name nothing, which is seen faster than line by line.
        if !self.may_be_in(text) {
            return text.to_owned();
        }
        let mut code = String::with_capacity(text.len() + text.len() / 16);
        let mut fences = Fences::default();
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                code.push('\n');
            }
            let is_comment = line.trim_start().starts_with("//");
            if !is_comment {
                fences = Fences::default();
            }
            let is_prose = is_comment && !fences.hold(uncommented(line)) && self.may_be_in(line);
            if !is_prose || line.contains("`: `") || is_span(line) {
                code.push_str(line);
                continue;
            }
            match self.apply(line, of, |_, client, operation| method(client, operation)) {
                linked if linked == line => code.push_str(line),
                linked => code.push_str(&rewrapped(&linked)),
            }
        }
        code
    }

    /// Whether a text may name an operation.
    fn may_be_in(&self, text: &str) -> bool {
        self.beginnings.iter().any(|beginning| text.contains(beginning))
    }

    fn find(&self, code: &str, of: Option<&Client>) -> Option<(&'a Client, &'a Operation)> {
        let (verb, path) = code.split_once(' ')?;
        let method = Method::ALL.into_iter().find(|method| method.as_str() == verb)?;
        let found = self.operations.get(&(method.as_str(), path))?;
        let own = found.iter().find(|(client, _)| of.is_some_and(|of| of.name == client.name));
        own.or(found.first()).copied()
    }
}

/// A line of documentation that links have made long, broken again.
fn rewrapped(line: &str) -> String {
    let start = line.find("//").and_then(|slashes| line[slashes..].find(' ').map(|space| slashes + space + 1));
    let (head, text) = line.split_at(start.unwrap_or(0));
    docs::wrap(text).iter().map(|line| format!("{head}{line}")).collect::<Vec<_>>().join("\n")
}

/// The text of a line, which may stand in a comment.
fn uncommented(line: &str) -> &str {
    line.trim_start_matches(['/', '!', ' '])
}

/// Whether a part of a line ends within the label of a link: after a `[` that is no text and not closed. `None` if it has no
/// bracket, and so is where the part before it is.
fn opens_label(part: &str) -> Option<bool> {
    let last = part.rfind(['[', ']'])?;
    Some(part[last..].starts_with('[') && !part[..last].ends_with('\\'))
}

/// Whether a line of documentation is one span of code and nothing else.
fn is_span(line: &str) -> bool {
    let text = line.trim_start_matches([' ', '/']);
    text.starts_with('`') && text.ends_with('`') && text.matches('`').count() == 2
}

/// The method of an operation, as rustdoc links it.
fn method(client: &Client, operation: &Operation) -> Option<String> {
    let name = format!("{}::{}", client.name, operation.name.plain());
    (operation.visibility == Visibility::Public).then(|| format!("[`{name}`](crate::{name})"))
}
