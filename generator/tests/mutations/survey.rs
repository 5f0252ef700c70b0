//! Many mutations of one document, counted.

use std::fmt;

use generator::source::Source;
use generator::{Input, parallel};
use serde_yaml::Value;

use super::mutation::Mutation;
use super::outcome::Outcome;
use super::random::Random;
use super::tree;

/// How many mutations came to what.
#[derive(Default)]
pub(crate) struct Survey {
    taken: usize,
    against_settings: usize,
    refused: usize,
    by_first: usize,
    by_any: usize,
    by_related: usize,
    /// The mutations that no error shows.
    pub(crate) missed: Vec<String>,
    /// The mutations that brought the generator down.
    pub(crate) panics: Vec<String>,
}

impl Survey {
    /// Mutates the first document as often as told; the number of a mutation is its seed.
    pub(crate) fn of(input: &Input, count: usize) -> Self {
        let source = &input.documents[0];
        let document: Value = serde_yaml::from_str(source.text()).expect("it is YAML");
        let ways = tree::ways(&document);
        let seeds: Vec<u64> = (0..).take(count).collect();
        let outcomes = parallel::map(&seeds, |seed| {
            let mutation = Mutation::of(&document, &ways, &mut Random(*seed));
            let text = serde_yaml::to_string(&mutation.document).expect("what was read can be written");
            let mutated = Input { documents: vec![Source::new(source.name(), text)], ..input.clone() };
            (format!("{seed}: {mutation}"), Outcome::of(&mutated, &mutation.parent, |_| None))
        });
        let mut survey = Self::default();
        outcomes.into_iter().for_each(|(mutation, outcome)| survey.add(mutation, outcome));
        survey
    }

    /// How many of those that were refused were refused where they were changed.
    pub(crate) fn share(&self) -> f64 {
        (self.refused - self.missed.len()) as f64 / self.refused as f64
    }

    fn add(&mut self, mutation: String, outcome: Outcome) {
        match outcome {
            Outcome::Taken(_) => self.taken += 1,
            Outcome::AgainstSettings => self.against_settings += 1,
            Outcome::Panicked(message) => self.panics.push(format!("{mutation}: {message}")),
            Outcome::Refused(refusal) => {
                self.refused += 1;
                self.by_first += usize::from(refusal.by_first);
                self.by_any += usize::from(refusal.by_any);
                self.by_related += usize::from(refusal.by_related && !refusal.by_any);
                if !refusal.by_any && !refusal.by_related {
                    self.missed.push(format!("{mutation}: {}", refusal.first));
                }
            }
        }
    }
}

impl fmt::Display for Survey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { taken, against_settings, refused, by_first, by_any, by_related, missed, panics } = self;
        let total = taken + against_settings + refused + panics.len();
        writeln!(
            formatter,
            "{total} mutations: {taken} taken, {against_settings} against the settings alone, {refused} refused, {} panics",
            panics.len()
        )?;
        writeln!(
            formatter,
            "of those refused, {by_first} are shown by the first error, {by_any} by any, {by_related} more by a second place; \
             {} by none: {:.1} %",
            missed.len(),
            self.share() * 100.0
        )?;
        missed.iter().try_for_each(|mutation| writeln!(formatter, "missed {mutation}"))
    }
}
