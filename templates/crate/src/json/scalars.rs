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

impl Json for String {
    fn empty() -> Self {
        String::new()
    }

    // Most of what is read are texts, and most tokens of a text are one.
    #[inline(always)]
    fn accept(&mut self, token: Token<'_>) -> Reading<'_> {
        let fit = match token {
            Token::Text(text) => {
                *self = text.to_owned();
                Fit::Exact
            }
            _ => correct(self, token),
        };
        Reading::Done(fit, "string")
    }

    #[inline]
    fn plain(&self) -> Option<View<'_>> {
        Some(View::Text(self))
    }
}

#[cold]
fn correct(target: &mut String, token: Token<'_>) -> Fit {
    match token.text() {
        Some((text, fit)) => {
            *target = text.into_owned();
            fit
        }
        None => Fit::Refused,
    }
}
