//! Path templates (OpenAPI 3.0.4, section 4.7.8.2).

use crate::model::{PathTemplate, Segment};

/// Splits a path into text and variables; a brace without its partner is text.
pub(super) fn template(path: &str) -> PathTemplate {
    let mut segments = Vec::new();
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((variable, after)) = after.split_once('}') else { break };
        if !before.is_empty() {
            segments.push(Segment::Literal(before.to_owned()));
        }
        segments.push(Segment::Variable(variable.to_owned()));
        rest = after;
    }
    if !rest.is_empty() {
        segments.push(Segment::Literal(rest.to_owned()));
    }
    PathTemplate { text: path.to_owned(), segments }
}

#[cfg(test)]
mod tests {
    use super::template;
    use crate::model::Segment::{Literal, Variable};

    #[test]
    fn variables_may_stand_anywhere() {
        let segments = template("/a/{b}.json:{c}").segments;
        assert_eq!(
            segments,
            [Literal("/a/".into()), Variable("b".into()), Literal(".json:".into()), Variable("c".into())]
        );
        assert_eq!(template("/a/{b").segments, [Literal("/a/{b".into())]);
    }
}
