//! `tagged_union!`: one of several object types, told apart by one of their properties.

use serde_json::Value;

use super::{Part, Path, Reader, Tag, Tagged, View, read_value};

/// Makes an enum a union with a tag (`discriminator`). A variant may have several tags; it sends the first of them
/// unless its object names another. The unknown variant holds free JSON.
///
/// ```ignore
/// json::tagged_union! {
///     Pet by "petType" { "cat" | "kitten" => Cat(Box<Cat>), "dog" => Dog(Dog) }
///     unknown Unknown    // the variant Unknown(serde_json::Value)
/// }
/// ```
macro_rules! tagged_union {
    (
        $ty:ident by $tag:literal { $($($name:literal)|+ => $variant:ident($payload:ty)),* $(,)? }
        unknown $unknown:ident
    ) => {
        impl $crate::json::Json for $ty {
            #[inline]
            fn empty() -> Self {
                Self::$unknown($crate::json::Value::Null)
            }

            #[inline]
            fn accept(&mut self, token: $crate::json::Token<'_>) -> $crate::json::Reading<'_> {
                token.open_whole(self)
            }

            #[inline]
            fn plain(&self) -> ::std::option::Option<$crate::json::View<'_>> {
                match self {
                    $(Self::$variant(payload) => {
                        let tag = &$crate::json::Tag { name: $tag, values: &[$($name),+] };
                        ::std::option::Option::Some($crate::json::tagged_view(tag, payload))
                    })*
                    Self::$unknown(value) => $crate::json::Json::plain(value),
                }
            }

            #[inline]
            fn whole(&self) -> ::std::option::Option<&dyn $crate::json::Whole> {
                ::std::option::Option::Some(self)
            }
        }

        impl $crate::json::Whole for $ty {
            #[inline]
            fn copy(&mut self, other: &dyn $crate::json::Whole) {
                $crate::json::copy_union(self, other);
            }

            #[inline]
            fn fill(
                &mut self,
                value: $crate::json::Value,
                path: &$crate::json::Path<'_>,
                reader: &mut $crate::json::Reader,
            ) -> ::std::result::Result<(), ::serde_json::Error> {
                *self = match $crate::json::tag_of(&value, $tag) {
                    $(::std::option::Option::Some($($name)|+) => {
                        let mut payload = <$payload as $crate::json::Json>::empty();
                        $crate::json::read_tagged(value, $tag, [$($name),+][0], &mut payload, path, reader)?;
                        Self::$variant(payload)
                    })*
                    _ => Self::$unknown(value),
                };
                ::std::result::Result::Ok(())
            }
        }

        $crate::json::serde_by_json! { $ty }
    };
}

pub(crate) use tagged_union;

/// The tag of a value.
pub(crate) fn tag_of<'a>(value: &'a Value, tag: &str) -> Option<&'a str> {
    value.get(tag)?.as_str()
}

/// A payload with its tag.
pub(crate) fn tagged_view<'a>(tag: &'static Tag, payload: &'a Part) -> View<'a> {
    match payload.view() {
        View::Object(object) => View::Tagged(Tagged { tag, object }),
        other => other,
    }
}

/// Reads the object of a variant.
///
/// A payload type that does not describe the tag would keep it among its unknown properties, and so differ from one that
/// was made by hand. It does not have to: the writer puts the variant's first tag there anyway.
pub(crate) fn read_tagged(
    mut value: Value,
    tag: &str,
    first: &str,
    payload: &mut Part,
    path: &Path<'_>,
    reader: &mut Reader,
) -> Result<(), serde_json::Error> {
    let describes_tag = match payload.view() {
        View::Object(object) => object.schema().is_some_and(|schema| schema.index(tag).is_some()),
        _ => true,
    };
    if !describes_tag
        && tag_of(&value, tag) == Some(first)
        && let Value::Object(object) = &mut value
    {
        object.remove(tag);
    }
    read_value(&value, payload, path, reader)
}
