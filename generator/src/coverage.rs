//! What of an API is described and what is not: the texts that people read, counted.

use std::collections::BTreeSet;

use crate::model::{Api, Docs, Operation, Parameter, Place, TypeDef, TypeId, TypeKind};
use crate::pass::reach;

/// How much is described.
#[derive(Clone, Debug)]
pub struct Coverage {
    /// Each kind of thing with its count, in the order in which they are shown.
    pub counts: Vec<Count>,
    /// Everything that must be described and is not.
    pub missing: Vec<Missing>,
}

/// One kind of thing.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Count {
    /// What is counted, in the plural.
    pub what: &'static str,
    /// How many have a text.
    pub described: usize,
    /// How many there are.
    pub all: usize,
    /// Whether all of them must have one.
    pub must: bool,
}

/// Something without a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Missing {
    /// Its name: `DeleteAccounDto.deleteAccountToken`.
    pub name: String,
    /// What is missing.
    pub problem: &'static str,
    /// Where it stands, or what it stands in.
    pub at: Place,
}

impl Coverage {
    /// Counts the texts of an API. A text that says no more than the name is none.
    pub fn of(api: &Api) -> Self {
        let mut coverage = Self { counts: Vec::new(), missing: Vec::new() };
        let operations = || api.clients.iter().flat_map(|client| &client.areas).flat_map(|area| &area.operations);
        coverage.operations(operations());
        coverage.parameters(operations());
        coverage.properties(api, "request properties", operations().flat_map(reach::requested));
        coverage.properties(api, "response properties", operations().flat_map(reach::answered));
        coverage.types(api);
        coverage.values(api);
        coverage
    }

    /// Whether everything that must be described is.
    pub fn is_complete(&self) -> bool {
        self.counts.iter().all(|count| !count.must || count.described == count.all)
    }

    fn operations<'a>(&mut self, operations: impl Iterator<Item = &'a Operation> + Clone) {
        let titles = operations.clone().map(|operation| Subject {
            name: operation.wire_name.clone(),
            problem: "has no summary",
            at: &operation.at,
            is_described: operation.title.is_some(),
        });
        self.count("summaries of operations", true, titles);
        let descriptions = operations.map(|operation| Subject {
            name: operation.wire_name.clone(),
            problem: "has no description",
            at: &operation.at,
            is_described: operation.docs.description.is_some(),
        });
        self.count("descriptions of operations", true, descriptions);
    }

    fn parameters<'a>(&mut self, operations: impl Iterator<Item = &'a Operation>) {
        let subject = |operation: &'a Operation, parameter: &'a Parameter| Subject {
            name: format!("{}, parameter {}", operation.wire_name, parameter.wire_name),
            problem: "has no description",
            at: &operation.at,
            is_described: is_described(&parameter.docs, &parameter.wire_name),
        };
        let parameters = operations.flat_map(|operation| {
            let set = operation.parameters.iter().flat_map(|set| &set.parameters);
            operation.path_parameters.iter().chain(set).map(move |parameter| subject(operation, parameter))
        });
        self.count("parameters", true, parameters);
    }

    fn properties(&mut self, api: &Api, what: &'static str, start: impl Iterator<Item = TypeId>) {
        let mut found = BTreeSet::new();
        reach::close(&api.types, start, &mut found);
        let properties = found.iter().flat_map(|&id| {
            let def = api.types.get(id);
            let fields = match &def.kind {
                TypeKind::Object(object) => object.fields.as_slice(),
                _ => &[],
            };
            fields.iter().map(move |field| Subject {
                name: format!("{}.{}", def.wire_name, field.wire_name),
                problem: "has no description",
                at: &def.at,
                is_described: is_described(&field.docs, &field.wire_name),
            })
        });
        self.count(what, true, properties);
    }

    fn types(&mut self, api: &Api) {
        let types = api.types.iter().map(|(_, def)| def).filter(|def| is_schema(def)).map(|def| Subject {
            name: def.wire_name.clone(),
            problem: "has no description",
            at: &def.at,
            is_described: is_described(&def.docs, &def.wire_name),
        });
        self.count("schemas", false, types);
    }

    /// Some values of enumerations say all by themselves, so nobody has to describe them.
    fn values(&mut self, api: &Api) {
        let listed = api.types.iter().filter_map(|(_, def)| match &def.kind {
            TypeKind::Enum(listed) => Some((def, listed)),
            _ => None,
        });
        let values = listed.flat_map(|(def, listed)| {
            listed.variants.iter().map(move |variant| Subject {
                name: format!("{}, value {}", def.wire_name, variant.wire_value),
                problem: "has no description",
                at: &def.at,
                is_described: variant.docs.description.is_some(),
            })
        });
        self.count("values of enumerations", false, values);
    }

    fn count<'a>(&mut self, what: &'static str, must: bool, subjects: impl Iterator<Item = Subject<'a>>) {
        let mut count = Count { what, described: 0, all: 0, must };
        for subject in subjects {
            count.all += 1;
            if subject.is_described {
                count.described += 1;
            } else if must {
                let Subject { name, problem, at, .. } = subject;
                self.missing.push(Missing { name, problem, at: at.clone() });
            }
        }
        self.counts.push(count);
    }
}

struct Subject<'a> {
    name: String,
    problem: &'static str,
    at: &'a Place,
    is_described: bool,
}

fn is_schema(def: &TypeDef) -> bool {
    def.origin == crate::model::Origin::Component
}

/// Whether there is a text that says more than the name does.
fn is_described(docs: &Docs, wire_name: &str) -> bool {
    let text = docs.description.as_deref().or(docs.summary.as_deref());
    let name = letters(wire_name);
    text.is_some_and(|text| {
        let own =
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| !EMPTY.contains(&word.to_lowercase().as_str()));
        letters(&own.collect::<String>()) != name
    })
}

/// Words that say nothing by themselves.
const EMPTY: &[&str] = &["", "a", "an", "the", "of", "is"];

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::is_described;
    use crate::model::Docs;

    #[test]
    fn a_text_that_repeats_the_name_is_none() {
        let described =
            |text: &str| is_described(&Docs { summary: None, description: Some(text.to_owned()) }, "userId");
        assert!(!described("User ID."));
        assert!(!described("The user id"));
        assert!(described("Id of the user who signed in."));
        assert!(!is_described(&Docs::default(), "userId"));
    }
}
