//! `params!`: the parameters of an operation that travel in its query, headers and cookies.

use std::fmt;

use super::style::Style;
use crate::json::{Json, debug_property};

/// The parameters of an operation. Only this crate implements it.
pub trait Params: Send + Sync + 'static {
    /// The parameters with their values.
    #[doc(hidden)]
    fn parts(&self) -> ParamsParts<'_>;
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
    pub(crate) wire_name: &'static str,
    /// The name of the Rust field.
    pub(crate) name: &'static str,
    pub(crate) location: Location,
    pub(crate) style: Style,
    /// Never shown by `Debug`.
    pub(crate) is_secret: bool,
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Location {
    Query,
    Header,
    Cookie,
}

/// The words of [`params!`]: locations, styles, and `secret`.
pub(crate) mod parameter {
    pub(crate) use super::Location::{Cookie as cookie, Header as header, Query as query};
    pub(crate) use super::Style::{
        Brackets as brackets, DeepObject as deep_object, Form as form, FormExplode as form_explode, Json as json,
        Pipe as pipe, Simple as simple, Space as space,
    };

    #[allow(non_upper_case_globals, reason = "a word of the table, as the styles are")]
    pub(crate) const secret: bool = true;
}

/// Makes a struct the parameters of an operation, and gives it `Debug`.
///
/// ```ignore
/// json::params! {
///     GetUserParams {
///         user_id: query "userId" form,              // T, or Option<T>: None is not sent
///         codes: query "codes" brackets,
///         token: query "access_token" form secret,
///         trace: header "X-Trace" simple,
///         session: cookie "session" form,
///     }
/// }
/// ```
macro_rules! params {
    (
        $params:ident {
            $($field:ident: $location:ident $wire_name:literal $style:ident $($secret:ident)?),* $(,)?
        }
    ) => {
        impl $crate::http::Params for $params {
            #[inline]
            fn parts(&self) -> $crate::http::ParamsParts<'_> {
                const PARAMETERS: &[$crate::http::Parameter] = &[
                    $($crate::http::Parameter {
                        wire_name: $wire_name,
                        name: stringify!($field),
                        location: $crate::http::parameter::$location,
                        style: $crate::http::parameter::$style,
                        is_secret: false $(|| $crate::http::parameter::$secret)?,
                    }),*
                ];
                $crate::http::ParamsParts { parameters: PARAMETERS, values: ::std::vec![$(&self.$field),*] }
            }
        }

        impl ::std::fmt::Debug for $params {
            #[inline]
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
    for (parameter, value) in parameters.iter().zip(values) {
        let name = parameter.name.strip_prefix("r#").unwrap_or(parameter.name);
        debug_property(&mut shown, name, value, parameter.is_secret);
    }
    shown.finish()
}
