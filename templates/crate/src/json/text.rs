//! The text of a value, as calls send it.
//!
//! Nearly all of such a text are names and texts, and nearly none of those has anything to escape. So that is looked for eight
//! bytes at a time, and what has nothing is copied as it is. All that needs more thought is left to `serde_json`.

use serde::Serialize;

use super::{List, Map, Part, View};

/// The JSON of a value, without blanks: what `serde_json` writes by `Serialize`, but faster.
pub(crate) fn json_text(value: &View<'_>) -> Vec<u8> {
    let mut text = Text(Vec::new());
    text.value(value);
    text.0
}

struct Text(Vec<u8>);

impl Text {
    /// Views are looked at where they are: a processor waits for a value that is copied as soon as it is written.
    fn value(&mut self, value: &View<'_>) {
        match *value {
            View::Text(value) => self.text(value),
            View::List(list) => self.list(list),
            View::Object(object) => self.object(object),
            View::Map(map) => self.map(map),
            View::Tagged(_) => self.members(|text| value.each_member(&mut |name, value| text.member(name, &value))),
            _ => self.other(value),
        }
    }

    fn list(&mut self, list: &dyn List) {
        self.0.push(b'[');
        for element in (0..list.count()).filter_map(|index| list.get(index)) {
            if !self.0.ends_with(b"[") {
                self.0.push(b',');
            }
            self.value(&element.view());
        }
        self.0.push(b']');
    }

    /// Writes what [`each_member`](super::each_member) shows, without a call for each member.
    fn object(&mut self, object: &Part) {
        self.members(|text| {
            object.with_parts(&mut |schema, values, rest| {
                for (index, (wire_name, value)) in schema.fields.iter().zip(values).enumerate() {
                    match &value.plain() {
                        Some(View::Text(value)) => text.text_member(wire_name, value),
                        Some(View::Absent) if index >= schema.required => {}
                        Some(value) => text.member(wire_name, value),
                        None => text.member(wire_name, &View::Object(*value)),
                    }
                }
                rest.each(&mut |name, value| {
                    if schema.index(name).is_none() {
                        text.member(name, &value.view());
                    }
                });
            });
        });
    }

    fn map(&mut self, map: &dyn Map) {
        match map.free() {
            Some(free) => self.other(free),
            None => self.members(|text| map.each(&mut |name, value| text.member(name, &value.view()))),
        }
    }

    fn members(&mut self, write: impl FnOnce(&mut Self)) {
        self.0.push(b'{');
        write(self);
        self.0.push(b'}');
    }

    #[inline(never)]
    fn member(&mut self, name: &str, value: &View<'_>) {
        if !self.0.ends_with(b"{") {
            self.0.push(b',');
        }
        self.text(name);
        self.0.push(b':');
        self.value(value);
    }

    /// What most members are, with as few steps as can be.
    fn text_member(&mut self, name: &str, value: &str) {
        if !is_plain(name.as_bytes()) || !is_plain(value.as_bytes()) {
            return self.member(name, &View::Text(value));
        }
        let opening: &[u8] = if self.0.ends_with(b"{") { b"\"" } else { b",\"" };
        self.0.reserve(name.len() + value.len() + 6);
        self.0.extend_from_slice(opening);
        self.0.extend_from_slice(name.as_bytes());
        self.0.extend_from_slice(b"\":\"");
        self.0.extend_from_slice(value.as_bytes());
        self.0.push(b'"');
    }

    fn text(&mut self, value: &str) {
        if !is_plain(value.as_bytes()) {
            return self.other(value);
        }
        self.0.reserve(value.len() + 2);
        self.0.push(b'"');
        self.0.extend_from_slice(value.as_bytes());
        self.0.push(b'"');
    }

    fn other(&mut self, value: &(impl Serialize + ?Sized)) {
        // Writing to memory fails for maps with odd keys only, and ours are texts.
        let _ = serde_json::to_writer(&mut self.0, value);
    }
}

/// Whether a text stands between quotes as it is.
fn is_plain(text: &[u8]) -> bool {
    if let Some(last) = text.last_chunk::<8>() {
        let (words, _) = text.as_chunks::<8>();
        let in_words = words.iter().fold(0, |found, word| found | escaped(*word));
        return in_words | escaped(*last) == 0;
    }
    if let (Some([a, b, c, d]), Some([e, f, g, h])) = (text.first_chunk(), text.last_chunk()) {
        return escaped([*a, *b, *c, *d, *e, *f, *g, *h]) == 0;
    }
    text.iter().all(|byte| *byte >= b' ' && *byte != b'"' && *byte != b'\\')
}

/// Not zero if one of eight bytes has to be escaped (RFC 8259, section 7).
fn escaped(bytes: [u8; 8]) -> u64 {
    const ONES: u64 = u64::MAX / 255;
    const TOPS: u64 = ONES << 7;
    let word = u64::from_ne_bytes(bytes);
    // Taking more from a byte than it has sets its topmost bit, and that of a byte beyond ASCII was set before.
    let below = |word: u64, bound: u8| word.wrapping_sub(ONES * u64::from(bound)) & !word;
    let equal = |byte: u8| below(word ^ (ONES * u64::from(byte)), 1);
    (below(word, b' ') | equal(b'"') | equal(b'\\')) & TOPS
}

#[cfg(test)]
mod tests {
    use super::{is_plain, json_text};
    use crate::json::{Json, Value};

    #[test]
    fn each_byte_is_seen_at_each_place() {
        for length in 0..40 {
            let plain = vec![b'x'; length];
            assert!(is_plain(&plain), "{length}");
            for place in 0..length {
                for byte in 0..0x80 {
                    let mut text = plain.clone();
                    text[place] = byte;
                    let is_escaped = byte < b' ' || byte == b'"' || byte == b'\\';
                    assert_eq!(is_plain(&text), !is_escaped, "{byte} at {place} of {length}");
                }
            }
        }
    }

    #[test]
    fn texts_are_written_as_serde_json_writes_them() {
        let values =
            ["", "plain", "a \"quoted\" word", "back\\slash", "line\nline", "\u{7f}\u{1f}", "用户 é 🦀 long enough"];
        for value in values {
            let object = Value::from_iter([(value.to_owned(), vec![value])]);
            let text = json_text(&Json::plain(&vec![value.to_owned()]).expect("a list"));
            assert_eq!(text, serde_json::to_vec(&[value]).expect("JSON"));
            let text = json_text(&Json::plain(&object).expect("a value"));
            assert_eq!(text, serde_json::to_vec(&object).expect("JSON"));
        }
    }
}
