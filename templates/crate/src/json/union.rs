//! `union!`: one of several types, told apart by their shape.

use std::any::Any;

use serde_json::Value;

use super::{Fit, Mode, Part, Path, Reader, Reading, Token, Whole, read_value};

/// Makes an enum a union without a tag. Each variant holds one type; the unknown one holds free JSON.
///
/// ```ignore
/// json::union! {
///     Struct { List(Vec<Tree>), Text(String) }
///     unknown Unknown    // the variant Unknown(serde_json::Value)
/// }
/// ```
macro_rules! union {
    ($ty:ident { $($variant:ident($payload:ty)),* $(,)? } unknown $unknown:ident) => {
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
                let payload: &$crate::json::Part = match self {
                    $(Self::$variant(payload) => payload,)*
                    Self::$unknown(value) => value,
                };
                ::std::option::Option::Some(payload.view())
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
                let mut candidates = [$(Self::$variant(<$payload as $crate::json::Json>::empty())),*];
                let payloads = candidates.iter_mut().filter_map(|candidate| match candidate {
                    $(Self::$variant(payload) => ::std::option::Option::Some(payload as &mut $crate::json::Part),)*
                    Self::$unknown(_) => ::std::option::Option::None,
                });
                let chosen = $crate::json::choose(payloads.collect(), &value, path, reader);
                *self = chosen
                    .and_then(|index| ::std::iter::IntoIterator::into_iter(candidates).nth(index))
                    .unwrap_or(Self::$unknown(value));
                ::std::result::Result::Ok(())
            }
        }

        $crate::json::serde_by_json! { $ty }
    };
}

pub(crate) use union;

/// Makes a union a copy of another, if that is one of its type.
pub(crate) fn copy_union<T: Whole + Clone>(union: &mut T, other: &dyn Whole) {
    if let Some(other) = (other as &dyn Any).downcast_ref::<T>() {
        union.clone_from(other);
    }
}

/// Fills the candidate that suits a value best and says which it is.
///
/// A candidate that takes the value as described wins, above all one that knows every property of it; then the one that
/// knows more properties; then the first. When none does, a tolerant reader corrects into one of the value's JSON type.
pub(crate) fn choose(
    mut candidates: Vec<&mut Part>,
    value: &Value,
    path: &Path<'_>,
    reader: &mut Reader,
) -> Option<usize> {
    let exact = best(&mut candidates, |candidate| {
        let mut trial = Reader::silent(Mode::Strict);
        read_value(value, candidate, path, &mut trial).ok()?;
        Some((trial.unknown == 0, trial.known))
    });
    let chosen = match exact {
        None if !reader.is_strict() => best(&mut candidates, |candidate| {
            if !takes_kind(candidate, value) {
                return None;
            }
            let mut trial = Reader::silent(Mode::Tolerant);
            read_value(value, candidate, path, &mut trial).ok()?;
            Some((trial.unknown == 0, trial.known))
        }),
        exact => exact,
    };
    let (index, candidate) = candidates.iter_mut().enumerate().find(|(index, _)| Some(*index) == chosen)?;
    // The trials were silent; this reading counts and logs.
    read_value(value, *candidate, path, reader).ok()?;
    Some(index)
}

/// The first candidate of the highest rank.
fn best<R: Ord>(candidates: &mut [&mut Part], rank: impl Fn(&mut Part) -> Option<R>) -> Option<usize> {
    let mut best: Option<(R, usize)> = None;
    for (index, candidate) in candidates.iter_mut().enumerate() {
        let Some(rank) = rank(*candidate) else {
            continue;
        };
        if best.as_ref().is_none_or(|(highest, _)| rank > *highest) {
            best = Some((rank, index));
        }
    }
    best.map(|(_, index)| index)
}

/// Whether a candidate is of the JSON type of a value.
fn takes_kind(candidate: &mut Part, value: &Value) -> bool {
    !matches!(candidate.accept(Token::of_value(value)), Reading::Done(Fit::Corrected | Fit::Refused, _))
}
