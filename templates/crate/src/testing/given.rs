//! Parameters of queries, headers and cookies, as a call was given them.

use crate::http::{KeptParams, Params};

/// What a captured request says of its parameters. Only this crate implements it.
pub trait Given: Sized {
    /// The parameters that came with a request.
    #[doc(hidden)]
    fn given(kept: Option<&KeptParams>) -> Self;
}

impl Given for () {
    fn given(_: Option<&KeptParams>) -> Self {}
}

impl<P: Params + Clone + 'static> Given for Option<P> {
    fn given(kept: Option<&KeptParams>) -> Self {
        kept?.downcast_ref().cloned()
    }
}
