//! `open_integer_enum!`: integer enums that keep values which this version does not know.

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
            pub fn value(&self) -> i64 {
                match self {
                    $(Self::$variant => $value,)*
                    Self::$unknown(value) => *value,
                }
            }
        }

        impl ::std::convert::From<i64> for $ty {
            fn from(value: i64) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    _ => Self::$unknown(value),
                }
            }
        }

        impl ::std::fmt::Display for $ty {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.value(), f)
            }
        }

        impl $crate::json::Json for $ty {
            fn empty() -> Self {
                Self::from(0)
            }

            fn accept(&mut self, token: $crate::json::Token<'_>) -> $crate::json::Reading<'_> {
                match token.integer() {
                    ::std::option::Option::Some((value, fit)) => {
                        *self = Self::from(value);
                        let is_known = !matches!(self, Self::$unknown(_));
                        $crate::json::Reading::Done(fit.of_known(is_known), "integer")
                    }
                    ::std::option::Option::None => $crate::json::Reading::Done($crate::json::Fit::Refused, "integer"),
                }
            }

            fn view(&self) -> $crate::json::View<'_> {
                $crate::json::View::Integer(self.value())
            }
        }

        $crate::json::serde_by_json! { $ty }
    };
}

pub(crate) use open_integer_enum;
