//! `object!`: the table of an object type, and the impls that hang on it.

/// Makes a struct a JSON object, which gives it `Json`, `Clone`, `PartialEq`, `Debug`, `Serialize` and `Deserialize`.
///
/// ```ignore
/// json::object! {
///     User {
///         id: "userId",              // T, or Option<T>: None is sent as null
///         nickname: "nickname",      // Option<T>: None is not sent
///         phone: "phone",            // Nullable<T>: sent as null when it is
///         password: "password",
///     }
///     required 1                     // how many of the properties, from the first, are in every object
///     secret { "password" }          // those that Debug does not show; without any, it is left out
///     rest extra                     // the field for properties without description
/// }
/// ```
macro_rules! object {
    (
        $object:ident { $($field:ident: $wire_name:literal),* $(,)? }
        required $required:literal
        $(secret { $($secret:literal),* $(,)? })?
        rest $rest:ident
    ) => {
        impl $crate::json::Json for $object {
            #[inline]
            fn empty() -> Self {
                Self { $($field: $crate::json::Json::empty(),)* $rest: $crate::json::Json::empty() }
            }

            #[inline]
            fn parts<'a>(&'a self, show: $crate::json::Show<'_, 'a>) {
                let schema = &$crate::json::Schema {
                    name: stringify!($object),
                    fields: &[$($wire_name),*],
                    required: $required,
                    secret: &[$($($secret),*)?],
                    names: stringify!($($field,)* $rest),
                };
                show(schema, &[$(&self.$field),*], &self.$rest)
            }

            #[inline]
            fn parts_mut(&mut self, fill: $crate::json::Fill<'_>) {
                fill(&mut [$(&mut self.$field),*], &mut self.$rest)
            }
        }

        impl ::std::clone::Clone for $object {
            #[inline]
            fn clone(&self) -> Self {
                $crate::json::copy(self)
            }
        }

        impl ::std::cmp::PartialEq for $object {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                $crate::json::equal(self, other)
            }
        }

        impl ::std::fmt::Debug for $object {
            #[inline]
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
            #[inline]
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                $crate::json::write_serde(self, serializer)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $ty {
            #[inline]
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                $crate::json::read_serde(deserializer)
            }
        }
    };
}

pub(crate) use {object, serde_by_json};
