//! `Clone` of objects: a copy is filled with the tokens that the original shows.
//!
//! A derived `clone` would be one more long function for each type, and nobody copies a thousand models in a hurry.

use super::{Json, Part, Reading, Token, View};

/// A copy of an object, with its unknown properties.
pub(crate) fn copy<T: Json>(object: &T) -> T {
    let mut copy = T::empty();
    copy_to(object, &mut copy);
    copy
}

fn copy_to(from: &Part, to: &mut Part) {
    if let Some(from) = from.whole() {
        // Any token opens a union; null would be taken by the option around it.
        if let Reading::Whole(to) = to.accept(Token::Object) {
            to.copy(from);
        }
        return;
    }
    match from.view() {
        View::Absent => to.reset(),
        View::Null => scalar(to, Token::Null),
        View::Boolean(value) => scalar(to, Token::Boolean(value)),
        View::Integer(value) => scalar(to, Token::Integer(value)),
        View::Unsigned(value) => scalar(to, Token::Unsigned(value)),
        View::Float(value) => scalar(to, Token::Float(value)),
        View::Number(value) => scalar(to, Token::of_number(value)),
        View::Text(value) => scalar(to, Token::Text(value)),
        View::List(from) => {
            if let Reading::List(to) = to.accept(Token::List) {
                for element in (0..from.count()).filter_map(|index| from.get(index)) {
                    to.element().into_iter().for_each(|to| copy_to(element, to));
                }
            }
        }
        View::Map(from) => {
            if let Reading::Map(to) = to.accept(Token::Object) {
                from.each(&mut |name, value| copy_to(value, to.entry(name)));
            }
        }
        View::Object(from) => {
            to.accept(Token::Object);
            copy_parts(from, to);
        }
        // Only unions have tags, and they are copied as a whole.
        View::Tagged(_) => {}
    }
}

fn scalar(to: &mut Part, token: Token<'_>) {
    to.accept(token);
}

fn copy_parts(from: &Part, to: &mut Part) {
    from.with_parts(&mut |_, values, rest| {
        for (place, value) in values.iter().enumerate() {
            to.part_mut(place).into_iter().for_each(|to| copy_to(*value, to));
        }
        rest.each(&mut |name, value| to.unknown_mut(name).into_iter().for_each(|to| copy_to(value, to)));
    });
}
