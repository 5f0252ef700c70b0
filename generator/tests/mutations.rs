//! Random changes to the structure of documents: none brings the generator down, and what is refused is refused where it was
//! changed.
//!
//! `MUTATIONS=1000 cargo test -p generator --test mutations -- --nocapture` tries as many of each document, and prints the figures.

#[path = "support/fixtures.rs"]
mod fixtures;
#[path = "support/genauth.rs"]
mod genauth;
#[path = "support/generation.rs"]
mod generation;
#[path = "mutations/mutation.rs"]
mod mutation;
#[path = "mutations/outcome.rs"]
mod outcome;
#[path = "support/random.rs"]
mod random;
#[path = "mutations/survey.rs"]
mod survey;
#[path = "mutations/tree.rs"]
mod tree;

use generator::overlay::Overlays;
use generator::settings::{NumberRules, RetryRules, Settings};
use generator::source::{Pointer, Source};
use generator::{Crate, Input, Templates, parallel};
use serde_yaml::Value;

use mutation::Mutation;
use outcome::Outcome;
use random::Random;
use survey::Survey;

#[test]
fn mutations_of_the_authentication_api() {
    check("authentication", 300);
}

#[test]
fn mutations_of_the_management_api() {
    check("management", 60);
}

/// Every feature has a fixture, and they are small, so each is changed in several places at once.
#[test]
fn mutations_of_fixtures() {
    let names = fixtures::names();
    let seeds: Vec<(&String, u64)> =
        names.iter().flat_map(|name| (0..count(10)).map(move |seed| (name, seed as u64))).collect();
    let faults = parallel::map(&seeds, |(name, seed)| {
        let input = fixtures::input(name, Templates::default());
        let source = &input.documents[0];
        let mut document: Value = serde_yaml::from_str(source.text()).expect("it is YAML");
        let mut random = Random(*seed);
        let mut mutations = Vec::new();
        for _ in 0..=random.below(4) {
            let ways = tree::ways(&document);
            // Of a small document nothing may be left.
            if ways.is_empty() {
                break;
            }
            let mutation = Mutation::of(&document, &ways, &mut random);
            mutations.push(mutation.to_string());
            document = mutation.document;
        }
        let text = serde_yaml::to_string(&document).expect("what was read can be written");
        let input = Input { documents: vec![Source::new(source.name(), text)], ..input };
        let fault = match Outcome::of(&input, &Pointer::root(), not_rust) {
            Outcome::Panicked(message) => Some(message),
            Outcome::Taken(fault) => fault,
            Outcome::Refused(_) | Outcome::AgainstSettings => None,
        };
        fault.map(|fault| format!("{name}, {seed}: {mutations:?}: {fault}"))
    });
    let faults: Vec<String> = faults.into_iter().flatten().collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What comes out of a document that was taken has at least to be read by a compiler.
fn not_rust(krate: &Crate) -> Option<String> {
    krate.files.iter().filter(|(path, _)| path.ends_with(".rs")).find_map(|(path, text)| {
        let error = syn::parse_file(text).err()?;
        Some(format!("{path} is no Rust: {error}"))
    })
}

fn check(document: &str, usual: usize) {
    const FLOOR: f64 = 0.95;
    let input = input(document);
    // As it is, nothing is wrong with it.
    generation::generate(&input);
    let survey = Survey::of(&input, count(usual));
    #[expect(clippy::print_stdout, reason = "the figures are what the test is for")]
    {
        println!("{document}: {survey}");
    }
    assert!(survey.panics.is_empty(), "{}", survey.panics.join("\n"));
    assert!(survey.share() >= FLOOR, "{survey}");
}

/// How many mutations are tried: what the environment says, or as many as a run of all tests has time for.
fn count(usual: usize) -> usize {
    std::env::var("MUTATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(usual)
}

/// One of the real documents with the real settings, but for those entries that would be wrong without the other one.
fn input(document: &str) -> Input {
    let mut input = genauth::input();
    input.documents.retain(|source| source.name() == format!("specs/{document}.yaml"));
    let Settings { clients, package, numbers, retries, failures, .. } = &mut input.settings;
    clients.retain(|client| client.module == document);
    package.default = None;
    package.examples.clear();
    *numbers = NumberRules { fractions: Vec::new(), ..numbers.clone() };
    *retries = RetryRules::default();
    failures.clear();
    Input { overlays: Overlays::default(), ..input }
}
