//! The tables have every operation, and each entry calls the operation that it names.

use std::collections::BTreeSet;

use crate::guess::guess;
use crate::operation::Operation;
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
        let Some(input) = guess(client, operation) else { continue };
        let pending = operation.start(client, input).unwrap_or_else(|error| panic!("{error}"));
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
