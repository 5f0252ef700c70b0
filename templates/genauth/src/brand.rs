//! The names under which the same service is sold.

/// Whose service a client talks to. It decides the names of the custom headers and the default host.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Brand {
    /// GenAuth: `x-genauth-` headers, `https://api.genauth.ai`.
    #[default]
    GenAuth,
    /// Authing: `x-authing-` headers, `https://api.authing.cn`.
    Authing,
}

impl Brand {
    /// What the names of the custom headers begin with.
    pub fn header_prefix(self) -> &'static str {
        match self {
            Brand::GenAuth => "x-genauth-",
            Brand::Authing => "x-authing-",
        }
    }

    /// The word before a signature in the header `authorization`.
    pub fn signature_scheme(self) -> &'static str {
        match self {
            Brand::GenAuth => "GenAuth",
            Brand::Authing => "authing",
        }
    }

    /// The host of the management API. An application has a host of its own.
    pub fn management_host(self) -> &'static str {
        match self {
            Brand::GenAuth => "https://api.genauth.ai",
            Brand::Authing => "https://api.authing.cn",
        }
    }
}
