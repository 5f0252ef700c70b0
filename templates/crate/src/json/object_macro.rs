//! `object!`: the table of an object type, and the impls that hang on it.

/// Makes a struct a JSON object, which gives it `Json`, `Clone`, `PartialEq`, `Debug`, `Serialize` and `Deserialize`.
///
/// ```ignore
/// json::object! {
///     User {
///         0 => id: "userId",              // T, or Option<T>: None is sent as null
///         1 => nickname: "nickname",      // Option<T>: None is not sent
///         2 => phone: "phone",            // Nullable<T>: sent as null when it is
///         3 => password: "password",
///     }
///     required 1                     // how many of the properties, from the first, are in every object
///     secret { "password" }          // those that Debug does not show; without any, it is left out
///     rest extra                     // the field for properties without description
/// }
/// ```
macro_rules! object {
    (
        $object:ident { $($place:literal => $field:ident: $wire_name:literal),* $(,)? }
        required $required:literal
        $(secret { $($secret:literal),* $(,)? })?
        rest $rest:ident
    ) => {
        impl json::Json for $object {
            #[inline]
            fn empty() -> Self {
                Self { $($field: json::Json::empty(),)* $rest: json::Json::empty() }
            }

            #[inline]
            fn parts<'a>(&'a self, show: json::Show<'_, 'a>) {
                let schema = json::Schema {
                    fields: &[$($wire_name),*],
                    required: $required,
                    names: stringify!($object, $($field,)* $rest),
                };
                show.parts(schema, &[$(&self.$field),*], &self.$rest);
            }

            $(#[inline]
            fn secret(&self) -> &'static [&'static str] {
                &[$($secret),*]
            })?

            #[inline]
            fn part_mut(&mut self, place: usize) -> json::Option<&mut json::Part> {
                json::Some(match place {
                    $($place => &mut self.$field,)*
                    _ => &mut self.$rest,
                })
            }
        }

        impl json::Clone for $object {
            #[inline]
            fn clone(&self) -> Self {
                json::copy(self)
            }
        }

        impl json::PartialEq for $object {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                json::equal(self, other)
            }
        }

        impl json::Debug for $object {
            #[inline]
            fn fmt(&self, f: &mut json::Formatter<'_>) -> json::Formatted {
                json::debug_object(self, f)
            }
        }

        json::serde_by_json! { $object }
    };
}

/// The serde traits of a type that is `Json`.
///
/// Both functions are generic, and are still marked for inlining: without it the writer runs a tenth slower, being compiled
/// away from what calls it.
macro_rules! serde_by_json {
    ($ty:ident) => {
        impl json::Serialize for $ty {
            #[inline]
            fn serialize<S: json::Serializer>(&self, serializer: S) -> json::Result<S::Ok, S::Error> {
                json::write_serde(self, serializer)
            }
        }

        impl<'de> json::Deserialize<'de> for $ty {
            #[inline]
            fn deserialize<D: json::Deserializer<'de>>(deserializer: D) -> json::Result<Self, D::Error> {
                json::read_serde(deserializer)
            }
        }
    };
}

pub(crate) use {object, serde_by_json};
