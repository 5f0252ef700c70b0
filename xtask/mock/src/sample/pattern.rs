//! Texts that fit regular expressions.

use rand::RngExt;
use rand_regex::Regex;
use regex_syntax::hir::{Hir, HirKind};
use serde_json::json;

use super::fits::keyword_fits;
use super::maker::Spot;
use super::shape::Shape;

/// How often a part is repeated that may be repeated without end.
const MOST_REPEATS: u32 = 8;
/// How often a text is made before there is none that fits limits and other patterns as well.
const ATTEMPTS: usize = 64;

/// What passwords are asked to have, for expressions that only look ahead.
const WORDS: [&str; 4] = ["Passw0rd!", "abc", "A1", "123456"];

/// A text that fits the patterns of a shape, when it has any and one is found.
///
/// Expressions are those of ECMA-262, and those of Rust are nearly the same; each text is tested by the `jsonschema` crate,
/// which knows the differences.
pub(super) fn make(shape: &Shape<'_>, spot: &Spot<'_>) -> Option<String> {
    let first = shape.patterns.first()?;
    let mut throw = spot.dice.child("pattern").throw();
    let made = generator(first)
        .into_iter()
        .flat_map(|generator| (0..ATTEMPTS).map(|_| throw.sample::<String, _>(&generator)).collect::<Vec<_>>());
    let fits = |text: &String| {
        let fits_pattern = |pattern: &&str| keyword_fits("pattern", &json!(pattern), &json!(text));
        shape.length.contains(text.chars().count()) && shape.patterns.iter().all(fits_pattern)
    };
    let shown = shape.examples.iter().filter_map(|example| example.as_str());
    made.chain(shown.chain(WORDS).map(str::to_owned)).find(fits)
}

fn generator(pattern: &str) -> Option<Regex> {
    // In ECMA-262 these are ASCII; in Rust they are all of Unicode.
    let ascii = pattern.replace(r"\d", "[0-9]").replace(r"\w", "[0-9A-Za-z_]");
    let whole = regex_syntax::parse(&ascii).ok()?;
    Regex::with_hir(without_anchors(whole), MOST_REPEATS).ok()
}

/// A text that is made as a whole begins and ends where it should; what else an anchor says is tested afterwards.
fn without_anchors(part: Hir) -> Hir {
    match part.into_kind() {
        HirKind::Look(_) => Hir::empty(),
        HirKind::Concat(parts) => Hir::concat(parts.into_iter().map(without_anchors).collect()),
        HirKind::Alternation(parts) => Hir::alternation(parts.into_iter().map(without_anchors).collect()),
        HirKind::Capture(mut group) => {
            group.sub = Box::new(without_anchors(*group.sub));
            Hir::capture(group)
        }
        HirKind::Repetition(mut repeated) => {
            repeated.sub = Box::new(without_anchors(*repeated.sub));
            Hir::repetition(repeated)
        }
        HirKind::Empty => Hir::empty(),
        HirKind::Literal(literal) => Hir::literal(literal.0),
        HirKind::Class(class) => Hir::class(class),
    }
}
