//! `open_enum!`: text enums that keep values which this version does not know.

use std::{fmt, mem};

use super::{Fit, Json, Reading, Token, View};
use crate::values::UnknownValue;

/// Makes an enum of texts open: what it does not know goes to its unknown variant, and back as it came. It also gives the enum
/// `Clone`, `PartialEq`, `Debug` and what else a value has: all of it follows from the text, so each is a line or two.
///
/// ```ignore
/// json::open_enum! {
///     Method {
///         Password = "PASSWORD",
///         EmailPasscode = "EMAIL_PASSCODE",
///     }
///     unknown Unknown    // the variant Unknown(UnknownValue)
/// }
/// ```
macro_rules! open_enum {
    ($ty:ident { $($variant:ident = $wire_name:literal),* $(,)? } unknown $unknown:ident) => {
        impl $ty {
            /// The value as it is sent.
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $wire_name,)*
                    Self::$unknown(value) => value.as_str(),
                }
            }
        }

        impl json::From<&str> for $ty {
            #[inline]
            fn from(text: &str) -> Self {
                match text {
                    $($wire_name => Self::$variant,)*
                    _ => Self::$unknown(json::UnknownValue::new(text.to_owned())),
                }
            }
        }

        impl json::From<json::String> for $ty {
            #[inline]
            fn from(text: json::String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl json::Clone for $ty {
            #[inline]
            fn clone(&self) -> Self {
                Self::from(self.as_str())
            }
        }

        impl json::PartialEq for $ty {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.as_str() == other.as_str()
            }
        }

        impl json::Eq for $ty {}

        impl json::Hash for $ty {
            #[inline]
            fn hash<H: json::Hasher>(&self, state: &mut H) {
                json::Hash::hash(self.as_str(), state)
            }
        }

        impl json::AsRef<str> for $ty {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl json::Display for $ty {
            #[inline]
            fn fmt(&self, f: &mut json::Formatter<'_>) -> json::Formatted {
                f.write_str(self.as_str())
            }
        }

        impl json::Debug for $ty {
            #[inline]
            fn fmt(&self, f: &mut json::Formatter<'_>) -> json::Formatted {
                f.write_str(match self {
                    $(Self::$variant => stringify!($variant),)*
                    Self::$unknown(value) => return json::debug_unknown(stringify!($unknown), value, f),
                })
            }
        }

        impl json::OpenEnum for $ty {
            #[inline]
            fn unknown(value: json::UnknownValue) -> Self {
                Self::$unknown(value)
            }
        }

        json::serde_by_json! { $ty }
    };
}

pub(crate) use open_enum;

/// An open enum of texts, which is all that reading and writing it needs to know: what an enum would say for itself would
/// be compiled once for each.
pub(crate) trait OpenEnum: AsRef<str> + for<'t> From<&'t str> + fmt::Debug + 'static {
    /// The variant for values that are not known.
    fn unknown(value: UnknownValue) -> Self;
}

/// Shows a value that is not known as `#[derive(Debug)]` would.
pub(crate) fn debug_unknown(variant: &str, value: &UnknownValue, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.debug_tuple(variant).field(value).finish()
}

impl<T: OpenEnum> Json for T {
    fn empty() -> Self {
        T::unknown(UnknownValue::new(String::new()))
    }

    /// Takes the text of a token, which may be one that is not known.
    fn accept(&mut self, token: Token<'_>) -> Reading<'_> {
        let Some((text, fit)) = token.text() else {
            return Reading::Done(Fit::Refused, "string");
        };
        *self = T::from(&text);
        // The empty value is of the unknown variant.
        let is_known = mem::discriminant(self) != mem::discriminant(&T::empty());
        Reading::Done(fit.of_known(is_known), "string")
    }

    fn plain(&self) -> Option<View<'_>> {
        Some(View::Text(self.as_ref()))
    }
}

#[cfg(test)]
#[allow(unreachable_pub, reason = "the macro makes types that are public")]
mod tests {
    use crate::json;
    use crate::values::UnknownValue;

    enum Colour {
        Red,
        Unknown(UnknownValue),
    }

    json::open_enum! {
        Colour { Red = "RED" }
        unknown Unknown
    }

    #[test]
    fn an_enum_is_shown_copied_and_compared_as_if_that_were_derived() {
        let green = Colour::from("GREEN");
        assert_eq!(format!("{:?}", Colour::Red), "Red");
        assert_eq!(format!("{green:?}"), format!("Unknown({:?})", UnknownValue::new("GREEN".to_owned())));
        assert_eq!(format!("{green:#?}"), format!("Unknown(\n    {:?},\n)", UnknownValue::new("GREEN".to_owned())));
        assert_eq!((green.clone(), Colour::Red.clone()), (green, Colour::from("RED")));
        assert_ne!(Colour::Red, Colour::from("red"));
    }
}
