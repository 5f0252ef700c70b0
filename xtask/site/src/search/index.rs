//! From pages to the text of the index file.

use anyhow::{Context, Result};
use elasticlunr::IndexBuilder;
use mdbook_driver::book::Book;
use serde_json::{Value, json};

use super::language::Names;
use super::page::{Page, chapters};
use super::repeated;
use super::tokens::{title_tokens, tokens};
use crate::theme;

/// Fields of an entry, and how much a hit in each counts.
const FIELDS: [(&str, u8); 3] = [("title", 6), ("front", 3), ("body", 1)];

/// The script that gives the index to mdBook's search box.
pub(crate) fn index(book: &Book) -> Result<String> {
    let mut builder = IndexBuilder::with_language(Box::new(Names));
    for (field, _) in FIELDS {
        let split = if field == "title" { title_tokens } else { tokens };
        builder = builder.add_field_with_tokenizer(field, Box::new(split));
    }
    let mut index = builder.save_docs(false).build();

    let mut pages: Vec<_> = chapters(book).map(Page::read).collect();
    repeated::leave_out(&mut pages);
    let mut shown = serde_json::Map::new();
    for (at, page) in pages.iter().enumerate() {
        let reference = at.to_string();
        index.add_doc(&reference, [page.titles(), page.front.join("\n"), page.body.join("\n")]);
        shown.insert(reference, json!({ "breadcrumbs": page.breadcrumbs, "body": page.excerpt() }));
    }
    let urls: Vec<_> = pages.iter().map(|page| &page.url).collect();

    let mut index = serde_json::to_value(&index).context("cannot write the search index")?;
    shorten(&mut index);
    // Results show the excerpt; elasticlunr would keep the text that it was given.
    if let Some(store) = index.get_mut("documentStore") {
        store["docs"] = Value::Object(shown);
        store["save"] = true.into();
    }
    Ok(script(&json!({
        "results_options": { "limit_results": 30, "teaser_word_count": 30 },
        "search_options": { "bool": "OR", "expand": true, "fields": fields() },
        "doc_urls": urls,
        "index": index,
    })))
}

fn fields() -> Value {
    FIELDS.iter().map(|(field, boost)| ((*field).to_owned(), json!({ "boost": boost }))).collect()
}

/// Takes away what makes half of the file and is of no use: digits of frequencies, and lists without entries. Most
/// nodes of the tree of tokens are on the way to a token only; elasticlunr expands what is typed, and passes over them.
fn shorten(value: &mut Value) {
    match value {
        Value::Number(number) => {
            if let Some(frequency) = number.as_f64().filter(|frequency| frequency.fract() != 0.0) {
                *value = json!((frequency * 100.0).round() / 100.0);
            }
        }
        Value::Object(members) => {
            if members.get("df") == Some(&json!(0)) {
                members.retain(|name, _| name != "df" && name != "docs");
            }
            members.values_mut().for_each(shorten);
        }
        Value::Array(items) => items.iter_mut().for_each(shorten),
        _ => {}
    }
}

/// A JSON text inside of a string is read faster than the same text as a literal.
fn script(index: &Value) -> String {
    let json = index.to_string().replace('\\', "\\\\").replace('\'', "\\'");
    format!("{}\nwindow.search = Object.assign(window.search, JSON.parse('{json}'));\n", theme::QUERY)
}
