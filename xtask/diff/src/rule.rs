//! What kinds of findings there are, each with an id that never changes its meaning.

use crate::level::{Level, Side};

/// A kind of finding.
#[derive(Debug, Eq, PartialEq)]
pub struct Rule {
    /// The id, such as `api-property-became-required`.
    pub id: &'static str,
    /// What is compared.
    pub layer: Layer,
    /// How much it matters in what callers send, and wherever there are no sides.
    pub request: Level,
    /// How much it matters in what the service answers.
    pub response: Level,
    /// What it says, in a sentence.
    pub docs: &'static str,
    /// What a caller should do.
    pub advice: &'static str,
}

/// What is compared.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Layer {
    /// What the service promises.
    Api,
    /// What a Rust caller sees.
    Crate,
}

impl Layer {
    /// The layer's name in every output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Api => "api",
            Self::Crate => "crate",
        }
    }
}

impl Rule {
    /// A rule of the API that means the same on both sides.
    pub(crate) const fn api(id: &'static str, level: Level, docs: &'static str, advice: &'static str) -> Self {
        Self { id, layer: Layer::Api, request: level, response: level, docs, advice }
    }

    /// A rule of the API that tells the sides apart.
    pub(crate) const fn by_side(
        id: &'static str,
        request: Level,
        response: Level,
        docs: &'static str,
        advice: &'static str,
    ) -> Self {
        Self { id, layer: Layer::Api, request, response, docs, advice }
    }

    /// A rule of the crate's surface.
    pub(crate) const fn of_crate(id: &'static str, level: Level, docs: &'static str, advice: &'static str) -> Self {
        Self { id, layer: Layer::Crate, request: level, response: level, docs, advice }
    }

    /// How much a finding of this rule matters on a side; in a type that travels both ways, the worse of the two.
    pub fn level(&self, side: Side) -> Level {
        match side {
            Side::Request | Side::Neither => self.request,
            Side::Response => self.response,
            Side::Both => self.request.min(self.response),
        }
    }
}
