//! How much a change matters, and to which half of the exchange.

/// How much a change matters to callers; the worst comes first.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Level {
    /// Something that worked may stop to work, or to compile.
    Breaking,
    /// Something is there that was not there before; what worked still works.
    Additive,
    /// Nothing that a program could notice, such as a text.
    Cosmetic,
}

impl Level {
    /// Every level, the worst first.
    pub const ALL: [Self; 3] = [Self::Breaking, Self::Additive, Self::Cosmetic];

    /// The level's name in every output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Additive => "additive",
            Self::Cosmetic => "cosmetic",
        }
    }
}

/// The half of the exchange that a change is in: what callers send, or what they are answered.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Side {
    /// In what callers send.
    Request,
    /// In what the service answers.
    Response,
    /// In a type that travels both ways.
    Both,
    /// In neither, such as a whole operation or an item of the crate.
    Neither,
}

impl Side {
    /// The side's name in every output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Response => "response",
            Self::Both => "both",
            Self::Neither => "neither",
        }
    }

    /// The side of something that is met on these.
    pub const fn of(in_requests: bool, in_responses: bool) -> Self {
        match (in_requests, in_responses) {
            (true, true) => Self::Both,
            (true, false) => Self::Request,
            (false, true) => Self::Response,
            (false, false) => Self::Neither,
        }
    }
}
