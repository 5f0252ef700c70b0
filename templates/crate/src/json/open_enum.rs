//! `open_enum!`: text enums that keep values which this version does not know.

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
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $wire_name,)*
                    Self::$unknown(value) => value.as_str(),
                }
            }
        }

        impl ::std::convert::From<&str> for $ty {
            fn from(text: &str) -> Self {
                match text {
                    $($wire_name => Self::$variant,)*
                    _ => Self::$unknown($crate::values::UnknownValue::new(text.to_owned())),
                }
            }
        }

        impl ::std::convert::From<::std::string::String> for $ty {
            fn from(text: ::std::string::String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl ::std::convert::AsRef<str> for $ty {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::std::fmt::Display for $ty {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $crate::json::Json for $ty {
            fn empty() -> Self {
                Self::$unknown($crate::values::UnknownValue::new(::std::string::String::new()))
            }

            fn accept(&mut self, token: $crate::json::Token<'_>) -> $crate::json::Reading<'_> {
                match token.text() {
                    ::std::option::Option::Some((text, fit)) => {
                        *self = Self::from(&*text);
                        let is_known = !matches!(self, Self::$unknown(_));
                        $crate::json::Reading::Done(fit.of_known(is_known), "string")
                    }
                    ::std::option::Option::None => $crate::json::Reading::Done($crate::json::Fit::Refused, "string"),
                }
            }

            fn view(&self) -> $crate::json::View<'_> {
                $crate::json::View::Text(self.as_str())
            }
        }

        $crate::json::serde_by_json! { $ty }
    };
}

pub(crate) use open_enum;
