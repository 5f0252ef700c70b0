//! The digest of a document: by it, two machines know that they speak of the same description.
//!
//! It is that of what the document says, as JSON without blanks and with sorted keys. Line ends, comments, quotes, the order of keys
//! and the choice between YAML and JSON are not in it.

use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use super::Document;

/// The SHA-256 of a document's tree, in hexadecimal.
pub(super) fn of(tree: &Json) -> String {
    hexadecimal(tree.to_string())
}

/// The digest of a description: that of its one document, or else that of the documents' digests, each on a line, in the order of
/// the settings.
pub(crate) fn of_all(documents: &[Document]) -> String {
    match documents {
        [document] => document.digest.clone(),
        documents => hexadecimal(documents.iter().map(|document| format!("{}\n", document.digest)).collect()),
    }
}

fn hexadecimal(text: String) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
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
