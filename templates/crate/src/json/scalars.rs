//! Booleans, numbers and text.

use super::{Fit, Json, Reading, Token, View};

/// A scalar by its word, the token it takes, and how it shows itself.
macro_rules! scalar {
    ($ty:ty, $expected:literal, $take:expr, $view:expr) => {
        impl Json for $ty {
            fn empty() -> Self {
                Self::default()
            }

            #[inline]
            fn accept(&mut self, token: Token<'_>) -> Reading<'_> {
                let take: fn(Token<'_>) -> Option<($ty, Fit)> = $take;
                match take(token) {
                    Some((value, fit)) => {
                        *self = value;
                        Reading::Done(fit, $expected)
                    }
                    None => Reading::Done(Fit::Refused, $expected),
                }
            }

            #[inline]
            fn plain(&self) -> Option<View<'_>> {
                let view: fn(&$ty) -> View<'_> = $view;
                Some(view(self))
            }
        }
    };
}

scalar!(bool, "boolean", |token| token.boolean(), |value| { View::Boolean(*value) });
scalar!(i64, "integer", |token| token.integer(), |value| { View::Integer(*value) });
scalar!(i32, "32-bit integer", narrow, |value| View::Integer(i64::from(*value)));
scalar!(u64, "unsigned integer", unsigned, |value| View::Unsigned(*value));
scalar!(f64, "number", |token| token.float(), |value| View::Float(*value));
scalar!(String, "string", text, |value| View::Text(value));

fn narrow(token: Token<'_>) -> Option<(i32, Fit)> {
    let (value, fit) = token.integer()?;
    Some((i32::try_from(value).ok()?, fit))
}

fn unsigned(token: Token<'_>) -> Option<(u64, Fit)> {
    match token {
        Token::Unsigned(value) => Some((value, Fit::Exact)),
        // Beyond an `i64`, so `integer` could not tell it.
        Token::Text(text) => Some((text.parse().ok()?, Fit::Corrected)),
        _ => {
            let (value, fit) = token.integer()?;
            Some((u64::try_from(value).ok()?, fit))
        }
    }
}

#[inline]
fn text(token: Token<'_>) -> Option<(String, Fit)> {
    match token {
        // What nearly every token of a text is, without a way round.
        Token::Text(text) => Some((text.to_owned(), Fit::Exact)),
        _ => token.text().map(|(text, fit)| (text.into_owned(), fit)),
    }
}
