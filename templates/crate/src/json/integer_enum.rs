//! `open_integer_enum!`: integer enums that keep values which this version does not know.

use super::{Fit, Reading, Token};

/// Makes an enum of integers open: what it does not know goes to its unknown variant, and back as it came.
///
/// ```ignore
/// json::open_integer_enum! {
///     Level { Zero = 0, Minus1 = -1 }
///     unknown Unknown    // the variant Unknown(i64)
/// }
/// ```
macro_rules! open_integer_enum {
    ($ty:ident { $($variant:ident = $value:literal),* $(,)? } unknown $unknown:ident) => {
        impl $ty {
            /// The value as it is sent.
            #[inline]
            pub fn value(&self) -> i64 {
                match self {
                    $(Self::$variant => $value,)*
                    Self::$unknown(value) => *value,
                }
            }
        }

        impl json::From<i64> for $ty {
            #[inline]
            fn from(value: i64) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    _ => Self::$unknown(value),
                }
            }
        }

        impl json::Eq for $ty {}

        impl json::Hash for $ty {
            #[inline]
            fn hash<H: json::Hasher>(&self, state: &mut H) {
                json::Hash::hash(&self.value(), state)
            }
        }

        impl json::Display for $ty {
            #[inline]
            fn fmt(&self, f: &mut json::Formatter<'_>) -> json::Formatted {
                json::Display::fmt(&self.value(), f)
            }
        }

        impl json::Json for $ty {
            #[inline]
            fn empty() -> Self {
                Self::from(0)
            }

            #[inline]
            fn accept(&mut self, token: json::Token<'_>) -> json::Reading<'_> {
                json::accept_integer(token, self, |value| matches!(value, Self::$unknown(_)))
            }

            #[inline]
            fn plain(&self) -> json::Option<json::View<'_>> {
                json::Some(json::View::Integer(self.value()))
            }
        }

        json::serde_by_json! { $ty }
    };
}

pub(crate) use open_integer_enum;

/// Takes the integer of a token, which may be one that is not known.
pub(crate) fn accept_integer<'a, T: From<i64>>(
    token: Token<'_>,
    target: &'a mut T,
    is_unknown: fn(&T) -> bool,
) -> Reading<'a> {
    let Some((value, fit)) = token.integer() else {
        return Reading::Done(Fit::Refused, "integer");
    };
    *target = T::from(value);
    Reading::Done(fit.of_known(!is_unknown(target)), "integer")
}
