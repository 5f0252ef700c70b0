//! Path templates (OpenAPI 3.0.4, section 4.7.8.2).

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

/// A path with variables, such as `/api/v3/ip-list/{id}`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PathTemplate {
    /// As the document writes it.
    pub text: String,
    segments: Vec<Segment>,
}

#[derive(Clone, Debug, Eq, PartialEq)]
enum Segment {
    Literal(String),
    Variable { before: String, name: String, after: String },
}

impl PathTemplate {
    /// Reads a template. At most one variable in a segment is known.
    pub fn new(text: &str) -> Self {
        PathTemplate { text: text.to_owned(), segments: text.split('/').map(segment).collect() }
    }

    /// The variables' values, decoded, if a path as sent fits.
    pub fn matches(&self, path: &str) -> Option<Map<String, Value>> {
        let mut variables = Map::new();
        let mut parts = path.split('/');
        for segment in &self.segments {
            let part = parts.next()?;
            match segment {
                Segment::Literal(text) if text == part => {}
                Segment::Literal(_) => return None,
                Segment::Variable { before, name, after } => {
                    let value = part.strip_prefix(before.as_str())?.strip_suffix(after.as_str())?;
                    if value.is_empty() {
                        return None;
                    }
                    let value = percent_decode_str(value).decode_utf8().ok()?;
                    variables.insert(name.clone(), Value::from(value.into_owned()));
                }
            }
        }
        parts.next().is_none().then_some(variables)
    }
}

fn segment(text: &str) -> Segment {
    let variable = text.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)));
    match variable {
        Some((before, (name, after))) => {
            Segment::Variable { before: before.to_owned(), name: name.to_owned(), after: after.to_owned() }
        }
        None => Segment::Literal(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::PathTemplate;

    #[test]
    fn variables_are_decoded_and_must_not_be_empty() {
        let template = PathTemplate::new("/ip-list/{id}");
        let variables = template.matches("/ip-list/a%2Fb%20c").expect("it fits");
        assert_eq!(variables["id"], "a/b c");
        assert_eq!(template.matches("/ip-list/"), None);
        assert_eq!(template.matches("/ip-list/a/b"), None);
        assert_eq!(template.matches("/ip-list"), None);
    }
}
