//! Names with texts: what queries, forms and cookies are made of.

use percent_encoding::percent_decode_str;

/// The pairs of one message part. Each is taken by the parameter that it belongs to; what is left belongs to none.
#[derive(Debug, Default)]
pub(super) struct Pairs<'a> {
    pairs: Vec<Pair<'a>>,
    notation: Notation,
}

/// One pair.
#[derive(Clone, Debug)]
pub(super) struct Pair<'a> {
    /// The name, decoded.
    pub(super) name: String,
    /// The text as sent: whether a comma is a delimiter shows only before decoding.
    pub(super) raw: &'a str,
}

/// How pairs are written.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) enum Notation {
    /// `a=1&b=2`, percent-encoded, `+` for a space (queries and forms).
    #[default]
    Form,
    /// `a=1; b=2`, percent-encoded (RFC 6265, section 4.2.1).
    Cookie,
}

impl<'a> Pairs<'a> {
    /// Reads pairs.
    pub(super) fn new(text: &'a str, notation: Notation) -> Self {
        let separator = if notation == Notation::Form { '&' } else { ';' };
        let written = text.split(separator).map(|pair| if notation == Notation::Cookie { pair.trim() } else { pair });
        let pairs = written.filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, raw) = pair.split_once('=').unwrap_or((pair, ""));
            Pair { name: notation.decode(name), raw }
        });
        Pairs { pairs: pairs.collect(), notation }
    }

    /// Adds the pairs of another text of the same notation.
    pub(super) fn extend(&mut self, other: Pairs<'a>) {
        self.pairs.extend(other.pairs);
    }

    /// A text, decoded.
    pub(super) fn decode(&self, raw: &str) -> String {
        self.notation.decode(raw)
    }

    /// Takes the pairs that `belongs` says yes to.
    pub(super) fn take(&mut self, belongs: impl Fn(&str) -> bool) -> Vec<Pair<'a>> {
        let (taken, left) = std::mem::take(&mut self.pairs).into_iter().partition(|pair| belongs(&pair.name));
        self.pairs = left;
        taken
    }

    /// Whether some text is not UTF-8 once it is decoded.
    pub(super) fn broken(&self) -> Option<&str> {
        let is_broken = |pair: &&Pair<'_>| percent_decode_str(pair.raw).decode_utf8().is_err();
        self.pairs.iter().find(is_broken).map(|pair| pair.name.as_str())
    }
}

impl Notation {
    fn decode(self, raw: &str) -> String {
        let spaced = if self == Notation::Form { raw.replace('+', " ") } else { raw.to_owned() };
        percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
    }
}

/// The steps of a name in brackets, such as `a`, `b` and an empty one for `filter[a][b][]`; `None` for other names.
pub(super) fn steps(name: &str, parameter: &str) -> Option<Vec<String>> {
    let inner = name.strip_prefix(parameter)?.strip_prefix('[')?.strip_suffix(']')?;
    let steps: Vec<String> = inner.split("][").map(str::to_owned).collect();
    (steps.len() <= DEEPEST).then_some(steps)
}

/// How deep brackets may lead.
const DEEPEST: usize = 16;
