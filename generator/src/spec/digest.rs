//! The digest of a document: by it, two machines know that they speak of the same description.
//!
//! It is that of what the document says, as JSON without blanks and with sorted keys. Line ends, comments, quotes, the order of keys
//! and the choice between YAML and JSON are not in it.

use std::io::{self, BufWriter, Write};

use serde::ser::{Serialize, Serializer};
use serde_yaml::Value;
use sha2::{Digest, Sha256};

use super::Document;
use crate::overlay::to_json;

/// The SHA-256 of a document's tree, in hexadecimal.
pub(super) fn of(tree: &Value) -> String {
    let mut hash = Hash(Sha256::new());
    // A hash takes whatever is written, and the tree has no key that JSON could not have.
    let _ = serde_json::to_writer(BufWriter::new(&mut hash), &Sorted(tree));
    hexadecimal(&hash.0.finalize())
}

/// The digest of a description: that of its one document, or else that of the documents' digests, each on a line, in the order of
/// the settings.
pub(crate) fn of_all(documents: &[Document]) -> String {
    match documents {
        [document] => document.digest.clone(),
        documents => {
            let lines: String = documents.iter().map(|document| format!("{}\n", document.digest)).collect();
            hexadecimal(&Sha256::digest(lines))
        }
    }
}

/// A tree that is written as JSON with sorted keys; as JSON in memory it would be as large again as the document.
struct Sorted<'a>(&'a Value);

impl Serialize for Sorted<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Sequence(elements) => serializer.collect_seq(elements.iter().map(Sorted)),
            Value::Mapping(mapping) => {
                let members = mapping.iter().filter_map(|(key, value)| Some((key.as_str()?, Sorted(value))));
                let mut members: Vec<_> = members.collect();
                members.sort_unstable_by_key(|(name, _)| *name);
                serializer.collect_map(members)
            }
            Value::String(text) => serializer.serialize_str(text),
            Value::Tagged(tagged) => Sorted(&tagged.value).serialize(serializer),
            scalar => to_json(scalar).serialize(serializer),
        }
    }
}

struct Hash(Sha256);

impl Write for Hash {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Diagnostics;
    use crate::source::Source;
    use crate::spec::Document;

    fn digest(text: &str) -> String {
        let document = Document::load(Source::new("it.yaml", text), &mut Diagnostics::default());
        document.map(|document| document.digest).unwrap_or_default()
    }

    #[test]
    fn it_is_the_sha_256_of_sorted_json() {
        // printf '{"info":{"title":"A","version":"1"},"openapi":"3.0.3","paths":{}}' | sha256sum
        let expected = "3b91bea3aa3dd46609eb8ab083eddbe1ec7962b6217c4807599a18afdd685a7f";
        let forms = [
            "openapi: 3.0.3\ninfo: {title: A, version: '1'}\npaths: {}\n",
            "# In another way.\r\npaths: {}\r\ninfo:\r\n  version: \"1\"\r\n  title: A\r\nopenapi: '3.0.3'\r\n",
            "\u{feff}{\"paths\": {}, \"openapi\": \"3.0.3\", \"info\": {\"version\": \"1\", \"title\": \"A\"}}",
        ];
        for form in forms {
            assert_eq!(digest(form), expected, "{form}");
        }
        assert_ne!(digest("openapi: 3.0.3\ninfo: {title: A, version: '2'}\npaths: {}\n"), expected);
    }
}
