//! Writes what each target begins with: `corpus/TARGET/NAME`.
//!
//! The texts are those of the tests' oracles, and the mock's samples of an answer to each operation. Folders that are named on
//! the command line are looked through for JSON documents, whose examples become answers too.

#[path = "../../../generated/genauth/tests/oracles/mod.rs"]
#[rustfmt::skip]
#[allow(dead_code, reason = "only the texts are needed")]
mod oracles;

use std::error::Error;
use std::fs;
use std::path::Path;

use mock::document::Document;
use mock::sample::{Sampler, Variant};
use serde_json::Value;

const VARIANTS: [Variant; 6] = [
    Variant::Example,
    Variant::Required,
    Variant::Full,
    Variant::UnknownProperties,
    Variant::UnknownEnumValues,
    Variant::Nulls,
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut answers = Vec::new();
    for name in ["authentication", "management"] {
        let text = fs::read_to_string(Path::new("../../specs").join(name).with_extension("yaml"))?;
        let document = Document::parse(name, &text)?;
        for (operation, variant) in document.operations.iter().flat_map(|operation| VARIANTS.map(|it| (operation, it)))
        {
            let body = Sampler::new(&document, variant, 1).answer(operation).body.unwrap_or_default();
            answers.push(format!("{}\n{body}", operation.id).into_bytes());
        }
    }
    for folder in std::env::args_os().skip(1) {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "json") {
                let document = serde_json::from_slice(&fs::read(path)?)?;
                examples(&document, &mut answers);
            }
        }
    }
    write("answers", answers)?;
    write("callback", oracles::callback::seeds().into_iter().map(String::into_bytes))?;
    write("cas", oracles::cas::SEEDS.iter().map(|text| text.as_bytes().to_vec()))?;
    let frames = oracles::frames::seeds().into_iter().map(|frames| [&[0], frames.as_slice()].concat());
    let lines = ["", "{}\n\u{1f600}\n", "{\"a\":1}\n[]"].map(|text| [&[3], text.as_bytes()].concat());
    write("frames", frames.chain(lines))
}

/// The examples of a document that are objects, as answers to the operation that comes to hand.
fn examples(value: &Value, answers: &mut Vec<Vec<u8>>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                if matches!(name.as_str(), "example" | "value") && value.is_object() {
                    answers.push(format!("{}\n{value}", answers.len()).into_bytes());
                } else {
                    examples(value, answers);
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|value| examples(value, answers)),
        _ => {}
    }
}

fn write(target: &str, texts: impl IntoIterator<Item = Vec<u8>>) -> Result<(), Box<dyn Error>> {
    /// What is longer takes more time than it tells.
    const LONGEST: usize = 16 * 1024;
    let folder = Path::new("corpus").join(target);
    fs::create_dir_all(&folder)?;
    let mut count = 0;
    for (number, text) in texts.into_iter().filter(|text| text.len() <= LONGEST).enumerate() {
        fs::write(folder.join(format!("seed-{number:04}")), text)?;
        count = number + 1;
    }
    println!("{target}: {count} texts");
    Ok(())
}
