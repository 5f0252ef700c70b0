//! `multipart/form-data` (RFC 7578; OpenAPI 3.0.4, section 4.7.15.1.3).

use std::convert::Infallible;
use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use futures_core::Stream;
use multer::{Field, Multipart};
use serde_json::{Map, Value, json};

use super::body::{Read, fault};
use super::form::own;
use super::media_type::{Kind, essence, fits};
use super::report::Fault;
use super::shape::Shape;
use super::typed;
use crate::document::Encoding;

/// Reads a form of parts.
pub(super) fn read(content_type: &str, body: &Bytes, shape: &Shape<'_>, encodings: &[Encoding], pointer: &str) -> Read {
    let mut form = Form { shape, encodings, pointer, map: Map::new(), faults: Vec::new() };
    let result = multer::parse_boundary(content_type).and_then(|boundary| {
        let parts = Multipart::new(Whole(Some(body.clone())), boundary);
        // The body is all there, so a form that is not ready has an end missing.
        let mut reading = pin!(form.parts(parts));
        match reading.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(result) => result,
            Poll::Pending => Err(multer::Error::IncompleteStream),
        }
    });
    let Form { map, mut faults, .. } = form;
    if let Err(error) = result {
        faults.push(fault("syntax", String::new(), &format!("the body is no form of parts: {error}")));
    }
    Read { value: Value::Object(map), faults }
}

struct Form<'a> {
    shape: &'a Shape<'a>,
    encodings: &'a [Encoding],
    pointer: &'a str,
    map: Map<String, Value>,
    faults: Vec<Fault>,
}

impl Form<'_> {
    async fn parts(&mut self, mut parts: Multipart<'_>) -> multer::Result<()> {
        while let Some(part) = parts.next_field().await? {
            self.part(part).await?;
        }
        Ok(())
    }

    async fn part(&mut self, part: Field<'_>) -> multer::Result<()> {
        let Some(name) = part.name().map(str::to_owned) else {
            self.faults.push(own("", "part-name", self.pointer, "is a part without a name"));
            return Ok(());
        };
        let media_type = part.content_type().map(|it| essence(it.as_ref()));
        let file_name = part.file_name().map(str::to_owned);
        let bytes = part.bytes().await?;
        self.check_media_type(&name, media_type.as_deref());
        let property = self.shape.property(&name);
        let is_list = property.is("array");
        let single = if is_list { property.items() } else { property };
        let value = if single.is_binary() || file_name.is_some() {
            file(&bytes, media_type, file_name)
        } else {
            self.text(&name, &bytes, &single, media_type.as_deref())
        };
        match self.map.get_mut(&name) {
            Some(Value::Array(list)) if is_list => list.push(value),
            Some(_) => self.faults.push(own(&name, "repeated", self.pointer, "must come once, and comes again")),
            None => {
                self.map.insert(name, if is_list { json!([value]) } else { value });
            }
        }
        Ok(())
    }

    /// A text, or JSON where the part or its schema says so.
    fn text(&mut self, name: &str, bytes: &Bytes, shape: &Shape<'_>, media_type: Option<&str>) -> Value {
        let Ok(text) = std::str::from_utf8(bytes) else {
            self.faults.push(own(name, "encoding", self.pointer, "is not UTF-8"));
            return Value::Null;
        };
        let is_json = media_type.map_or_else(|| shape.is("object"), |name| Kind::of(name) == Kind::Json);
        if !is_json {
            return typed::scalar(text, shape);
        }
        serde_json::from_str(text).unwrap_or_else(|error| {
            self.faults.push(own(name, "syntax", self.pointer, &format!("is not JSON: {error}")));
            Value::Null
        })
    }

    fn check_media_type(&mut self, name: &str, sent: Option<&str>) {
        let encoding = self.encodings.iter().find(|encoding| encoding.property == name);
        let Some(allowed) = encoding.map(|encoding| &encoding.content_types).filter(|allowed| !allowed.is_empty())
        else {
            return;
        };
        // RFC 7578, section 4.4: a part without a media type is text.
        let sent = sent.unwrap_or("text/plain");
        if !allowed.iter().any(|range| fits(&essence(range), sent)) {
            let problem = format!("must have the media type {}, and has {sent}", allowed.join(" or "));
            self.faults.push(own(name, "content-type", self.pointer, &problem));
        }
    }
}

/// Bytes are shown by their length, media type and file name.
fn file(bytes: &Bytes, media_type: Option<String>, file_name: Option<String>) -> Value {
    let mut shown = json!({"length": bytes.len(), "mediaType": media_type});
    if let (Some(map), Some(name)) = (shown.as_object_mut(), file_name) {
        map.insert("fileName".to_owned(), Value::String(name));
    }
    shown
}

/// A stream of a body that is all there.
struct Whole(Option<Bytes>);

impl Stream for Whole {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.take().map(Ok))
    }
}
