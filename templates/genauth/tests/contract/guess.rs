//! Arguments for an operation without knowing the documents.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::input::{Body, Fault, Input, InputError, Place};
use crate::operation::Operation;

/// The first values that the method takes; `None` where it takes none of them.
pub(crate) fn guess<C>(client: &C, operation: &Operation<C>) -> Option<Input> {
    let mut input = Input::default();
    let mut tried: BTreeMap<String, usize> = BTreeMap::new();
    loop {
        let place = match operation.start(client, input.clone()) {
            Ok(_) => return Some(input),
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
