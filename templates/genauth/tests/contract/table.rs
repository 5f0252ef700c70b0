//! The tables have every operation, and each entry calls the operation that it names.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::input::{Body, Fault, Input, InputError, Place};
use crate::operation::{Operation, Pending};
use crate::operations::{authentication, management};
use crate::recorder::Recorder;

#[test]
fn every_operation_stands_in_the_tables_once() {
    let authentication: Vec<&str> = authentication::AREAS.iter().copied().flatten().map(|it| it.id).collect();
    let management: Vec<&str> = management::AREAS.iter().copied().flatten().map(|it| it.id).collect();
    assert_eq!(authentication.len() + management.len(), 622);
    for ids in [authentication, management] {
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
    }
}

#[tokio::test]
async fn each_entry_calls_the_operation_that_it_names() {
    let recorder = Recorder::default();
    let user = call_all(&recorder.user(), authentication::AREAS, &recorder).await;
    let owner = call_all(&recorder.owner(), management::AREAS, &recorder).await;
    assert!(user > 0 && owner > 0, "{user} and {owner} operations");
}

/// Calls what can be called without knowing the documents, and counts those calls.
async fn call_all<C>(client: &C, areas: &[&[Operation<C>]], recorder: &Recorder) -> usize {
    let mut called = 0;
    for operation in areas.iter().copied().flatten() {
        let Some(pending) = guess(client, operation) else { continue };
        let name = match pending.await {
            Ok(answer) => answer.raw.operation().to_owned(),
            Err(error) => error.operation().map(str::to_owned).unwrap_or_else(|| panic!("{}: {error}", operation.id)),
        };
        assert_eq!(name, operation.id);
        assert_eq!(recorder.take().len(), 1, "{}", operation.id);
        called += 1;
    }
    called
}

/// A call with the first values that the method takes; `None` where it takes none of them.
fn guess<C>(client: &C, operation: &Operation<C>) -> Option<Pending> {
    let mut input = Input::default();
    let mut tried: BTreeMap<String, usize> = BTreeMap::new();
    loop {
        let place = match operation.start(client, input.clone()) {
            Ok(pending) => return Some(pending),
            Err(InputError { fault: Fault::LeftOver(place), operation }) => panic!("{operation}: {place} is left over"),
            Err(InputError { fault: Fault::Missing(place), .. }) => place,
            Err(InputError { fault: Fault::Refused { place, .. } | Fault::Changed { place, .. }, .. }) => place,
        };
        let tried = tried.entry(place.to_string()).or_default();
        put(&mut input, &place, values().nth(*tried));
        *tried += 1;
        if *tried > values().count() + 1 {
            // Only the properties that a body must have take more than one value.
            assert_eq!(place, Place::Body, "{}", operation.id);
            return None;
        }
    }
}

fn values() -> impl Iterator<Item = Value> {
    [json!("x"), json!(1), json!(true), json!([]), json!({})].into_iter()
}

/// Gives an input a value; the last resort are bytes.
fn put(input: &mut Input, place: &Place, value: Option<Value>) {
    let (map, name) = match place {
        Place::Path(name) => (&mut input.path, name),
        Place::Query(name) => (&mut input.query, name),
        Place::Header(name) => (&mut input.headers, name),
        Place::Cookie(name) => (&mut input.cookies, name),
        Place::Body => {
            let bytes = Body::Bytes { content_type: "multipart/form-data; boundary=x".to_owned(), bytes: Vec::new() };
            input.body = Some(value.map_or(bytes, Body::Value));
            return;
        }
    };
    map.insert(name.clone(), value.unwrap_or_default());
}
