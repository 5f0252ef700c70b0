//! Samples of both real documents fit them, by the judgement of the `jsonschema` crate.

use std::collections::BTreeSet;

use jsonschema::{Draft, Registry, Validator};
use mock::document::{Document, Operation};
use mock::sample::{RequestSample, Sampler, Variant};
use serde_json::{Map, Value, json};

const SEEDS: u64 = 20;
const FITTING: [Variant; 4] = [Variant::Example, Variant::Required, Variant::Full, Variant::UnknownProperties];
const WRONG_ON_PURPOSE: [Variant; 2] = [Variant::UnknownEnumValues, Variant::Nulls];

fn documents() -> Vec<Document> {
    let read = |name: &str| {
        let path = format!("{}/../../specs/{name}.yaml", env!("CARGO_MANIFEST_DIR"));
        Document::parse(name, &std::fs::read_to_string(path).unwrap()).unwrap()
    };
    vec![read("authentication"), read("management")]
}

/// The schemas of an operation, ready to judge samples.
struct Judges {
    body: Option<Validator>,
    parameters: Vec<(String, Validator)>,
    answer: Option<Validator>,
}

impl Judges {
    fn new(registry: &Registry<'_>, operation: &Operation) -> Self {
        let judge = |schema: &Value| {
            let options = jsonschema::options().with_draft(Draft::Draft4).should_validate_formats(true);
            options.with_registry(registry).build(&converted(schema)).unwrap()
        };
        let answer = operation.success().filter(|it| !it.status.starts_with('3')).and_then(|it| it.content.first());
        Judges {
            body: operation.body.as_ref().map(|body| judge(&body.content[0].schema)),
            parameters: operation.parameters.iter().map(|it| (it.name.clone(), judge(&it.schema))).collect(),
            answer: answer.map(|content| judge(&content.schema)),
        }
    }

    fn check_request(&self, label: &str, operation: &Operation, request: &RequestSample) {
        if let (Some(judge), Some(body)) = (&self.body, &request.body) {
            check(label, judge, body);
        }
        for (name, value) in request.path.iter().chain(&request.query) {
            let (_, judge) = self.parameters.iter().find(|(known, _)| known == name).unwrap();
            check(&format!("{label} {name}"), judge, value);
        }
        for parameter in operation.parameters.iter().filter(|it| it.required) {
            assert!(request.path.contains_key(&parameter.name) || request.query.contains_key(&parameter.name));
        }
        let is_sendable = |value: &Value| value.as_str().is_none_or(|text| !matches!(text, "" | "." | ".."));
        assert!(request.path.values().all(is_sendable), "{label}: {:?}", request.path);
        assert!(operation.body.as_ref().is_none_or(|body| !body.required || request.body.is_some()), "{label}");
    }
}

fn check(label: &str, judge: &Validator, value: &Value) {
    if !judge.is_valid(value) {
        let errors: Vec<_> = judge.iter_errors(value).map(|it| format!("{}: {it}", it.instance_path())).collect();
        panic!("{label}: {value}\n{errors:#?}");
    }
}

/// A schema of OpenAPI 3.0 as one of JSON Schema, draft 4: they differ in `nullable`.
fn converted(schema: &Value) -> Value {
    match schema {
        Value::Object(members) => {
            let mut members: Map<String, Value> =
                members.iter().map(|(key, it)| (key.clone(), converted(it))).collect();
            if let Some(Value::String(reference)) = members.get_mut("$ref") {
                reference.insert_str(0, "json-schema:///document");
            }
            if members.get("nullable") == Some(&json!(true)) && members.contains_key("type") {
                members["type"] = json!([members["type"], "null"]);
            }
            Value::Object(members)
        }
        Value::Array(elements) => elements.iter().map(converted).collect(),
        other => other.clone(),
    }
}

/// Calls `visit` with every operation and what judges it.
fn each_operation(mut visit: impl FnMut(&Document, &Operation, &Judges)) {
    for document in documents() {
        let registry = Registry::new().add("json-schema:///document", converted(&document.root)).unwrap();
        let registry = registry.prepare().unwrap();
        for operation in &document.operations {
            visit(&document, operation, &Judges::new(&registry, operation));
        }
    }
}

