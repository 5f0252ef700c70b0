//! `open_enum!`: text enums that keep values which this version does not know.

use std::mem;

use super::{Fit, Json, Reading, Token};

/// Makes an enum of texts open: what it does not know goes to its unknown variant, and back as it came.
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

        impl ::std::convert::From<&str> for $ty {
            #[inline]
            fn from(text: &str) -> Self {
                match text {
                    $($wire_name => Self::$variant,)*
                    _ => Self::$unknown($crate::values::UnknownValue::new(text.to_owned())),
                }
            }
        }

        impl ::std::convert::From<::std::string::String> for $ty {
            #[inline]
            fn from(text: ::std::string::String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl ::std::cmp::Eq for $ty {}

        impl ::std::hash::Hash for $ty {
            #[inline]
            fn hash<H: ::std::hash::Hasher>(&self, state: &mut H) {
                ::std::hash::Hash::hash(self.as_str(), state)
            }
        }

        impl ::std::convert::AsRef<str> for $ty {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::std::fmt::Display for $ty {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $crate::json::Json for $ty {
            #[inline]
            fn empty() -> Self {
                Self::$unknown($crate::values::UnknownValue::new(::std::string::String::new()))
            }

            #[inline]
            fn accept(&mut self, token: $crate::json::Token<'_>) -> $crate::json::Reading<'_> {
                $crate::json::accept_text(token, self)
            }

            #[inline]
            fn plain(&self) -> ::std::option::Option<$crate::json::View<'_>> {
                ::std::option::Option::Some($crate::json::View::Text(self.as_str()))
            }
        }

        $crate::json::serde_by_json! { $ty }
    };
}

pub(crate) use open_enum;

/// Takes the text of a token, which may be one that is not known.
pub(crate) fn accept_text<'a, T: Json + for<'t> From<&'t str>>(token: Token<'_>, target: &'a mut T) -> Reading<'a> {
    let Some((text, fit)) = token.text() else {
        return Reading::Done(Fit::Refused, "string");
    };
    *target = T::from(&text);
    // The empty value is of the unknown variant. A closure that asks for it would be one more body for each enum.
    let is_known = mem::discriminant(target) != mem::discriminant(&T::empty());
    Reading::Done(fit.of_known(is_known), "string")
}
