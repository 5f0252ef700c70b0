//! `params!`: the parameters of an operation that travel in its query, headers and cookies.

use std::fmt;

use super::style::Style;
use crate::json::{Field, Json, debug_properties};

/// The parameters of an operation. Only this crate implements it.
pub trait Params {
    /// The parameters with their values.
    #[doc(hidden)]
    fn parts(&self) -> ParamsParts<'_>;

    /// The parameters as the test kit gets them.
    #[cfg(feature = "testing")]
    #[doc(hidden)]
    fn kept(&self) -> KeptParams;
}

/// Parameters of any operation, as they were given.
#[cfg(feature = "testing")]
pub(crate) type KeptParams = std::sync::Arc<dyn std::any::Any + Send + Sync>;

/// A table and the values that go with it.
#[doc(hidden)]
pub struct ParamsParts<'a> {
    pub(crate) parameters: &'static [Parameter],
    pub(crate) values: Vec<&'a dyn Json>,
}

/// What is known about a parameter.
pub(crate) struct Parameter {
    pub(crate) field: Field,
    pub(crate) location: Location,
    pub(crate) style: Style,
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Location {
    Query,
    Header,
    Cookie,
}

/// The words of [`params!`]: locations and styles.
pub(crate) mod parameter {
    pub(crate) use super::Location::{Cookie as cookie, Header as header, Query as query};
    pub(crate) use super::Style::{
        Brackets as brackets, DeepObject as deep_object, Form as form, FormExplode as form_explode, Json as json,
        Pipe as pipe, Simple as simple, Space as space,
    };
}

/// Makes a struct the parameters of an operation, and gives it `Debug`.
///
/// ```ignore
/// json::params! {
///     GetUserParams {
///         user_id: query "userId" required form,
///         codes: query "codes" optional brackets,
///         token: query "access_token" optional form secret,
///         trace: header "X-Trace" optional simple,
///         session: cookie "session" optional form,
///     }
/// }
/// ```
macro_rules! params {
    (
        $params:ident {
            $($field:ident: $location:ident $wire_name:literal $presence:ident $style:ident $($secret:ident)?),* $(,)?
        }
    ) => {
        impl $crate::http::Params for $params {
            fn parts(&self) -> $crate::http::ParamsParts<'_> {
                const PARAMETERS: &[$crate::http::Parameter] = &[
                    $($crate::http::Parameter {
                        field: $crate::json::Field {
                            wire_name: $wire_name,
                            name: stringify!($field),
                            presence: $crate::json::field::$presence,
                            is_secret: false $(|| $crate::json::field::$secret)?,
                        },
                        location: $crate::http::parameter::$location,
                        style: $crate::http::parameter::$style,
                    }),*
                ];
                $crate::http::ParamsParts { parameters: PARAMETERS, values: ::std::vec![$(&self.$field),*] }
            }

            #[cfg(feature = "testing")]
            fn kept(&self) -> $crate::http::KeptParams {
                ::std::sync::Arc::new(::std::clone::Clone::clone(self))
            }
        }

        impl ::std::fmt::Debug for $params {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::http::debug_params(stringify!($params), self, f)
            }
        }
    };
}

pub(crate) use params;

/// Shows parameters as `#[derive(Debug)]` would, with their secrets redacted.
pub(crate) fn debug_params(name: &str, params: &dyn Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let ParamsParts { parameters, values } = params.parts();
    let mut shown = f.debug_struct(name);
    debug_properties(&mut shown, parameters.iter().map(|parameter| &parameter.field).zip(values));
    shown.finish()
}