#[test]
fn samples_of_every_operation_fit_the_document() {
    let mut operations = 0;
    each_operation(|document, operation, judges| {
        let fit = |variant: Variant, seed: u64| {
            let sampler = Sampler::new(document, variant, seed);
            let label = format!("{} {variant:?} {seed}", operation.id);
            judges.check_request(&label, operation, &sampler.request(operation));
            let answer = sampler.answer(operation);
            assert_eq!(judges.answer.is_some(), answer.body.is_some(), "{label}");
            if let (Some(judge), Some(body), false) =
                (&judges.answer, &answer.body, WRONG_ON_PURPOSE.contains(&variant))
            {
                check(&label, judge, body);
            }
        };
        FITTING.into_iter().chain(WRONG_ON_PURPOSE).for_each(|variant| fit(variant, 1));
        (0..SEEDS).for_each(|seed| fit(Variant::Random, seed));
        operations += 1;
    });
    assert_eq!(operations, 654);
}

#[test]
fn completing_an_empty_payload_fits_every_answer_and_keeps_what_is_known() {
    each_operation(|document, operation, judges| {
        let Some(judge) = &judges.answer else { return };
        let sampler = Sampler::new(document, Variant::Required, 0);
        let known = json!({"statusCode": 200, "message": "as it was", "mine": {"not": null}});
        let whole = sampler.complete(&operation.success().unwrap().content[0].schema, known);
        check(&operation.id, judge, &whole);
        assert_eq!((&whole["message"], &whole["mine"]), (&json!("as it was"), &json!({"not": null})));
    });
}

#[test]
fn a_seed_always_makes_the_same_and_another_seed_something_else() {
    for document in documents() {
        let made = |variant: Variant, seed: u64| {
            let sampler = Sampler::new(&document, variant, seed);
            let one = |it: &Operation| format!("{:?} {:?}", sampler.request(it), sampler.answer(it));
            document.operations.iter().map(one).collect::<Vec<_>>()
        };
        for variant in [Variant::Full, Variant::Random] {
            let (first, other) = (made(variant, 1), made(variant, 2));
            assert_eq!(first, made(variant, 1));
            let differ = first.iter().zip(&other).filter(|(one, other)| one != other).count();
            assert!(differ * 10 > first.len() * 8, "{differ} of {} differ", first.len());
        }
    }
}

#[test]
fn an_operation_has_the_same_values_whatever_others_the_document_has() {
    let document = documents().remove(0);
    let operation = document.operations.iter().find(|it| it.body.is_some()).unwrap();
    let mut smaller = document.root.clone();
    smaller["paths"].as_object_mut().unwrap().retain(|path, _| *path == operation.path.text);
    let smaller = Document::parse("smaller", &smaller.to_string()).unwrap();
    let of = |document: &Document| Sampler::new(document, Variant::Random, 3).request(operation);
    assert_eq!(of(&document), of(&smaller));
}

/// An object's place, its described and required properties, and its members.
type Visit<'a> = dyn FnMut(&str, &Map<String, Value>, &BTreeSet<String>, &Map<String, Value>) + 'a;

/// Walks a value along its schema.
fn walk(root: &Value, schema: &Value, value: &Value, at: &str, visit: &mut Visit<'_>) {
    let mut flat = Flat::default();
    flat.add(root, schema);
    match value {
        Value::Object(members) => {
            visit(at, &flat.properties, &flat.required, members);
            for (name, property) in &flat.properties {
                if let Some(member) = members.get(name) {
                    walk(root, property, member, &format!("{at}/{name}"), visit);
                }
            }
        }
        Value::Array(elements) => {
            for element in elements {
                walk(root, &flat.items, element, &format!("{at}/-"), visit);
            }
        }
        _ => {}
    }
}

/// A schema with its references followed and its parts put together.
#[derive(Default)]
struct Flat {
    properties: Map<String, Value>,
    required: BTreeSet<String>,
    items: Value,
}

impl Flat {
    fn add(&mut self, root: &Value, schema: &Value) {
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            return self.add(root, root.pointer(&reference[1..]).unwrap());
        }
        self.properties.extend(schema.get("properties").and_then(Value::as_object).cloned().unwrap_or_default());
        let stated = schema.get("required").and_then(Value::as_array).into_iter().flatten();
        self.required.extend(stated.filter_map(|name| name.as_str().map(str::to_owned)));
        if let Some(items) = schema.get("items") {
            self.items = items.clone();
        }
        for part in schema.get("allOf").and_then(Value::as_array).into_iter().flatten() {
            self.add(root, part);
        }
    }
}

