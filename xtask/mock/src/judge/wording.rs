//! How values and names are shown in messages. No message repeats a secret.

use serde_json::Value;

/// How long a shown value may be, in characters.
const LONGEST: usize = 60;

/// How many values of an enum are listed.
const LISTED: usize = 12;

/// The end of a sentence that says what a value is instead; empty where that would give a secret away.
pub(super) fn instead(pointer: &str, value: &Value) -> String {
    if is_secret(pointer) { String::new() } else { format!(", and is {}", shown(value)) }
}

/// A value in a message.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        other => cut(&other.to_string()),
    }
}

/// The values of an enum.
pub(super) fn listed(values: &[Value]) -> String {
    let first: Vec<String> = values.iter().take(LISTED).map(shown).collect();
    let more = values.len().saturating_sub(LISTED);
    if more == 0 { first.join(", ") } else { format!("{} and {more} more", first.join(", ")) }
}

/// The name that a value is spoken of by: the last step that is one.
pub(super) fn subject(pointer: &str) -> String {
    let is_index = |step: &&str| !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit());
    let mut steps = pointer.rsplit('/');
    match steps.next() {
        None | Some("") => "the body".to_owned(),
        Some(step) if is_index(&step) => format!(
            "element {step} of {}",
            subject(pointer.strip_suffix(step).map_or("", |rest| rest.trim_end_matches('/')))
        ),
        Some(step) => format!("`{}`", cut(&step.replace("~1", "/").replace("~0", "~"))),
    }
}

/// The sentence's end that points to a name which was probably meant.
pub(super) fn did_you_mean<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let distance = |name: &str| strsim::osa_distance(&name.to_lowercase(), &written.to_lowercase());
    let near = known.into_iter().map(|name| (distance(name), name)).min_by_key(|(distance, _)| *distance);
    match near {
        Some((distance, name)) if distance < written.len() && distance <= 1 + written.len().min(12) / 4 => {
            format!("; did you mean `{name}`?")
        }
        _ => String::new(),
    }
}

/// Whether a place is one for secrets, by the names that lead to it.
pub(super) fn is_secret(pointer: &str) -> bool {
    let names = pointer.to_ascii_lowercase();
    ["password", "secret", "token", "passcode"].iter().any(|word| names.contains(word))
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}...", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
