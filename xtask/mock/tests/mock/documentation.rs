//! The samples of the book keep to the documents: the request of each cURL command, and each sample result.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};
use mock::document::Document;
use mock::judge::{Judge, Received};

#[test]
fn every_curl_command_is_a_request_of_the_document() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (folder, judge) in judges() {
        for (page, text) in pages(&folder) {
            let Some(command) = block(&text, "```sh tab=cURL\n") else { continue };
            count += 1;
            wrong.extend(violations(&judge, command).into_iter().map(|violation| format!("{page}: {violation}")));
        }
    }
    assert!(count > 600, "{count} commands");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_sample_result_is_an_answer_of_the_document() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (folder, judge) in judges() {
        for (page, text) in pages(&folder) {
            let Some(result) = block(&text, "Sample result:\n\n```json\n") else { continue };
            count += 1;
            let (method, path) = request_line(&text);
            let operation =
                judge.document().operations.iter().find(|it| it.method == method && it.path.text == path).unwrap();
            let status = operation.success().and_then(|answer| answer.status.parse().ok()).unwrap_or(200);
            let violations = judge.answer(operation, status, "application/json", result.as_bytes());
            wrong.extend(violations.iter().map(|violation| format!("{page}: {violation}")));
        }
    }
    assert!(count > 500, "{count} results");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_command_that_breaks_the_document_is_seen() {
    let (_, judge) = judges().remove(0);
    let command = "curl --request POST 'https://example.genauth.ai/api/v3/delete-account' \\\n  \
                   --header 'content-type: application/json' \\\n  --data '{\"token\": \"it'\\''s\"}'";
    let found = violations(&judge, command);
    assert!(found.iter().any(|violation| violation.contains("deleteAccountToken")), "{found:?}");
}

/// What the judge makes of a command.
fn violations(judge: &Judge, command: &str) -> Vec<String> {
    let request = Request::of(command);
    let target = request.target.path_and_query().unwrap();
    let Some((operation, path)) = judge.document().find(&request.method, target.path()) else {
        return vec![format!("no operation for {} {}", request.method, target.path())];
    };
    let received = Received { path: &path, query: target.query(), headers: &request.headers, body: &request.body };
    judge.request(operation, received).violations.iter().map(ToString::to_string).collect()
}

/// The request that a command sends.
struct Request {
    method: Method,
    target: Uri,
    headers: HeaderMap,
    body: Bytes,
}

impl Request {
    fn of(command: &str) -> Self {
        let words = shell_words::split(command).unwrap();
        let mut words = words.iter().map(String::as_str);
        assert_eq!(words.next(), Some("curl"));
        let (mut method, mut target, mut headers) = (None, None, HeaderMap::new());
        let (mut body, mut fields, mut parts) =
            (Vec::new(), form_urlencoded::Serializer::new(String::new()), Vec::new());
        let pair = |text: &str| text.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned())).unwrap();
        while let Some(word) = words.next() {
            let Some(option) = word.strip_prefix("--") else {
                target = Some(word.parse().unwrap());
                continue;
            };
            let value = words.next().unwrap();
            match option {
                "request" => method = Some(value.parse().unwrap()),
                "header" => {
                    let (name, value) = value.split_once(": ").unwrap();
                    let name: HeaderName = name.parse().unwrap();
                    headers.append(name, value.parse().unwrap());
                }
                "data" => body = value.as_bytes().to_vec(),
                "data-urlencode" => {
                    let (name, value) = pair(value);
                    fields.append_pair(&name, &value);
                }
                "data-binary" => body = b"bytes".to_vec(),
                "form" => parts.push(pair(value)),
                other => panic!("the option --{other} is not known here"),
            }
        }
        let fields = fields.finish();
        if !fields.is_empty() {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
            body = fields.into_bytes();
        }
        if !parts.is_empty() {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("multipart/form-data; boundary=B"));
            body = multipart(&parts).into_bytes();
        }
        Self { method: method.unwrap(), target: target.unwrap(), headers, body: body.into() }
    }
}

/// A form as curl sends it.
fn multipart(parts: &[(String, String)]) -> String {
    let part = |(name, value): &(String, String)| {
        let (file, content) = match value.strip_prefix('@') {
            Some(file) => (format!("; filename=\"{file}\"\r\ncontent-type: text/plain"), "content"),
            None => (String::new(), value.as_str()),
        };
        format!("--B\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n{content}\r\n")
    };
    parts.iter().map(part).collect::<String>() + "--B--\r\n"
}

/// The folder of each client's pages, and the judge of its document.
fn judges() -> Vec<(PathBuf, Judge)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let judge = |name: &str| {
        let text = fs::read_to_string(root.join(format!("specs/{name}.yaml"))).unwrap();
        let document = Document::parse(name, &text).unwrap();
        (root.join("generated/docs/src").join(name), Judge::new(Arc::new(document)))
    };
    vec![judge("authentication"), judge("management")]
}

/// Every page of a client, by its path.
fn pages(folder: &Path) -> Vec<(String, String)> {
    let areas = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let files = areas.flat_map(|area| fs::read_dir(area).unwrap().map(|entry| entry.unwrap().path()));
    let mut pages: Vec<(String, String)> =
        files.map(|path| (path.display().to_string(), fs::read_to_string(&path).unwrap())).collect();
    pages.sort();
    pages
}

/// The code block that begins with `opening`.
fn block<'a>(text: &'a str, opening: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(opening)?;
    rest.split_once("\n```").map(|(block, _)| block)
}

/// The method and path that a page names: `` | Request | `POST /api/v3/delete-account` | ``.
fn request_line(text: &str) -> (Method, String) {
    let (_, rest) = text.split_once("| Request | `").unwrap();
    let (request, _) = rest.split_once('`').unwrap();
    let (method, path) = request.split_once(' ').unwrap();
    (method.parse().unwrap(), path.to_owned())
}
