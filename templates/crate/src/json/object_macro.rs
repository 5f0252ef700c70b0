//! `object!`: the table of an object type, and the impls that hang on it.

/// Makes a struct a JSON object, which gives it `Json`, `Serialize`, `Deserialize` and `Debug`.
///
/// ```ignore
/// json::object! {
///     User {
///         id: "userId" required,             // T
///         nickname: "nickname" optional,     // Option<T>; None is not sent
///         manager: "managerId" nullable,     // Option<T>; None is sent as null
///         phone: "phone" optional_nullable,  // Nullable<T>
///         password: "password" optional secret,
///     }
///     rest extra                             // the field for properties without description
/// }
/// ```
macro_rules! object {
    (
        $object:ident { $($field:ident: $wire_name:literal $presence:ident $($secret:ident)?),* $(,)? }
        rest $rest:ident
    ) => {
        impl $crate::json::Json for $object {
            fn empty() -> Self {
                Self { $($field: $crate::json::Json::empty(),)* $rest: ::std::default::Default::default() }
            }

            fn accept(&mut self, token: $crate::json::Token<'_>) -> $crate::json::Reading<'_> {
                token.open_object(self)
            }

            fn view(&self) -> $crate::json::View<'_> {
                $crate::json::View::Object(self)
            }
        }

        impl $crate::json::Object for $object {
            fn schema(&self) -> &'static $crate::json::Schema {
                const SCHEMA: &$crate::json::Schema = &$crate::json::Schema {
                    name: stringify!($object),
                    fields: &[
                        $($crate::json::field::$presence($wire_name, stringify!($field))$(.$secret())?),*
                    ],
                    rest: stringify!($rest),
                };
                SCHEMA
            }

            fn parts(&self) -> (::std::vec::Vec<&dyn $crate::json::Json>, &dyn $crate::json::Map) {
                (::std::vec![$(&self.$field),*], &self.$rest)
            }

            fn parts_mut(&mut self) -> (::std::vec::Vec<&mut dyn $crate::json::Json>, &mut dyn $crate::json::Map) {
                (::std::vec![$(&mut self.$field),*], &mut self.$rest)
            }
        }

        impl ::std::fmt::Debug for $object {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::json::debug_object(self, f)
            }
        }

        $crate::json::serde_by_json! { $object }
    };
}

/// The serde traits of a type that is `Json`.
macro_rules! serde_by_json {
    ($ty:ident) => {
        impl ::serde::Serialize for $ty {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                $crate::json::Json::view(self).serialize(serializer)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $ty {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                $crate::json::read_serde(deserializer)
            }
        }
    };
}

pub(crate) use {object, serde_by_json};