/// Every body of a variant, with its operation's id and its schema.
fn bodies(document: &Document, variant: Variant, seed: u64) -> Vec<(&str, &Value, Value)> {
    let sampler = Sampler::new(document, variant, seed);
    let mut bodies = Vec::new();
    for operation in &document.operations {
        let sent = operation.body.as_ref().map(|body| &body.content[0].schema).zip(sampler.request(operation).body);
        let content = operation.success().and_then(|response| response.content.first());
        let answer = content.map(|content| &content.schema).zip(sampler.answer(operation).body);
        bodies.extend(sent.into_iter().chain(answer).map(|(schema, value)| (operation.id.as_str(), schema, value)));
    }
    bodies
}

fn parameters(request: &RequestSample) -> usize {
    request.path.len() + request.query.len() + request.headers.len() + request.cookies.len()
}

#[test]
fn full_and_examples_have_everything_that_is_described() {
    for document in documents() {
        for variant in [Variant::Full, Variant::Example] {
            for (id, schema, value) in bodies(&document, variant, 1) {
                walk(&document.root, schema, &value, "", &mut |at, described, _, members| {
                    let is_lacking = |name: &&String| !members.contains_key(*name);
                    // A property that leads to its own schema again ends somewhere.
                    let is_endless = |name: &&String| at.split('/').any(|step| step == *name);
                    let lacking: Vec<_> = described.keys().filter(is_lacking).filter(|it| !is_endless(it)).collect();
                    assert!(lacking.is_empty(), "{id} {variant:?} {at}: {lacking:?}");
                });
            }
            for operation in &document.operations {
                let request = Sampler::new(&document, variant, 1).request(operation);
                assert_eq!(operation.parameters.len(), parameters(&request), "{}", operation.id);
            }
        }
    }
}

#[test]
fn required_has_nothing_that_is_optional() {
    for document in documents() {
        for (id, schema, value) in bodies(&document, Variant::Required, 1) {
            walk(&document.root, schema, &value, "", &mut |at, described, required, members| {
                // What stands behind a choice is not described here, and is judged with everything else.
                assert!(
                    described.is_empty() || members.keys().all(|name| required.contains(name)),
                    "{id} {at}: {members:?}"
                );
            });
        }
        for operation in &document.operations {
            let request = Sampler::new(&document, Variant::Required, 1).request(operation);
            let required = operation.parameters.iter().filter(|it| it.required).count();
            assert_eq!(required, parameters(&request));
        }
    }
}

#[test]
fn every_answer_says_that_all_went_well() {
    for document in documents() {
        for variant in FITTING.into_iter().chain(WRONG_ON_PURPOSE).chain([Variant::Random]) {
            for operation in &document.operations {
                let answer = Sampler::new(&document, variant, 5).answer(operation);
                if answer.status / 100 == 3 {
                    assert_eq!((answer.body, answer.media_type), (None, None));
                } else if let Some(body) = answer.body.filter(|body| body.get("statusCode").is_some()) {
                    assert_eq!(body["statusCode"], 200, "{}", operation.id);
                    assert!(body["message"].is_string(), "{}", operation.id);
                    assert!(body.get("apiCode").is_none_or(|code| *code == 0), "{}", operation.id);
                }
            }
        }
    }
}

#[test]
fn answers_have_values_that_no_enum_knows_and_requests_do_not() {
    let mut wrong = BTreeSet::new();
    each_operation(|document, operation, judges| {
        let body = Sampler::new(document, Variant::UnknownEnumValues, 1).answer(operation).body;
        for error in judges.answer.iter().zip(&body).flat_map(|(judge, body)| judge.iter_errors(body)) {
            wrong.insert(error.kind().keyword().to_owned());
        }
    });
    assert!(wrong.contains("enum"));
    assert!(wrong.is_subset(&BTreeSet::from(["enum".to_owned(), "oneOf".to_owned()])), "{wrong:?}");
}
