//! Texts.

use rand::seq::IndexedRandom;
use rand::{Rng, RngExt};

use super::dice::Dice;
use super::maker::{Maker, Place, Spot};
use super::shape::{Limits, Shape};
use super::{Variant, format, names, pattern};

/// What is easily lost on the way: quotes, spaces, separators, what is not ASCII, and what needs two UTF-16 units.
const SHARP: [&str; 10] = ["é", "张三", "\"quoted\"", "a&b=c", "50%+1", "/?#", "it's", "\\", "😀", "<b>"];
/// The same for headers.
const SHARP_VISIBLE: [&str; 6] = ["\"quoted\"", "a&b=c", "50%+1", "/?#", "it's", "<b>"];
/// The longest text that is made to hit a limit.
const LONGEST: usize = 2_000;
/// The longest text of `Random` that has no limit to hit.
const USUAL: usize = 20;

/// A text of a shape.
pub(super) fn make<'a>(maker: &Maker<'a>, shape: &Shape<'a>, spot: &Spot<'a>) -> String {
    if let Some(text) = pattern::make(shape, spot) {
        return text;
    }
    if let Some(text) = format::make(maker, shape, spot) {
        return text;
    }
    let least = shape.length.least.max(usize::from(!matches!(spot.place, Place::Body | Place::Query)));
    let length = Limits { least, ..shape.length };
    let text = match maker.variant {
        Variant::Example | Variant::Required => {
            let plain = names::text(spot.name);
            if is_sendable(spot.place, plain) && length.contains(plain.chars().count()) { plain } else { "text" }
                .to_owned()
        }
        Variant::Random => random(spot, length),
        _ => sharp(spot.dice, spot.name, spot.place),
    };
    stretched(text, length)
}

/// A text that shows whether it was kept as it is. It begins with what no other place has.
pub(super) fn sharp(dice: Dice, name: &str, place: Place) -> String {
    let mut throw = dice.child("sharp").throw();
    let tag = tag(dice);
    let mut pieces = |pieces: &[&'static str]| -> Vec<&'static str> { pieces.sample(&mut throw, 4).copied().collect() };
    match place {
        Place::Body | Place::Query | Place::Path => format!("{tag} {name} {}", pieces(&SHARP).join(" ")),
        Place::Header => format!("{tag};{}", pieces(&SHARP_VISIBLE).join(";")),
        Place::Word => format!("{tag}-word_1.~"),
    }
}

/// A few characters that are the place's own.
pub(super) fn tag(dice: Dice) -> String {
    format!("{:05x}", dice.child("tag").throw().random_range(0..1_u32 << 20))
}

/// Any text of so many characters.
pub(super) fn wild(throw: &mut impl Rng, most: usize) -> String {
    let count = throw.random_range(0..=most);
    (0..count).map(|_| character(throw, Place::Body)).collect()
}

/// The name of a property that the document does not name.
pub(super) fn name(maker: &Maker<'_>, spot: &Spot<'_>, index: usize) -> String {
    match (maker.variant, spot.place) {
        (Variant::Example | Variant::Required, _) => format!("key{}", index + 1),
        (_, Place::Header | Place::Word) => format!("key-{}", tag(spot.dice)),
        (Variant::Random, _) => wild(&mut spot.dice.child("name").throw(), 8),
        _ => format!("{} ü \"key\"", tag(spot.dice)),
    }
}

/// Whether a text can stand in a place.
pub(super) fn is_sendable(place: Place, text: &str) -> bool {
    match place {
        Place::Body | Place::Query => true,
        Place::Path => !matches!(text, "" | "." | ".."),
        Place::Header => !text.is_empty() && text.chars().all(|character| character.is_ascii_graphic()),
        Place::Word => !text.is_empty() && text.chars().all(is_of_word),
    }
}

fn is_of_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-._~".contains(character)
}

fn random(spot: &Spot<'_>, length: Limits) -> String {
    let mut throw = spot.dice.throw();
    let most = length.most.filter(|most| *most <= LONGEST);
    let count = match throw.random_range(0..6) {
        0 => length.least,
        1 => most.unwrap_or(USUAL),
        _ => length.clamp(throw.random_range(length.least.min(LONGEST)..=length.least.min(LONGEST) + USUAL)),
    };
    let text: String = (0..count.min(LONGEST)).map(|_| character(&mut throw, spot.place)).collect();
    if is_sendable(spot.place, &text) { text } else { "x".repeat(text.len().max(1)) }
}

fn character(throw: &mut impl Rng, place: Place) -> char {
    let any = match place {
        Place::Word => 0,
        Place::Header => throw.random_range(0..2),
        Place::Body | Place::Query | Place::Path => throw.random_range(0..8),
    };
    let (first, last) = match any {
        0 => ('a', 'z'),
        1 => ('!', '~'),
        2 => ('\0', '\u{7f}'),
        3 => ('\u{80}', '\u{7ff}'),
        4 => ('一', '龥'),
        5 => ('😀', '🙏'),
        // Surrogates are no characters, and the standard library's range knows that.
        _ => ('\0', char::MAX),
    };
    throw.random_range(first..=last)
}

/// A text cut off or made longer.
fn stretched(text: String, length: Limits) -> String {
    let count = text.chars().count();
    if length.contains(count) {
        return text;
    }
    let wanted = length.clamp(count).min(LONGEST.max(count) * 50);
    text.chars().chain(std::iter::repeat('x')).take(wanted).collect()
}
