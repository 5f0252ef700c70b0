//! A document's text as it is with other values: what did not change keeps its lines, with comments and quotes.
//!
//! No library writes YAML so: those that keep comments cannot change a tree, and those that write a tree lose them. So lines are
//! only moved here, and what is new is written in the plain style of `block`; what comes out is read back, and must say what it
//! should.

mod block;
mod lines;

use anyhow::{Result, ensure};
use serde_yaml::Value;

pub(crate) use block::block;

use super::identity::{self, Identity};
use lines::{Entry, entries};

/// The text that says `new`, from one that says `old`.
pub(crate) fn rewrite(text: &str, old: &Value, new: &Value) -> Result<String> {
    if old == new {
        return Ok(text.to_owned());
    }
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut written = collection(&lines, 0, old, new).join("\n");
    written.push('\n');
    ensure!(
        serde_yaml::from_str::<Value>(&written).is_ok_and(|read| read == *new),
        "a document could not be written so that it says what it should: this is a fault of `spec pull`"
    );
    Ok(written)
}

/// The lines of a mapping or a list, which stand `indent` columns in.
fn collection(lines: &[String], indent: usize, old: &Value, new: &Value) -> Vec<String> {
    let parts = entries(lines, indent, old.is_sequence());
    match (old, new) {
        (Value::Mapping(old), Value::Mapping(new)) if parts.len() == old.len() && !new.is_empty() => {
            let place = |key: &Value| old.keys().position(|known| known == key);
            let written =
                new.iter().map(|(key, value)| match place(key).and_then(|at| parts.get(at).zip(old.get(key))) {
                    Some((part, old)) => field(part, indent, key, old, value),
                    None => block::field(key, value, indent),
                });
            written.flatten().collect()
        }
        (Value::Sequence(old), Value::Sequence(new)) if parts.len() == old.len() && !new.is_empty() => {
            let names: Vec<Option<Identity>> = old.iter().map(identity::of).collect();
            let place = |value: &Value| {
                let name = identity::of(value);
                let same = old.iter().position(|known| known == value);
                same.or_else(|| names.iter().position(|known| name.is_some() && *known == name))
            };
            let written = new.iter().map(|value| match place(value).and_then(|at| parts.get(at).zip(old.get(at))) {
                Some((part, old)) => item(part, indent, old, value),
                None => block::item(value, indent),
            });
            written.flatten().collect()
        }
        _ => block::lines(new, indent),
    }
}

/// One entry of a mapping.
fn field(part: &Entry<'_>, indent: usize, key: &Value, old: &Value, new: &Value) -> Vec<String> {
    if old == new {
        return part.all.to_vec();
    }
    let mut written = part.comments.to_vec();
    match part.inner_indent().filter(|_| is_same_kind(old, new)) {
        Some(inner) => {
            written.extend(part.own.first().cloned());
            written.extend(collection(part.own.get(1..).unwrap_or_default(), inner, old, new));
        }
        None => written.extend(block::field(key, new, indent)),
    }
    written
}

/// One element of a list. Its first line stands behind the dash.
fn item(part: &Entry<'_>, indent: usize, old: &Value, new: &Value) -> Vec<String> {
    if old == new {
        return part.all.to_vec();
    }
    let mut written = part.comments.to_vec();
    let Some(first) = part.own.first().filter(|_| is_same_kind(old, new)) else {
        written.extend(block::item(new, indent));
        return written;
    };
    let mut own = part.own.to_vec();
    let dash = " ".repeat(indent) + "- ";
    if let (Some(line), Some(rest)) = (own.first_mut(), first.strip_prefix(&dash)) {
        *line = " ".repeat(indent + 2) + rest;
    }
    let mut inner = collection(&own, indent + 2, old, new);
    if let Some(line) = inner.iter_mut().find(|line| !lines::is_aside(line)) {
        *line = dash + line.trim_start();
    }
    written.extend(inner);
    written
}

fn is_same_kind(old: &Value, new: &Value) -> bool {
    old.is_mapping() && new.is_mapping() || old.is_sequence() && new.is_sequence()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "\
# What this is.

a: \"1\"
# Why b.
b:
  # Why c.
  c: [1, 2]
  d:
    - name: x
      in: query
      # Why so.
      schema: {type: string}
    - name: y
      in: query
e:
  - 'one'
  - two
";

    fn written(new: &str) -> Result<String> {
        rewrite(OLD, &serde_yaml::from_str(OLD)?, &serde_yaml::from_str(new)?)
    }

    #[test]
    fn what_stays_keeps_its_lines() -> Result<()> {
        assert_eq!(written(OLD)?, OLD);
        let new = "{a: '1', b: {c: [1, 2], d: [{name: x, in: query, schema: {type: integer}}, {name: y, in: query}, {name: z, in: path}]}, e: [one, 'yes', two], f: {}}";
        insta::assert_snapshot!(written(new)?, @r#"
        # What this is.

        a: "1"
        # Why b.
        b:
          # Why c.
          c: [1, 2]
          d:
            - name: x
              in: query
              # Why so.
              schema:
                type: integer
            - name: y
              in: query
            - name: z
              in: path
        e:
          - 'one'
          - 'yes'
          - two
        f: {}
        "#);
        Ok(())
    }

    #[test]
    fn what_is_gone_takes_its_comments_along() -> Result<()> {
        insta::assert_snapshot!(written("{a: '1', e: [two]}")?, @r#"
        # What this is.

        a: "1"
        e:
          - two
        "#);
        Ok(())
    }
}
