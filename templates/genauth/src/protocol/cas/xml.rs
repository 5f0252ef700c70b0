//! The XML of CAS (CAS Protocol 3.0, appendix A).

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use serde_json::Value;

use super::{CasUser, named, refused, text};
use crate::call::RawResponse;
use crate::error::Error;
use crate::json::Extra;
use crate::protocol::answer;
use crate::values::Secret;

pub(super) fn read(response: &RawResponse) -> Result<CasUser, Error> {
    let unreadable = |message| answer::unreadable(response, message);
    let root = parse(text(response)?).ok_or_else(|| unreadable("no well-formed XML"))?;
    if let Some(failure) = root.find("authenticationFailure") {
        let description = failure.text.trim();
        let description = if description.is_empty() { None } else { Some(description.to_owned()) };
        return Err(refused(failure.code.clone(), description, response));
    }
    let success = root.find("authenticationSuccess").ok_or_else(|| unreadable("neither success nor failure"))?;
    let user = success.find("user").ok_or_else(|| unreadable("no user"))?;
    let ticket = success.find("proxyGrantingTicket").map(|ticket| Secret::new(ticket.text.trim()));
    let proxies = success.find("proxies").map(|list| list.children.iter().map(|it| it.text.trim().to_owned()));
    let user = CasUser {
        user: user.text.trim().to_owned(),
        attributes: success.find("attributes").map(Element::attributes).unwrap_or_default(),
        proxy_granting_ticket: ticket,
        proxies: proxies.map(Iterator::collect).unwrap_or_default(),
    };
    named(user, response)
}

/// An element with what CAS has in one. Prefixes of names are left out.
#[derive(Default)]
struct Element {
    name: String,
    code: Option<String>,
    text: String,
    children: Vec<Element>,
}

impl Element {
    fn find(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The children's texts by their names; a name that is there more than once has a list.
    fn attributes(&self) -> Extra {
        let mut attributes = Extra::new();
        for child in &self.children {
            let text = Value::String(child.text.trim().to_owned());
            match attributes.get_mut(&child.name) {
                None => drop(attributes.insert(child.name.clone(), text)),
                Some(Value::Array(list)) => list.push(text),
                Some(first) => *first = Value::Array(vec![first.take(), text]),
            }
        }
        attributes
    }
}

/// How deep elements may nest. An answer has four levels.
const DEEPEST: usize = 16;

/// The root element; `None` when the XML is not well-formed. Only what XML itself defines is resolved: a document cannot
/// bring entities of its own.
fn parse(xml: &str) -> Option<Element> {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    loop {
        let closed = match reader.read_event().ok()? {
            Event::Start(start) if open.len() < DEEPEST => {
                open.push(element(&start)?);
                continue;
            }
            Event::Start(_) => return None,
            Event::Empty(start) => element(&start)?,
            Event::End(_) => open.pop()?,
            Event::Eof => return root.filter(|_| open.is_empty()),
            event => {
                if let Some(element) = open.last_mut() {
                    element.text.push_str(&content(&event)?);
                }
                continue;
            }
        };
        match open.last_mut() {
            Some(parent) => parent.children.push(closed),
            None if root.is_none() => root = Some(closed),
            None => return None,
        }
    }
}

/// What stands between tags, as the text that it means.
fn content<'a>(event: &'a Event<'_>) -> Option<Cow<'a, str>> {
    match event {
        Event::Text(part) => Some(part.xml10_content()),
        Event::CData(part) => Some(part.xml10_content()),
        Event::GeneralRef(reference) => match reference.resolve_char_ref().ok()? {
            Some(character) => Some(character.to_string().into()),
            None => resolve_xml_entity(&reference.xml10_content()).map(Cow::Borrowed),
        },
        _ => Some(Cow::Borrowed("")),
    }
}

fn element(start: &BytesStart<'_>) -> Option<Element> {
    let code = match start.try_get_attribute("code").ok()? {
        Some(code) => Some(code.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned()),
        None => None,
    };
    Some(Element { name: start.local_name().as_ref().to_owned(), code, ..Element::default() })
}
